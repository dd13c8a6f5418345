import { type Aspect, aspectOf } from '../aspect.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where things of a differential stand, px. Wide: three columns under one thread. Tall and square: three blocks beside a thread that runs down. */
export interface DifferentialLayout {
  readonly headline: Place & { width: number; sizes: readonly number[] };
  /** What the order means; `end` = set to end at x. */
  readonly order: Place & { end: boolean };
  readonly across: boolean;
  /** Row (wide) or column (tall) of the thread, and where its nodes begin and how far apart they are. */
  readonly thread: { at: number; first: number; pitch: number };
  /** From an option's node: its name, the words on it, and the two sides. */
  readonly name: Place & { width: number; size: number };
  /** `beside` = after the name, else under it; `width` from the name's left edge. */
  readonly note: { dy: number; beside: boolean; width: number };
  readonly sides: readonly [Place, Place];
  readonly ground: { width: number; pitch: number; size: number };
  /** Baseline of "for" and "against" over the grounds, from their first row; null = said once, in the legend. */
  readonly label: number | null;
  readonly legend: Place | null;
  readonly settle: Place & { width: number; lines: number; sizes: readonly number[] };
}

const LAYOUTS: Readonly<Record<Aspect, DifferentialLayout>> = {
  '16:9': {
    headline: { x: 96, y: 196, width: 1100, sizes: [72] },
    order: { x: 1824, y: 196, end: true },
    across: true,
    thread: { at: 388, first: 96, pitch: 600 },
    name: { x: 0, y: -86, width: 528, size: 56 },
    note: { dy: 48, beside: false, width: 528 },
    sides: [
      { x: 0, y: 114 },
      { x: 0, y: 274 },
    ],
    ground: { width: 528, pitch: 52, size: 38 },
    label: -50,
    legend: null,
    settle: { x: 96, y: 818, width: 1728, lines: 1, sizes: [46, 42, 38] },
  },
  '9:16': {
    headline: { x: 54, y: 324, width: 972, sizes: [80, 76, 72, 68] },
    order: { x: 54, y: 378, end: false },
    across: false,
    thread: { at: 70, first: 470, pitch: 292 },
    name: { x: 50, y: 20, width: 520, size: 58 },
    note: { dy: 0, beside: true, width: 906 },
    sides: [
      { x: 50, y: 140 },
      { x: 520, y: 140 },
    ],
    ground: { width: 436, pitch: 56, size: 42 },
    label: -58,
    legend: null,
    settle: { x: 54, y: 1372, width: 972, lines: 2, sizes: [60, 56, 52, 48] },
  },
  '1:1': {
    headline: { x: 54, y: 182, width: 640, sizes: [60, 56, 52, 48] },
    order: { x: 54, y: 842, end: false },
    across: false,
    thread: { at: 70, first: 252, pitch: 182 },
    name: { x: 46, y: 16, width: 460, size: 46 },
    note: { dy: 0, beside: true, width: 910 },
    sides: [
      { x: 46, y: 74 },
      { x: 520, y: 74 },
    ],
    ground: { width: 436, pitch: 48, size: 36 },
    label: null,
    legend: { x: 1026, y: 180 },
    settle: { x: 54, y: 792, width: 972, lines: 1, sizes: [46, 42, 40, 38, 36] },
  },
};

export const differentialLayout = (frame: { readonly width: number; readonly height: number }): DifferentialLayout =>
  LAYOUTS[aspectOf(frame)];

/** Screen position of an option's node. */
export const optionNode = ({ across, thread }: DifferentialLayout, index: number): Place => {
  const along = thread.first + thread.pitch * index;
  return across ? { x: along, y: thread.at } : { x: thread.at, y: along };
};
