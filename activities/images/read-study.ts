import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import { type ExamPurpose, type Provenance, Study } from '#domain/study';
import { METHOD_CODES, PROFILE } from './deid/allowed-attributes.ts';
import { deidentify } from './deid/deidentify.ts';
import { dropCopies } from './drop-copies.ts';
import { fillVolume } from './fill-volume.ts';
import { importSource } from './import-source.ts';
import { DEFAULT_LIMITS, type ImportLimits } from './limits.ts';
import { readPictures } from './read-pictures.ts';
import { type Scan, scanSource } from './scan-source.ts';
import { buildStack } from './series/build-stack.ts';
import { chooseByKey, chooseSeries, refuseBrokenFiles, sortSeries } from './series/choose-series.ts';
import { groupPictures } from './series/group-pictures.ts';
import { groupSeries } from './series/group-series.ts';
import type { Source } from './source/source.ts';

/** What a person points at and says. */
export interface StudyInput {
  /** Folder, ZIP, or single file. Never stored, logged or shown. */
  readonly path: string;
  /** Chosen series (`A`, `B` …), null = the only one. */
  readonly series: string | null;
  /** Columns, rows, slices; for pictures only, by a person. */
  readonly spacingMm: readonly [number, number, number] | null;
  readonly purpose: ExamPurpose | null;
  readonly provenance: Provenance;
}

interface Context {
  readonly input: StudyInput;
  readonly store: BlobStore;
  readonly step: Step;
  readonly limits: ImportLimits;
}

/**
 * Stage 1: images on a hospital's disk become a de-identified study with its volume in the store. The source is only read. Everything a
 * `Study` holds comes from the allow-list (`deid/allowed-attributes.ts`); file names, identifiers and texts never leave this function,
 * in values or in errors.
 * @throws StudioError with an IMAGES_ code, DISK_FULL, CANCELLED
 */
export async function readStudy(
  input: StudyInput,
  store: BlobStore,
  step: Step,
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<Study> {
  if (input.spacingMm !== null && !input.spacingMm.every((mm) => Number.isFinite(mm) && mm > 0))
    throw new StudioError('INPUT_INVALID', { detail: 'spacingMm' });
  const source = await importSource(input.path, step.signal, limits);
  try {
    const scan = await scanSource(source, limits, step);
    const context = { input, store, step, limits };
    const study =
      scan.instances.length > 0
        ? await readSeries(scan, source, context)
        : await readPictureStack(scan, source, context);
    step.progress(1);
    return Study.parse(study);
  } finally {
    await source.close();
  }
}

async function readSeries(scan: Scan, source: Source, { input, store, step, limits }: Context): Promise<Study> {
  const sorted = sortSeries(groupSeries(scan.instances));
  if (sorted.usable.length === 0) refuseBrokenFiles(scan.instances, null);
  const chosen = chooseSeries(sorted, input.series);
  refuseBrokenFiles(scan.instances, chosen);
  const { group, dropped } = await dropCopies(chosen.group, source, limits, step.signal);
  const stack = buildStack(group);
  const volume = await fillVolume(stack, source, limits, step);
  const ref = await store.put(new Uint8Array(volume.buffer), 'application/octet-stream', 'volume-hu-int16le');
  const first = stack.slices[0]!.instance;
  return {
    caseCode: caseCode(ref),
    provenance: first.header.simulated ? 'simulated' : input.provenance,
    modality: 'CT',
    ...deidentify(stack.slices, input.purpose),
    geometry: stack.geometry,
    volume: ref,
    pictures: null,
    measurable: true,
    spacingSource: 'header',
    warnings: [
      ...stack.warnings,
      ...sourceWarnings(scan, source),
      ...(dropped > 0 ? [`copies-dropped:${dropped}`] : []),
      ...(sorted.leftAside.length > 0 ? [`series-left-aside:${sorted.leftAside.length}`] : []),
      ...(scan.pictures.length > 0 ? [`pictures-left-aside:${scan.pictures.length}`] : []),
      ...(first.lossy ? ['lossy-compressed'] : []),
    ],
  };
}

async function readPictureStack(scan: Scan, source: Source, { input, store, step, limits }: Context): Promise<Study> {
  const { pictures } = chooseByKey(groupPictures(scan.pictures), input.series);
  const stack = await readPictures(pictures, limits, step);
  const ref = await store.put(stack.grey, 'application/octet-stream', 'pictures-grey8');
  const { spacingMm } = input;
  const { rows, columns, slices } = stack;
  return {
    caseCode: caseCode(ref),
    provenance: input.provenance,
    modality: 'PICTURES',
    ageYears: null,
    ageCapped: false,
    sex: null,
    acquisition: {
      purpose: input.purpose ?? 'unknown',
      purposeSource: input.purpose === null ? 'none' : 'person',
      contrast: null,
      kvp: null,
      ctdiVolMgy: null,
      sliceThicknessMm: null,
      kernel: 'unknown',
    },
    // Pictures say nothing of where they were taken: the usual orientation is assumed, and said so in the warnings.
    geometry: {
      columns,
      rows,
      slices,
      spacingMm: spacingMm === null ? [1, 1, 1] : [...spacingMm],
      originMm: [0, 0, 0],
      columnAxis: [1, 0, 0],
      rowAxis: [0, 1, 0],
      sliceAxis: [0, 0, -1],
    },
    volume: null,
    pictures: ref,
    measurable: spacingMm !== null,
    spacingSource: spacingMm === null ? 'none' : 'person',
    warnings: ['order-by-name', 'orientation-assumed', 'burned-in-text-unchecked', ...sourceWarnings(scan, source)],
    deidentification: { profile: PROFILE, kept: [], droppedCount: 0, methodCodes: METHOD_CODES.slice(0, 1) },
  };
}

function sourceWarnings(scan: Scan, source: Source): string[] {
  return [
    ...(scan.otherCount > 0 ? [`other-files-left-aside:${scan.otherCount}`] : []),
    ...(source.skippedLinks > 0 ? [`links-not-followed:${source.skippedLinks}`] : []),
  ];
}

/** Two bytes of the pixels' digest: tells cases apart on a desk, and comes from no name or number of the hospital. */
function caseCode({ digest }: ArtifactRef): string {
  return `CL-${digest.slice(0, 4).toUpperCase()}`;
}
