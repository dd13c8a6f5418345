import { z } from 'zod';
import type { SceneBase } from './base.ts';
import { setLines } from './lines.ts';
import { displayFace } from './measure.ts';

/** A text set where it stands: the first line's baseline at (x, y), the others `pitch` below each other. */
export const Placed = z.object({
  x: z.number(),
  y: z.number(),
  size: z.number(),
  pitch: z.number(),
  anchor: z.enum(['start', 'middle', 'end']),
  lines: z.array(z.string()).min(1),
});
export type Placed = z.infer<typeof Placed>;

interface PlaceWish {
  readonly x: number;
  readonly y: number;
  readonly anchor?: Placed['anchor'];
  readonly room: number;
  /** Sizes to try, largest first. */
  readonly sizes: readonly number[];
  readonly maxLines?: number;
  /** Set in the brand's display face. */
  readonly display?: boolean;
  /** The y given is that of the last line: the text grows upwards. */
  readonly up?: boolean;
}

/** Sets a text into its room; lines stand 1.32 of the size apart, display lines 1.2. */
export function place(text: string, base: Pick<SceneBase, 'brand' | 'language'>, wish: PlaceWish): Placed {
  const set = setLines(text, base.language, {
    face: wish.display ? displayFace(base.brand) : 'text',
    tracking: 0,
    maxWidth: wish.room,
    maxLines: wish.maxLines ?? 1,
    sizes: wish.sizes,
  });
  const pitch = Math.round(set.size * (wish.display ? 1.2 : 1.32));
  const y = wish.up ? wish.y - pitch * (set.lines.length - 1) : wish.y;
  return { x: wish.x, y, size: set.size, pitch, anchor: wish.anchor ?? 'start', lines: set.lines };
}

/** Baseline of a placed text's last line. */
export const lastBaseline = ({ y, pitch, lines }: Placed): number => y + pitch * (lines.length - 1);
