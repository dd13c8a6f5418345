import { z } from 'zod';
import { type Aspect, aspectOf } from '../aspect.ts';
import type { Features, Finding } from '../finding.ts';
import { isMeasured } from '../finding.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shown, shownVolume } from './format.ts';
import { setLines } from './lines.ts';
import { fitSize } from './measure.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { placeName } from './words-image.ts';
import { type TableWord, tableWord } from './words-tables.ts';

/** Rows a frame holds; further findings are counted under them. */
export const TABLE_ROWS = 6;

const Cell = z.object({ value: z.string(), unit: z.string() });
/** One finding. Its cells follow the columns; `leading` = the one the film is about. */
const Row = z.object({
  key: z.string(),
  rank: z.string(),
  place: z.string(),
  type: z.string(),
  cells: z.array(Cell),
  leading: z.boolean(),
});

export const TableProps = SceneBase.extend({
  kind: z.literal('table'),
  headline: z.string(),
  placeHeading: z.string(),
  /** What stands instead of rows where nothing was found. */
  empty: z.object({ size: z.number(), lines: z.array(z.string()) }).nullable(),
  /** Measures in mm stand only where the study has millimetres. */
  columns: z.array(z.object({ key: z.enum(['mean', 'solid', 'volume', 'slice']), name: z.string() })),
  rows: z.array(Row).max(TABLE_ROWS),
  /** "+n more", or that there are no others. */
  rest: z.string(),
  note: z.string(),
});
export type TableProps = z.infer<typeof TableProps>;

type Say = (key: TableWord, values?: Record<string, string | number>) => string;
type Column = TableProps['columns'][number]['key'];

const MEASURE = {
  mean: 'meanDiameterMm',
  solid: 'solidDiameterMm',
  volume: 'volumeMm3',
} as const satisfies Partial<Record<Column, keyof Features>>;

function cellOf(column: Column, finding: Finding, say: Say): z.infer<typeof Cell> {
  if (column === 'slice') return { value: `${finding.keySlice + 1}`, unit: '' };
  const measure = finding.features[MEASURE[column]];
  if (!isMeasured(measure)) return { value: say('table.missing'), unit: '' };
  // A nodule without a solid part has none to measure; a solid one is its own.
  if (column === 'solid' && finding.features.type.value !== 'part-solid') return { value: '–', unit: '' };
  return column === 'volume' ? shownVolume(measure.value) : { value: shown(measure.value, 1), unit: 'mm' };
}

function emptyWords(text: string, base: SceneBase): TableProps['empty'] {
  const { left, right } = TABLE_LAYOUT[aspectOf(base)];
  const sizes = [48, 44, 40, 36];
  return setLines(text, base.language, { face: 'text', tracking: 0, maxWidth: right - left, maxLines: 2, sizes });
}

/** The findings by rank, the leading one first. */
export function composeTable(base: SceneBase, input: ComposeInput): TableProps {
  const { findings, study } = input.analysis;
  const say: Say = (key, values) => tableWord(base.language, key, values);
  const ranked = [...findings].sort((a, b) => a.rank - b.rank);
  const keys: readonly Column[] = study.measurable ? ['mean', 'solid', 'volume', 'slice'] : ['slice'];
  const more = ranked.length - TABLE_ROWS;
  const none = ranked.length === 0;
  return {
    ...base,
    kind: 'table',
    headline: none
      ? say('table.none')
      : ranked.length === 1
        ? say('table.one')
        : say('table.some', { count: ranked.length }),
    placeHeading: say('table.place'),
    columns: none ? [] : keys.map((key) => ({ key, name: say(`table.${key}`) })),
    rows: ranked.slice(0, TABLE_ROWS).map((finding, i) => ({
      key: finding.id,
      rank: `${finding.rank}`,
      place: placeName(base.language, finding),
      type: say(`type.${finding.features.type.value}`),
      cells: keys.map((key) => cellOf(key, finding, say)),
      leading: i === 0,
    })),
    empty: none ? emptyWords(say('table.none.note', { slices: study.geometry.slices }), base) : null,
    rest: more > 0 ? say('table.more', { count: more }) : ranked.length === 1 ? say('table.no-more') : '',
    note: study.measurable ? (none ? '' : say('table.note')) : say('table.unmeasured'),
  };
}

/** Where the table stands, px: baselines of headline and heading, the stretch its rows share, right ends of the columns. */
export interface TableLayout {
  readonly left: number;
  readonly right: number;
  /** Where names begin, after the rank, and how wide they may be beside the values. */
  readonly place: { readonly x: number; readonly room: number };
  readonly headline: { readonly y: number; readonly size: number };
  readonly heading: number;
  readonly rows: { readonly top: number; readonly bottom: number; readonly most: number };
  readonly ends: readonly number[];
  /** A finding's values stand under its name, not beside it. */
  readonly stacked: boolean;
  readonly notes: number;
  /** Nothing found: rows of headline and thread, size of the headline. */
  readonly none: { readonly y: number; readonly size: number };
}
export const TABLE_LAYOUT: Readonly<Record<Aspect, TableLayout>> = {
  '16:9': {
    ...{ left: 96, right: 1824, place: { x: 176, room: 640 }, headline: { y: 206, size: 72 }, heading: 286 },
    ...{ rows: { top: 318, bottom: 780, most: 150 }, ends: [1080, 1340, 1620, 1824], stacked: false },
    ...{ notes: 834, none: { y: 470, size: 124 } },
  },
  '9:16': {
    ...{ left: 54, right: 1026, place: { x: 134, room: 892 }, headline: { y: 336, size: 84 }, heading: 428 },
    ...{ rows: { top: 452, bottom: 1382, most: 270 }, ends: [330, 580, 860, 1026], stacked: true },
    ...{ notes: 1436, none: { y: 780, size: 124 } },
  },
  '1:1': {
    ...{ left: 54, right: 1026, place: { x: 114, room: 912 }, headline: { y: 178, size: 60 }, heading: 232 },
    ...{ rows: { top: 246, bottom: 796, most: 150 }, ends: [300, 560, 850, 1026], stacked: true },
    ...{ notes: 840, none: { y: 470, size: 104 } },
  },
};

/** Pitch and sizes of the rows: few findings stand larger. */
export function tableRows(layout: TableLayout, props: Pick<TableProps, 'rows' | 'columns'>) {
  const { top, bottom, most } = layout.rows;
  const [count, columns] = [props.rows.length, props.columns.length];
  const pitch = Math.min(most, Math.floor((bottom - top) / Math.max(1, count)));
  const alone = count === 1;
  const stacked = layout.stacked && columns > 1 && !alone;
  const wished = Math.min(64, Math.round(pitch * (stacked ? (pitch < 100 ? 0.38 : 0.31) : 0.53)));
  const room = alone ? layout.right - layout.place.x : layout.place.room;
  const name = Math.min(...props.rows.map((row) => fitSize(rowName(row), wished, room)), wished);
  const value = stacked ? Math.min(56, Math.max(34, Math.round(wished * 0.9))) : Math.max(name, Math.min(wished, 56));
  const middle = pitch / 2;
  return {
    ...{ pitch, stacked, alone, name, value },
    nameY: Math.round(stacked ? middle - (pitch < 100 ? 4 : 8 + pitch * 0.03) : middle + name * 0.36),
    valueY: Math.round(stacked ? middle + value * 0.95 + (pitch < 100 ? 1 : pitch * 0.03) : middle + name * 0.36),
  };
}

/** Place and type, as one name. */
export const rowName = (row: TableProps['rows'][number]): string => `${row.place} · ${row.type}`;

/** A finding alone has its measures in a list under the thread: baselines and size. */
export function tableList(layout: TableLayout, pitch: number, count: number) {
  const top = layout.rows.top + pitch;
  const step = Math.min(
    layout.stacked ? 190 : 110,
    Math.floor((layout.rows.bottom - (layout.stacked ? 46 : 4) - top) / Math.max(1, count)),
  );
  const size = Math.min(64, Math.round(step * (layout.stacked ? 0.42 : 0.5)));
  return Array.from({ length: count }, (_, i) => ({
    size,
    y: Math.round(top + step * (i + 0.5) + size * 0.36),
    rule: top + step * (i + 1),
  }));
}

export interface TableState {
  readonly headline: Entrance;
  readonly heading: number;
  /** The thread under the leading row. */
  readonly leg: number;
  readonly rows: Entrance[];
  /** Measures of a finding alone. */
  readonly cells: Entrance[];
  readonly notes: number;
}

/** The leading row comes with its thread as the table is named; the others in one pass, 2 f apart, with the rest. */
export function tableState(props: TableProps, frame: number): TableState {
  const start = cueStart(props, 'table', Math.min(8, props.durationInFrames));
  const rest = cueStart(props, 'rest', Math.floor(props.durationInFrames * 0.5));
  return {
    headline: textEntrance(frame, Math.max(0, start - 4)),
    heading: eased(frame, start + 2, 6, settle),
    leg: eased(frame, start + 4, 26, draw),
    rows: props.rows.map((_, i) => textEntrance(frame, i === 0 ? start + 10 : rest + (i - 1) * 2)),
    cells: props.rows.length === 1 ? props.columns.map((_, i) => textEntrance(frame, start + 16 + i * 2)) : [],
    notes: eased(frame, rest + 4 + props.rows.length * 2, 8, settle),
  };
}
