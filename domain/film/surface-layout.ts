import { type Aspect, aspectOf } from '../aspect.ts';
import type { Rect } from './placement.ts';

/** Where things of the surface stand, px. Wide: the words hang at the thread beside the lungs; tall and square: over the thread under them. */
export interface SurfaceLayout {
  /** What the lungs may fill. */
  readonly place: Rect;
  readonly sides: readonly [{ x: number; y: number }, { x: number; y: number }];
  readonly foot: { y: number; left: number; right: number };
  /** The finding's name and size: their left edge and width; `row` = the thread's row under them, null where it is the lesion's own. */
  readonly label: { x: number; width: number; size: number; row: number | null };
}

const LAYOUTS: Readonly<Record<Aspect, SurfaceLayout>> = {
  '16:9': {
    place: { x: 160, y: 132, width: 990, height: 660 },
    sides: [
      { x: 114, y: 446 },
      { x: 1196, y: 446 },
    ],
    foot: { y: 840, left: 96, right: 1824 },
    label: { x: 1264, width: 560, size: 56, row: null },
  },
  '9:16': {
    place: { x: 54, y: 300, width: 972, height: 800 },
    sides: [
      { x: 72, y: 330 },
      { x: 1008, y: 330 },
    ],
    foot: { y: 1430, left: 54, right: 1026 },
    label: { x: 54, width: 460, size: 64, row: 1330 },
  },
  '1:1': {
    place: { x: 170, y: 128, width: 740, height: 520 },
    sides: [
      { x: 72, y: 380 },
      { x: 1008, y: 380 },
    ],
    foot: { y: 840, left: 54, right: 1026 },
    label: { x: 54, width: 450, size: 48, row: 782 },
  },
};

export const surfaceLayout = (frame: { readonly width: number; readonly height: number }): SurfaceLayout =>
  LAYOUTS[aspectOf(frame)];
