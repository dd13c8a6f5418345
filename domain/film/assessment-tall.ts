import type { Aspect } from '../aspect.ts';
import { fitSize } from './measure.ts';
import type { RatingColumn } from './rating-columns.ts';

/** Where the walk and its result stand in a frame that is not wide, px. */
export interface TallLayout {
  /** Rows of the criteria for one to four of them. */
  readonly rows: readonly (readonly number[])[];
  /** Where the thread begins. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** First option's ring. */
  readonly first: number;
  readonly name: number;
  readonly option: number;
  readonly chosen: number;
  /** Labels stand this far above their line. */
  readonly lift: number;
  /** The thread leaves a row and runs level this far below it. */
  readonly run: number;
  /** Corners of the thread: out of a node, into the next one. */
  readonly bends: readonly [number, number];
  readonly frame: { readonly top: number; readonly bottom: number; readonly corner: number; readonly text: number };
  readonly system: { readonly y: number; readonly size: number };
  readonly result: { readonly y: number; readonly mark: number; readonly after: number };
  readonly meaning: number;
  /** Under the meaning, or in its place where there is none. */
  readonly limits: { readonly y: number; readonly pitch: number; readonly size: number };
  readonly example: { readonly x: number; readonly y: number; readonly pitch: number };
  readonly seal: { readonly x: number; readonly y: number; readonly scale: number };
}

export const ASSESSMENT_TALL: Readonly<Record<Exclude<Aspect, '16:9'>, TallLayout>> = {
  '9:16': {
    rows: [[560], [420, 690], [380, 575, 770], [350, 500, 650, 800]],
    ...{ top: 246, left: 54, right: 1026, first: 330, name: 40, option: 34, chosen: 42, lift: 24, run: 46 },
    bends: [46, 66],
    frame: { top: 880, bottom: 1206, corner: 55, text: 110 },
    system: { y: 952, size: 40 },
    result: { y: 1170, mark: 250, after: 60 },
    meaning: 1278,
    limits: { y: 1326, pitch: 38, size: 32 },
    example: { x: 590, y: 1022, pitch: 52 },
    seal: { x: 876, y: 945, scale: 1 },
  },
  '1:1': {
    rows: [[300], [214, 380], [190, 300, 410], [178, 260, 342, 424]],
    ...{ top: 126, left: 54, right: 1026, first: 330, name: 34, option: 30, chosen: 34, lift: 16, run: 24 },
    bends: [30, 30],
    frame: { top: 474, bottom: 686, corner: 40, text: 110 },
    system: { y: 522, size: 32 },
    result: { y: 666, mark: 170, after: 48 },
    meaning: 738,
    limits: { y: 774, pitch: 34, size: 28 },
    example: { x: 590, y: 558, pitch: 44 },
    seal: { x: 884, y: 482, scale: 0.9 },
  },
};

export interface TallNode {
  readonly x: number;
  readonly y: number;
}

/** Rings of a row's options, spread over the width right of its name. */
export const optionX = (layout: TallLayout, count: number, index: number): number =>
  Math.round(layout.first + ((layout.right - layout.first) / count) * index);

/** Room of an option's label, px. */
export const optionRoom = (layout: TallLayout, count: number): number => (layout.right - layout.first) / count - 46;

/** The chosen option of each row. */
export function tallNodes(layout: TallLayout, columns: readonly RatingColumn[]): TallNode[] {
  const rows = layout.rows[columns.length - 1] ?? [];
  return columns.map((column, i) => ({
    x: optionX(layout, column.options.length, column.chosen),
    y: rows[i] ?? 0,
  }));
}

/** Down out of a node, level above the next row's labels, and down into its node; straight where they stand under each other. */
function step(layout: TallLayout, from: TallNode, to: TallNode): string {
  const dx = to.x - from.x;
  if (dx === 0) return `M${from.x} ${from.y}V${to.y}`;
  const side = Math.sign(dx);
  const out = Math.min(layout.bends[0], layout.run, Math.abs(dx) / 2);
  const into = Math.min(layout.bends[1], Math.abs(dx) / 2);
  const level = from.y + Math.max(layout.run, (to.y - from.y) * 0.32);
  const [a, b] = side > 0 ? [0, 1] : [1, 0];
  return `M${from.x} ${from.y}V${level - out}A${out} ${out} 0 0 ${a} ${from.x + side * out} ${level}H${to.x - side * into}A${into} ${into} 0 0 ${b} ${to.x} ${level + into}V${to.y}`;
}

/** The thread: from the top into the first node, from node to node, then round the result and out at the right edge. */
export function tallWays(layout: TallLayout, nodes: readonly TallNode[], width: number): string[] {
  const { top, bottom, corner } = layout.frame;
  const { left } = layout;
  const round = `H${left + corner}A${corner} ${corner} 0 0 0 ${left} ${top + corner}V${bottom - corner}A${corner} ${corner} 0 0 0 ${left + corner} ${bottom}H${width}`;
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return [`M${width} ${top}${round}`];
  const bend = Math.min(corner, top - last.y - 10);
  const legs = nodes.slice(1).map((node, i) => step(layout, nodes[i] ?? node, node));
  return [
    `M${first.x} ${layout.top}V${first.y}`,
    ...legs,
    `M${last.x} ${last.y}V${top - bend}A${bend} ${bend} 0 0 1 ${last.x - bend} ${top}${round}`,
  ];
}

/** The size at which an option's label fits. */
export const optionSize = (layout: TallLayout, option: string, count: number, chosen: boolean): number =>
  fitSize(option, chosen ? layout.chosen : layout.option, optionRoom(layout, count));
