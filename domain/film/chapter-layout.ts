import { type Aspect, aspectOf } from '../aspect.ts';
import type { Box } from './warp.ts';

/** Where a chapter card's parts stand. */
export interface ChapterLayout {
  readonly number: { readonly x: number; readonly y: number; readonly size: number };
  readonly title: { readonly maxWidth: number; readonly maxLines: number; readonly sizes: readonly number[] };
  readonly titleX: number;
  /** Baseline of the middle of the title's lines, or of its first line. */
  readonly titleY: { readonly middle: number } | { readonly first: number };
  readonly lungs: Box;
  /** The chapter line: across the frame with the names under it, or down the frame with the names beside it. */
  readonly line: {
    readonly down: boolean;
    /** Row of the line, or of its entry from the left edge. */
    readonly y: number;
    /** First and last mark along the line. */
    readonly first: number;
    readonly last: number;
    /** Most px between two marks. */
    readonly pitch: number;
    /** Baselines of the names under the line; or their left edge beside it. */
    readonly names: number;
    readonly size: number;
  };
}

const LAYOUTS: Readonly<Record<Aspect, ChapterLayout>> = {
  '16:9': {
    number: { x: 96, y: 508, size: 300 },
    title: { maxWidth: 720, maxLines: 2, sizes: [124, 112, 100, 88, 76, 64] },
    titleX: 556,
    titleY: { middle: 434 },
    lungs: { x: 1300, y: 130, width: 576, height: 600 },
    line: { down: false, y: 822, first: 168, last: 1752, pitch: 1584, names: 922, size: 42 },
  },
  '9:16': {
    number: { x: 46, y: 500, size: 300 },
    title: { maxWidth: 960, maxLines: 2, sizes: [128, 120, 112, 104, 96, 88, 80, 72] },
    titleX: 54,
    titleY: { first: 660 },
    lungs: { x: 520, y: 980, width: 520, height: 520 },
    line: { down: true, y: 920, first: 1012, last: 1480, pitch: 104, names: 160, size: 46 },
  },
  '1:1': {
    number: { x: 46, y: 330, size: 240 },
    title: { maxWidth: 620, maxLines: 2, sizes: [112, 104, 96, 88, 80, 72, 64] },
    titleX: 54,
    titleY: { first: 470 },
    lungs: { x: 650, y: 150, width: 376, height: 480 },
    line: { down: false, y: 800, first: 120, last: 960, pitch: 840, names: 884, size: 38 },
  },
};

/** The layout of a chapter card in a frame of this size. */
export const chapterLayout = (frame: { readonly width: number; readonly height: number }): ChapterLayout =>
  LAYOUTS[aspectOf(frame)];

/** Where the n marks stand along the line, px. */
export function chapterMarks({ line }: ChapterLayout, count: number): number[] {
  const pitch = count < 2 ? 0 : Math.min(line.pitch, (line.last - line.first) / (count - 1));
  return Array.from({ length: count }, (_, i) => line.first + pitch * i);
}
