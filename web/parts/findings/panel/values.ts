import { type Features, isMeasured } from '#domain/finding';

type Key = keyof Features;
type Say = (key: string, values?: Record<string, string | number>) => string;

/** All features in the order they are read: place, size, density, kind, shape, signs. */
export const FEATURE_ORDER: readonly Key[] = [
  'side',
  'lobe',
  'zone',
  'longAxisMm',
  'shortAxisMm',
  'meanDiameterMm',
  'volumeMm3',
  'type',
  'solidDiameterMm',
  'solidFraction',
  'meanHu',
  'minHu',
  'maxHu',
  'sdHu',
  'sphericity',
  'marginSharpnessHuPerMm',
  'lobulation',
  'spiculation',
  'calcification',
  'fat',
  'pleuraDistanceMm',
  'juxtapleural',
];

/** Features that a physician may set. */
export const EDITABLE = ['side', 'lobe', 'longAxisMm', 'shortAxisMm', 'type', 'solidDiameterMm'] as const;
export type Editable = (typeof EDITABLE)[number];
export const isEditable = (key: Key): key is Editable => (EDITABLE as readonly string[]).includes(key);

const MM3_PER_CM3 = 1000;
const DIGITS: Readonly<Record<string, number>> = { mm: 1, mm3: 0, HU: 0, 'HU/mm': 0, '1': 2 };

/** A value as people read it, unit included; `t` is of the namespace `findings`. */
export function shownValue(t: Say, key: string, unit: string, value: number | string | boolean | null): string {
  if (value === null) return t('notMeasured');
  if (typeof value === 'boolean') return t(value ? 'present' : 'absent');
  if (typeof value === 'string') return t(`words.${key}.${value}`);
  if (key === 'solidDiameterMm' && value === 0) return t('absent');
  if (key === 'solidFraction') return `${Math.round(value * 100)}%`;
  if (unit === 'mm3' && value >= MM3_PER_CM3) return `${(value / MM3_PER_CM3).toFixed(1)} cm³`;
  const number = value.toFixed(DIGITS[unit] ?? 0).replace('-', '−');
  const shown = unit === 'mm3' ? 'mm³' : unit === '1' ? '' : unit;
  return shown ? `${number} ${shown}` : number;
}

/** A feature's own value as people read it. */
export const shownFeature = (t: Say, features: Features, key: Key): string =>
  shownValue(t, key, features[key].unit, isMeasured(features[key]) ? features[key].value : null);

/** Sentence numbers as people write them: `3, 5, 14–20`. */
export function ranges(numbers: readonly number[], comma: string): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs
    .flatMap(([from, to]) =>
      to - from < 2 ? Array.from({ length: to - from + 1 }, (_, i) => `${from + i}`) : [`${from}–${to}`],
    )
    .join(comma);
}
