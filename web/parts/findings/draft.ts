import { lengthMm } from '#domain/correction/axes';
import type { AxisLine, AxisPair, Correction } from '#domain/correction/correction';
import { resize } from '#domain/correction/resize';
import type { Finding } from '#domain/finding';
import type { FindingsView } from '#domain/findings-view';
import type { Geometry } from '#domain/study';

/** What a correction is about: one of a kind for each finding, any number of additions. */
const keyOf = (item: Correction): string | null => ('findingId' in item ? `${item.change} ${item.findingId}` : null);

/** Corrections with one more; it replaces the earlier one of its kind on the same finding. Side and lobe are one question. */
export function withCorrection(draft: readonly Correction[], item: Correction): Correction[] {
  const key = keyOf(item);
  return [...draft.filter((other) => key === null || keyOf(other) !== key), item];
}

/** Corrections without those of a finding, or of one kind of it. */
export const withoutCorrection = (
  draft: readonly Correction[],
  findingId: string,
  change?: Correction['change'],
): Correction[] =>
  draft.filter((item) => !('findingId' in item && item.findingId === findingId && (!change || item.change === change)));

export const correctionOf = <C extends Correction['change']>(
  draft: readonly Correction[],
  findingId: string,
  change: C,
): Extract<Correction, { change: C }> | undefined =>
  draft.find((item): item is Extract<Correction, { change: C }> => {
    return item.change === change && 'findingId' in item && item.findingId === findingId;
  });

export const spacingOf = (geometry: Geometry): readonly [number, number] => [
  geometry.spacingMm[0],
  geometry.spacingMm[1],
];

/** A finding as it is drawn while axes are being dragged; the finding itself where the axes do not hold. */
export function drawnFinding(finding: Finding, draft: readonly Correction[], geometry: Geometry): Finding {
  const axes = correctionOf(draft, finding.id, 'axes');
  if (!axes) return finding;
  try {
    return resize(finding, axes, geometry, { accountId: 'draft', version: 1 });
  } catch {
    return { ...finding, keySlice: axes.slice, longAxis: axes.longAxis, shortAxis: axes.shortAxis };
  }
}

/** Axes of a finding as a correction that may be saved. */
export const axesCorrection = (findingId: string, axes: AxisPair): Correction => ({
  change: 'axes',
  findingId,
  slice: axes.slice,
  longAxis: axes.longAxis,
  shortAxis: axes.shortAxis,
  reason: '',
});

export const axesOf = (finding: Finding): AxisPair => ({
  slice: finding.keySlice,
  longAxis: finding.longAxis,
  shortAxis: finding.shortAxis,
});

/** A cross with its middle elsewhere. */
export function movedTo(axes: AxisPair, slice: number, to: readonly [number, number]): AxisPair {
  const { from: a, to: b } = axes.longAxis;
  const by = ([x, y]: [number, number]): [number, number] => [
    x + to[0] - (a[0] + b[0]) / 2,
    y + to[1] - (a[1] + b[1]) / 2,
  ];
  const line = (item: AxisLine): AxisLine => ({ from: by(item.from), to: by(item.to) });
  return { slice, longAxis: line(axes.longAxis), shortAxis: line(axes.shortAxis) };
}

/** Two axes of a nodule-sized cross, for a finding that is being added. */
export function newAxes(slice: number, centre: readonly [number, number], geometry: Geometry, mm = 8): AxisPair {
  const [sx, sy] = spacingOf(geometry);
  const [x, y] = centre;
  return {
    slice,
    longAxis: { from: [x - mm / 2 / sx, y], to: [x + mm / 2 / sx, y] },
    shortAxis: { from: [x, y - (0.8 * mm) / 2 / sy], to: [x, y + (0.8 * mm) / 2 / sy] },
  };
}

/** Both lengths as they are shown, `32.2 mm`. */
export const shownMm = (axes: Pick<AxisPair, 'longAxis' | 'shortAxis'>, geometry: Geometry) => {
  const spacing = spacingOf(geometry);
  const text = (mm: number) => (Math.round(mm * 10) / 10).toFixed(1);
  const [a, b] = [lengthMm(axes.longAxis, spacing), lengthMm(axes.shortAxis, spacing)];
  return { long: text(Math.max(a, b)), short: text(Math.min(a, b)) };
};

export type FindingState = 'to-check' | 'confirmed' | 'corrected' | 'rejected';
/** Below this the engine itself doubts a value. */
export const DOUBTFUL = 0.6;

/** Whether somebody has looked at a finding: corrected by hand, confirmed as it is, or neither. */
export function stateOf(view: FindingsView, finding: Finding): FindingState {
  if (view.reviews.some(({ findingId }) => findingId === finding.id)) return 'confirmed';
  const byHand = Object.values(finding.features).some(({ source }) => source.model.startsWith('physician:'));
  return byHand ? 'corrected' : 'to-check';
}
