import type { Step } from '#activities/step';
import { StudioError } from '#domain/errors';
import type { Coded, DeidentificationReport, UploadReport, UploadSeries } from '#domain/upload';
import { PROFILE } from './deid/allowed-attributes.ts';
import { deidentify } from './deid/deidentify.ts';
import { countDropped } from './deid/dropped-groups.ts';
import { dropCopies } from './drop-copies.ts';
import { importSource } from './import-source.ts';
import { DEFAULT_LIMITS, type ImportLimits } from './limits.ts';
import { makeMontage } from './montage.ts';
import { type Scan, scanSource } from './scan-source.ts';
import { buildStack } from './series/build-stack.ts';
import { refuseBrokenFiles, sortSeries, type UsableSeries } from './series/choose-series.ts';
import { groupPictures } from './series/group-pictures.ts';
import { groupSeries, type SliceGroup } from './series/group-series.ts';
import { describeChoice } from './series/series-choice.ts';
import type { Source } from './source/source.ts';

interface Context {
  readonly scan: Scan;
  readonly source: Source;
  readonly limits: ImportLimits;
  readonly step: Step;
  /** Where a series' contact sheet goes. */
  montage(key: string): string;
}

/**
 * Looks through uploaded files: which series there are, which can become a film and why the others cannot, what of the headers passes, and a
 * contact sheet of each usable series. Nothing in the answer names a person.
 * @throws StudioError IMAGES_*, CANCELLED
 */
export async function inspectUpload(
  place: string,
  montage: (key: string) => string,
  step: Step,
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<UploadReport> {
  const source = await importSource(place, step.signal, limits);
  try {
    const scan = await scanSource(source, limits, step);
    const context = { scan, source, limits, step, montage };
    return scan.instances.length > 0 ? await inspectSeries(context) : inspectPictures(context);
  } finally {
    await source.close();
  }
}

async function inspectSeries(context: Context): Promise<UploadReport> {
  const { scan, source } = context;
  const { usable, leftAside } = sortSeries(groupSeries(scan.instances));
  const series: UploadSeries[] = [];
  for (const each of usable) series.push(await judgeUsable(each, context));
  const best = recommended(series);
  const spoken = usable.find(({ choice }) => choice.key === best?.key)?.group ?? leftAside[0]?.group;
  return {
    kind: 'dicom',
    files: source.files.length,
    simulated: scan.instances[0]!.header.simulated,
    series: [
      ...series.map((each) => ({ ...each, recommended: each === best })),
      ...leftAside.map(({ group, problem }) => asideSeries(group, problem)),
    ],
    deidentification: spoken ? deidentification(spoken, scan) : null,
    warnings: [
      ...(scan.otherCount > 0 ? [`other-files-left-aside:${scan.otherCount}`] : []),
      ...(scan.pictures.length > 0 ? [`pictures-left-aside:${scan.pictures.length}`] : []),
      ...(scan.instances.some(({ lossy }) => lossy) ? ['lossy-compressed'] : []),
    ],
  };
}

async function judgeUsable(series: UsableSeries, context: Context): Promise<UploadSeries> {
  const { scan, source, limits, step, montage } = context;
  const { key } = series.choice;
  const plain = plainSeries(series.group, key, 'ct');
  try {
    refuseBrokenFiles(scan.instances, series);
    const cut = series.group.slices.find(({ instance }) => instance.truncated);
    if (cut) throw new StudioError('IMAGES_TRUNCATED', { index: cut.instance.index });
    const { group, dropped } = await dropCopies(series.group, source, limits, step.signal);
    const stack = buildStack(group);
    const warnings = [...stack.warnings, ...(dropped > 0 ? [`copies-dropped:${dropped}`] : [])];
    return { ...plain, warnings, montage: await makeMontage(stack, source, montage(key), limits, step) };
  } catch (error) {
    if (error instanceof StudioError && error.code !== 'CANCELLED') return { ...plain, reason: coded(error) };
    throw error;
  }
}

/** Thin slices measure best; of equally thin ones a lung kernel shows the margin, then the longer series. */
function recommended(series: readonly UploadSeries[]): UploadSeries | null {
  const worth = ({ spacingMm, kernel, slices }: UploadSeries) => [
    -(spacingMm ?? 99),
    kernel === 'lung' ? 1 : 0,
    slices,
  ];
  const good = series.filter(({ reason }) => reason === null);
  return (
    [...good].sort((a, b) => {
      const [x, y] = [worth(a), worth(b)];
      return y[0]! - x[0]! || y[1]! - x[1]! || y[2]! - x[2]!;
    })[0] ?? null
  );
}

function plainSeries(group: SliceGroup, key: string | null, kind: UploadSeries['kind']): UploadSeries {
  const { kernel, spacingMm, rows, columns, slices } = describeChoice(group, key ?? '');
  const { instance, facts } = group.slices[0]!;
  return {
    ...{ key, kind, slices, rows, columns, kernel, spacingMm },
    modality: /^[A-Z]{2,10}$/.test(instance.modality) ? instance.modality : '?',
    pixelMm: facts.pixelSpacing ? Math.round(facts.pixelSpacing[0] * 1000) / 1000 : null,
    ...{ reason: null, recommended: false, warnings: [], montage: null },
  };
}

function asideSeries(group: SliceGroup, problem: StudioError | null): UploadSeries {
  const localizer = group.slices[0]!.facts.localizer;
  const plain = plainSeries(group, null, localizer ? 'localizer' : problem ? 'other' : 'ct');
  const why = problem ?? new StudioError('IMAGES_ONE_SLICE', { count: group.slices.length });
  return { ...plain, reason: coded(why) };
}

const coded = ({ code, details }: StudioError): Coded => ({ code, details: { ...details } });

function deidentification(group: SliceGroup, scan: Scan): DeidentificationReport {
  const facts = deidentify(group.slices, null);
  const { kvp, ctdiVolMgy, sliceThicknessMm, kernel, contrast, purpose } = facts.acquisition;
  const values = {
    ...{ modality: 'CT', sex: facts.sex, ageYears: facts.ageYears, ageCapped: facts.ageCapped || null },
    ...{ kvp, ctdiVolMgy, sliceThicknessMm, contrast },
    kernel: kernel === 'unknown' ? null : kernel,
    purpose: purpose === 'unknown' ? null : purpose,
  };
  return {
    profile: PROFILE,
    kept: Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    keptNames: facts.deidentification.kept,
    dropped: countDropped(new Set(scan.instances.flatMap(({ header }) => header.tags))),
  };
}

/** Pictures carry no Hounsfield units: neither finding nor rating can be made of them, and that is said before anything is ordered. */
function inspectPictures({ scan, source }: Context): UploadReport {
  const why = coded(new StudioError('IMAGES_HU_NEEDED'));
  return {
    kind: 'pictures',
    files: source.files.length,
    simulated: false,
    series: groupPictures(scan.pictures).map(({ choice }) => ({
      ...{ key: choice.key, kind: 'pictures', modality: '?', slices: choice.slices, rows: 0, columns: 0 },
      ...{ spacingMm: null, pixelMm: null, kernel: 'unknown', reason: why, recommended: false },
      ...{ warnings: ['order-by-name', 'burned-in-text-unchecked'], montage: null },
    })),
    deidentification: null,
    warnings: scan.otherCount > 0 ? [`other-files-left-aside:${scan.otherCount}`] : [],
  };
}
