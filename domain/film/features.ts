import { z } from 'zod';
import { aspectOf } from '../aspect.ts';
import type { Features, Finding } from '../finding.ts';
import { type MeasureKey, measuresOf, otherMeasures } from '../measures.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { FEATURES_LAYOUT } from './features-layout.ts';
import { shown, shownVolume } from './format.ts';
import { textWidth } from './measure.ts';
import { placeOn, scaleOf } from './measure-scales.ts';
import { draw, type Entrance, eased, settle, textEntrance } from './motion.ts';
import { hasWord, type Word, word } from './words.ts';

const Mark = z.object({ at: z.number(), text: z.string() });
/** A measure on the shuttle thread. `at` 0..1 along the line; null when there is nothing to place. */
const Leading = z.object({
  key: z.string(),
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  at: z.number().nullable(),
  marks: z.array(Mark),
});
/** A row of the table. `open` = looked for and not seen. */
const Row = z.object({
  key: z.string(),
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  at: z.number().nullable(),
  open: z.boolean(),
  reference: z.tuple([z.number(), z.number()]).nullable(),
  note: z.string().nullable(),
});

export const FeaturesProps = SceneBase.extend({
  kind: z.literal('features'),
  leading: z.array(Leading).max(3),
  rows: z.array(Row).max(9),
  tableHeading: z.string(),
  /** Legend of the grey segment; null when no row has one. */
  legend: z.string().nullable(),
});
export type FeaturesProps = z.infer<typeof FeaturesProps>;

type Say = (key: Word, values?: Record<string, string | number>) => string;

/** A measure's value and unit as the film shows them. */
function shownValue(
  key: MeasureKey,
  features: Features,
  measurable: boolean,
  say: Say,
): { value: string; unit: string } {
  const { value, unit } = features[key];
  const needsMm = unit === 'mm' || unit === 'mm3' || unit === 'HU/mm';
  if (needsMm && !measurable) return { value: say('measure.unknown'), unit: '' };
  if (key === 'pleuraDistanceMm' && features.juxtapleural.value) return { value: say('measure.touching'), unit: '' };
  if (typeof value === 'boolean') return { value: say(value ? 'measure.present' : 'measure.none'), unit: '' };
  if (typeof value === 'string') {
    const name = `${key}.${value}`;
    return { value: value === 'none' ? say('measure.none') : hasWord(name) ? say(name) : value, unit: '' };
  }
  if (key === 'volumeMm3') return shownVolume(value);
  if (key === 'solidFraction') return { value: shown(value * 100, 0), unit: '%' };
  if (unit === 'mm') return { value: shown(value, 1), unit };
  if (unit === 'HU' || unit === 'HU/mm') return { value: shown(value, 0), unit };
  return { value: shown(value, 2), unit: '' };
}

const markText = (key: MeasureKey, value: number): string =>
  key === 'volumeMm3' && value >= 1000 ? `${shown(value / 1000, value < 10000 ? 1 : 0)} mL` : shown(value, 0);

/** Marks that would touch a neighbour's number on a line of `length` px are dropped, the ends never. */
function marksOf(key: MeasureKey, features: Features, length: number): z.infer<typeof Mark>[] {
  const scale = scaleOf(key, features);
  if (!scale) return [];
  const first = { at: 0, text: markText(key, scale.from) };
  const last = { at: 1, text: markText(key, scale.to) };
  const apart = (a: z.infer<typeof Mark>, b: z.infer<typeof Mark>): boolean =>
    b.at - a.at > Math.max(0.11, (textWidth(a.text + b.text, 30) / 2 + 12) / length);
  const kept: z.infer<typeof Mark>[] = [first];
  for (const value of scale.marks) {
    const mark = { at: placeOn(scale, value), text: markText(key, value) };
    if (apart(kept.at(-1) ?? first, mark) && apart(mark, last)) kept.push(mark);
  }
  return [...kept, last];
}

function rowOf(key: MeasureKey, features: Features, measurable: boolean, say: Say): z.infer<typeof Row> {
  const measure = features[key].value;
  const scale = scaleOf(key, features);
  const { value, unit } = shownValue(key, features, measurable, say);
  const unseen = measure === false || measure === 'none';
  const known = value !== say('measure.unknown');
  const note: Word | null =
    key === 'lobulation' || key === 'spiculation'
      ? 'note.sign'
      : hasWord(`note.${key}`)
        ? (`note.${key}` as Word)
        : null;
  return {
    key,
    name: say(`measure.${key}` as Word),
    value,
    unit,
    at: scale && known && typeof measure === 'number' ? placeOn(scale, measure) : unseen ? 0 : null,
    open: unseen,
    reference: scale?.reference ? [placeOn(scale, scale.reference[0]), placeOn(scale, scale.reference[1])] : null,
    note: note ? say(note) : null,
  };
}

function leadingOf(
  key: MeasureKey,
  finding: Finding,
  measurable: boolean,
  length: number,
  say: Say,
): z.infer<typeof Leading> {
  const { features } = finding;
  const scale = scaleOf(key, features);
  const measure = features[key].value;
  const shown = shownValue(key, features, measurable, say);
  const known = shown.value !== say('measure.unknown');
  return {
    key,
    name: say(`measure.${key}` as Word),
    ...shown,
    at: scale && known && typeof measure === 'number' ? placeOn(scale, measure) : null,
    marks: known ? marksOf(key, features, length) : [],
  };
}

export function composeFeatures(base: SceneBase, input: ComposeInput): FeaturesProps {
  const finding = input.analysis.findings.find((item) => item.rank === 1) ?? null;
  const { measurable } = input.analysis.study;
  const say: Say = (key, values) => word(base.language, key, values);
  const rows = finding ? otherMeasures(finding).map((key) => rowOf(key, finding.features, measurable, say)) : [];
  const { left, right } = FEATURES_LAYOUT[aspectOf(base)].shuttle;
  const counted = base.language === 'en' ? EN_COUNT[rows.length] : ZH_COUNT[rows.length];
  return {
    ...base,
    kind: 'features',
    leading: finding ? measuresOf(finding).map((key) => leadingOf(key, finding, measurable, right - left, say)) : [],
    rows,
    tableHeading: say('features.rest', { count: counted ?? rows.length }),
    legend: rows.some((row) => row.reference) ? say('features.reference') : null,
  };
}

const ZH_COUNT = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'];
const EN_COUNT = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export interface FeaturesState {
  /** Drawn fraction of each leg of the shuttle. */
  readonly legs: number[];
  readonly names: Entrance[];
  readonly values: Entrance[];
  /** 0 = not yet, .6..1 = scale of the knot. */
  readonly knots: number[];
  readonly heading: number;
  readonly rows: number[];
}

/** Each leg runs in 16 f as its measure is named; number when the thread has passed under it; rows in one pass, 2 f apart. */
export function featuresState(props: FeaturesProps, frame: number): FeaturesState {
  const starts = props.leading.map((_, i) =>
    cueStart(props, `measure-${i + 1}`, Math.floor(props.durationInFrames * 0.2 * i)),
  );
  const rest = cueStart(props, 'rest', Math.floor(props.durationInFrames * 0.65));
  return {
    legs: starts.map((start) => eased(frame, start - 4, 16, draw)),
    names: starts.map((start) => textEntrance(frame, start)),
    values: starts.map((start) => textEntrance(frame, start + 6)),
    knots: starts.map((start) => {
      const t = eased(frame, start + 8, 6, settle);
      return t === 0 ? 0 : Math.round((0.6 + 0.4 * t) * 1e4) / 1e4;
    }),
    heading: eased(frame, rest, 6, settle),
    rows: props.rows.map((_, i) => eased(frame, rest + 4 + i * 2, 6, settle)),
  };
}
