import { type Features, type Finding, isMeasured } from './finding.ts';

export type MeasureKey = keyof Features;

/** The order in which measures decide, by type; the first three that are not zero stand on the shuttle thread. */
const DECIDING: Readonly<Record<Features['type']['value'], readonly MeasureKey[]>> = {
  'part-solid': ['meanDiameterMm', 'solidDiameterMm', 'volumeMm3'],
  solid: ['meanDiameterMm', 'volumeMm3', 'meanHu'],
  'non-solid': ['meanDiameterMm', 'meanHu', 'volumeMm3'],
};

/** The three measures the features scene speaks, in order (`measure-1` first). */
export function measuresOf(finding: Finding): readonly [MeasureKey, MeasureKey, MeasureKey] {
  const [first, second, third] = DECIDING[finding.features.type.value];
  return [first!, second!, third!];
}

/** Left out first where nine rows do not hold all: the axes stand in the highlight scene, and what is spoken must be seen. */
const SPARE: readonly MeasureKey[] = ['shortAxisMm', 'longAxisMm'];

/** Every other measure, for the table of nine. */
export function otherMeasures(finding: Finding): readonly MeasureKey[] {
  const deciding: readonly MeasureKey[] = measuresOf(finding);
  const table: readonly MeasureKey[] = [
    'longAxisMm',
    'shortAxisMm',
    'volumeMm3',
    'solidFraction',
    'meanHu',
    'sphericity',
    'marginSharpnessHuPerMm',
    'lobulation',
    'spiculation',
    'calcification',
    'fat',
    'pleuraDistanceMm',
  ];
  const others = table.filter((key) => !deciding.includes(key) && isMeasured(finding.features[key]));
  const dropped = SPARE.slice(0, Math.max(0, others.length - 9));
  return others.filter((key) => !dropped.includes(key)).slice(0, 9);
}
