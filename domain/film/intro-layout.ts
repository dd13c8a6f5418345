import { type Aspect, aspectOf } from '../aspect.ts';
import type { SceneBase } from './base.ts';
import { gridOf } from './grid.ts';
import { type HeaderMark, MARK_PITCH, markRows, markTexts, placeMarks } from './header.ts';
import type { SetText } from './lines.ts';
import type { Box } from './warp.ts';

/** A text column: its largest sizes first, and its most lines. */
interface Room {
  readonly maxWidth: number;
  readonly maxLines: number;
  readonly sizes: readonly number[];
}

/** Where the opening's parts stand. The brand's field is the right half of a wide frame and the lower part of a narrow one. */
export interface IntroLayout {
  readonly left: number;
  readonly field: { readonly x: number; readonly y: number };
  readonly logo: { readonly y: number; readonly scale: number };
  /** Hospital and department beside the logo: x, first baseline of one line and of two, distance of baselines. */
  readonly brand: { readonly x: number; readonly y: readonly [number, number]; readonly pitch: number };
  readonly hospital: Room;
  readonly department: Room;
  /** Baseline of the series; of the episode, or null where it follows in the same row. */
  readonly series: number;
  readonly episode: number | null;
  /** Largest size of the series. */
  readonly seriesSize: number;
  /** Baseline of the title's last line. */
  readonly titleEnd: number;
  /** Rooms the title may take: the one that sets it largest. */
  readonly title: readonly Room[];
  readonly label: Room;
  readonly restriction: Room;
  /** Baseline of the label's last line, and of what is said under it; or the last baseline of all of it, marks included. */
  readonly legal: { readonly label: number; readonly restriction: number } | { readonly bottom: number };
  /** Room of the lungs; a box that ends at the label takes the height the label leaves. */
  readonly lungs: Box;
  readonly lungsEndAtLabel: boolean;
  readonly threadY: number;
  /** The thread's curve: rises from one x to another, or turns back round `to`. */
  readonly curve: { readonly from: number; readonly to: number; readonly turns: boolean };
}

const TITLE = [104, 96, 88, 80, 72, 64, 56] as const;
const LABEL = [62, 60, 58] as const;

const LAYOUTS: Readonly<Record<Aspect, IntroLayout>> = {
  '16:9': {
    left: 96,
    field: { x: 960, y: 0 },
    logo: { y: 84, scale: 1.8 },
    brand: { x: 192, y: [117, 112], pitch: 43 },
    hospital: { maxWidth: 720, maxLines: 2, sizes: [40, 36] },
    department: { maxWidth: 720, maxLines: 2, sizes: [32, 30, 28] },
    series: 348,
    episode: 406,
    seriesSize: 40,
    titleEnd: 672,
    title: [
      { maxWidth: 760, maxLines: 2, sizes: TITLE },
      { maxWidth: 760, maxLines: 3, sizes: [64, 60, 56, 52, 48] },
    ],
    label: { maxWidth: 830, maxLines: 2, sizes: LABEL },
    restriction: { maxWidth: 864, maxLines: 1, sizes: [36] },
    legal: { label: 894, restriction: 969 },
    // Clear of the header mark above and the subtitle band below.
    lungs: { x: 1064, y: 130, width: 760, height: 712 },
    lungsEndAtLabel: false,
    threadY: 716,
    curve: { from: 800, to: 1030, turns: false },
  },
  '9:16': {
    left: 54,
    field: { x: 0, y: 752 },
    logo: { y: 150, scale: 1.8 },
    brand: { x: 150, y: [183, 178], pitch: 44 },
    hospital: { maxWidth: 876, maxLines: 2, sizes: [42, 38] },
    department: { maxWidth: 876, maxLines: 1, sizes: [34, 32, 30, 28] },
    series: 358,
    episode: null,
    seriesSize: 40,
    titleEnd: 652,
    title: [
      { maxWidth: 972, maxLines: 2, sizes: [112, ...TITLE] },
      { maxWidth: 972, maxLines: 3, sizes: [76, 72, 68, 64] },
    ],
    label: { maxWidth: 972, maxLines: 2, sizes: [72, 68, 64, ...LABEL] },
    restriction: { maxWidth: 972, maxLines: 1, sizes: [38, 36, 34, 32] },
    legal: { bottom: 1432 },
    lungs: { x: 54, y: 796, width: 800, height: 600 },
    lungsEndAtLabel: true,
    threadY: 702,
    curve: { from: 880, to: 1100, turns: true },
  },
  '1:1': {
    left: 54,
    field: { x: 0, y: 468 },
    logo: { y: 48, scale: 1.45 },
    brand: { x: 130, y: [73, 70], pitch: 36 },
    hospital: { maxWidth: 896, maxLines: 2, sizes: [34, 32] },
    department: { maxWidth: 896, maxLines: 1, sizes: [28] },
    series: 180,
    episode: null,
    seriesSize: 36,
    titleEnd: 396,
    title: [
      { maxWidth: 972, maxLines: 2, sizes: TITLE.slice(2) },
      { maxWidth: 972, maxLines: 3, sizes: [60, 58, 56] },
    ],
    label: { maxWidth: 612, maxLines: 2, sizes: LABEL },
    restriction: { maxWidth: 600, maxLines: 2, sizes: [34, 32, 30, 28] },
    legal: { bottom: 838 },
    lungs: { x: 706, y: 512, width: 280, height: 330 },
    lungsEndAtLabel: false,
    threadY: 436,
    curve: { from: 996, to: 1100, turns: true },
  },
};

/** The layout of an opening in a frame of this size. */
export const introLayout = (frame: { readonly width: number; readonly height: number }): IntroLayout =>
  LAYOUTS[aspectOf(frame)];

/** Baselines of the label's last line and of the restriction's lines, and the marks in their rows. */
export interface Legal {
  readonly label: number;
  readonly restriction: number[];
  readonly marks: HeaderMark[];
}

/** From the label's last baseline to the first one under it. */
const UNDER_LABEL = 58;

/** Where the label and what belongs to it stand: in a wide frame the marks keep the header's row, in a narrow one they follow the restriction. */
export function legalOf(base: SceneBase, restriction: SetText): Legal {
  const { legal, left, restriction: room } = introLayout(base);
  const texts = markTexts(base, false);
  if (!('bottom' in legal)) {
    const { header, right } = gridOf(base);
    return { label: legal.label, restriction: [legal.restriction], marks: placeMarks(texts, right, header + 34) };
  }
  const rows = markRows(texts, left, room.maxWidth);
  const last = legal.bottom - rows.length * MARK_PITCH;
  const count = restriction.lines.length;
  const lines = restriction.lines.map((_, i) => last - (count - 1 - i) * (restriction.size + 8));
  return {
    label: (lines[0] ?? last) - UNDER_LABEL,
    restriction: lines,
    marks: rows.flatMap((row, i) => row(last + (i + 1) * MARK_PITCH)),
  };
}
