import { z } from 'zod';
import type { Aspect } from '../aspect.ts';
import type { Features, Finding } from '../finding.ts';
import { isMeasured } from '../finding.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { shown, shownVolume } from './format.ts';
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
    rest: none
      ? say('table.none.note', { slices: study.geometry.slices })
      : more > 0
        ? say('table.more', { count: more })
        : ranked.length === 1
          ? say('table.no-more')
          : '',
    note: study.measurable ? (none ? '' : say('table.note')) : say('table.unmeasured'),
  };
}

/** Where the table stands, px: baselines of headline and heading row, first row and pitch, right ends of the columns. */
export interface TableLayout {
  readonly headline: { readonly y: number; readonly size: number };
  readonly heading: number;
  readonly first: number;
  readonly pitch: number;
  readonly place: { readonly x: number; readonly room: number };
  readonly ends: readonly number[];
  readonly notes: number;
  /** A finding's values stand under its name instead of beside it. */
  readonly stacked: boolean;
}
export const TABLE_LAYOUT: Readonly<Record<Aspect, TableLayout>> = {
  '16:9': {
    headline: { y: 206, size: 72 },
    heading: 286,
    first: 322,
    pitch: 76,
    place: { x: 184, room: 620 },
    ends: [1060, 1320, 1600, 1824],
    notes: 832,
    stacked: false,
  },
  '9:16': {
    headline: { y: 336, size: 84 },
    heading: 428,
    first: 456,
    pitch: 150,
    place: { x: 134, room: 892 },
    ends: [330, 580, 860, 1026],
    notes: 1430,
    stacked: true,
  },
  '1:1': {
    headline: { y: 186, size: 60 },
    heading: 248,
    first: 266,
    pitch: 86,
    place: { x: 114, room: 300 },
    ends: [560, 730, 920, 1026],
    notes: 834,
    stacked: false,
  },
};

export interface TableState {
  readonly headline: Entrance;
  readonly heading: number;
  /** The thread under the leading row. */
  readonly leg: number;
  readonly rows: Entrance[];
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
    notes: eased(frame, rest + 4 + props.rows.length * 2, 8, settle),
  };
}
