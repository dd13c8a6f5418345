import { type Aspect, aspectOf, FRAME_SIZE } from '../aspect.ts';

/** Title-safe edges and bands of a frame, px (film-style §1). */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Top of the header's 48 px tile. */
  readonly header: number;
  readonly stage: { readonly top: number; readonly bottom: number };
  /** Kept free for subtitles. */
  readonly caption: { readonly top: number; readonly bottom: number; readonly size: number; readonly pitch: number };
  /** Row of the progress thread. */
  readonly thread: number;
}

const GRIDS: Readonly<Record<Aspect, Grid>> = {
  '16:9': {
    ...FRAME_SIZE['16:9'],
    ...{ left: 96, right: 1824, top: 54, bottom: 1026, header: 50, stage: { top: 122, bottom: 850 } },
    ...{ caption: { top: 866, bottom: 990, size: 46, pitch: 62 }, thread: 1036 },
  },
  '9:16': {
    ...FRAME_SIZE['9:16'],
    ...{ left: 54, right: 1026, top: 150, bottom: 1690, header: 150, stage: { top: 240, bottom: 1450 } },
    ...{ caption: { top: 1470, bottom: 1650, size: 58, pitch: 82 }, thread: 1685 },
  },
  '1:1': {
    ...FRAME_SIZE['1:1'],
    ...{ left: 54, right: 1026, top: 48, bottom: 1032, header: 48, stage: { top: 112, bottom: 850 } },
    ...{ caption: { top: 868, bottom: 992, size: 48, pitch: 62 }, thread: 1030 },
  },
};

/** The grid of a frame of this size. */
export const gridOf = (frame: { readonly width: number; readonly height: number }): Grid => GRIDS[aspectOf(frame)];
