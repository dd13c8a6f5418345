import { StudioError } from '#domain/errors';
import type { Instance } from '../dicom/read-instance.ts';
import type { SliceGroup } from './group-series.ts';
import { choiceText, describeChoice, type SeriesChoice, seriesKey } from './series-choice.ts';
import { seriesProblem } from './series-problem.ts';

/** Fewer slices than this beside a longer series are scouts or single views (as in viewers' thumbnails), not a volume. */
const SHORT_SERIES = 5;

export interface UsableSeries {
  readonly choice: SeriesChoice;
  readonly group: SliceGroup;
}

export interface SortedSeries {
  readonly usable: readonly UsableSeries[];
  readonly leftAside: readonly { readonly group: SliceGroup; readonly problem: StudioError | null }[];
}

/** Parts what may become a volume from what cannot: localizers, secondary captures, other modalities, short views, upright planes. */
export function sortSeries(groups: readonly SliceGroup[]): SortedSeries {
  const judged = groups.map((group) => ({ group, problem: seriesProblem(group) }));
  const volumes = judged.filter(({ group, problem }) => problem === null && !group.slices[0]!.facts.localizer);
  const axial = volumes.filter(({ group }) => isAxial(group));
  // With nothing axial the upright series stay, so that the person hears why they cannot be used.
  const planes = axial.length > 0 ? axial : volumes;
  const longest = Math.max(0, ...planes.map(({ group }) => group.slices.length));
  const least = longest >= SHORT_SERIES ? SHORT_SERIES : Math.min(longest, 2);
  const kept = planes.filter(({ group }) => group.slices.length >= least);
  return {
    usable: kept.map(({ group }, index) => ({ group, choice: describeChoice(group, seriesKey(index)) })),
    leftAside: judged.filter(({ group }) => !kept.some((other) => other.group === group)),
  };
}

/**
 * A file cut inside its header may have been a slice of the series, and a volume that lacks a slice unnoticed is the worst outcome.
 * @throws StudioError IMAGES_TRUNCATED
 */
export function refuseBrokenFiles(instances: readonly Instance[], chosen: UsableSeries | null): void {
  const series = chosen?.group.slices[0]?.instance.seriesUid;
  for (const { broken, modality, seriesUid, index } of instances) {
    const couldBelong = ['', 'CT'].includes(modality) && (seriesUid === '' || chosen === null || seriesUid === series);
    if (broken && couldBelong) throw new StudioError('IMAGES_TRUNCATED', { index });
  }
}

/**
 * The one series to use.
 * @param key a person's choice, or null
 * @throws StudioError IMAGES_MIXED_SERIES, IMAGES_SERIES_UNKNOWN, or why nothing is usable
 */
export function chooseSeries({ usable, leftAside }: SortedSeries, key: string | null): UsableSeries {
  if (usable.length === 0)
    throw leftAside.find(({ problem }) => problem !== null)?.problem ?? onlyLocalizers(leftAside);
  return chooseByKey(usable, key);
}

/** @throws StudioError IMAGES_MIXED_SERIES (several and no choice), IMAGES_SERIES_UNKNOWN */
export function chooseByKey<T extends { readonly choice: SeriesChoice }>(offered: readonly T[], key: string | null): T {
  const choices = offered.map(({ choice }) => choiceText(choice)).join('; ');
  if (key !== null) {
    const chosen = offered.find(({ choice }) => choice.key === key.trim().toUpperCase());
    // What was typed is not repeated: somebody may have typed a name.
    if (chosen === undefined) throw new StudioError('IMAGES_SERIES_UNKNOWN', { series: safeKey(key), choices });
    return chosen;
  }
  if (offered.length > 1) throw new StudioError('IMAGES_MIXED_SERIES', { count: offered.length, choices });
  return offered[0]!;
}

function safeKey(key: string): string {
  return /^[A-Za-z]{1,2}$/.test(key.trim()) ? key.trim() : '?';
}

function onlyLocalizers(leftAside: SortedSeries['leftAside']): StudioError {
  return new StudioError('IMAGES_ONE_SLICE', { count: leftAside[0]?.group.slices.length ?? 0 });
}

function isAxial(group: SliceGroup): boolean {
  const orientation = group.slices[0]!.facts.orientation;
  if (orientation === null) return true;
  const [row, column] = orientation;
  return Math.abs(row[0] * column[1] - row[1] * column[0]) > 0.8;
}
