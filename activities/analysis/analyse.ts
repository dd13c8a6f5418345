import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { Analysis } from '#domain/analysis';
import { StudioError } from '#domain/errors';
import type { Contralateral, Finding } from '#domain/finding';
import { rateFindings } from '#domain/rating/rate-findings';
import type { Study } from '#domain/study';
import type { Step } from '../step.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { breathe } from './breathe.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { contralateralOf } from './contralateral.ts';
import { type Engine, openEngine } from './engine.ts';
import { findLesions, type ScoredLesion } from './find-lesions.ts';
import type { HuVolume } from './grid.ts';
import { fullestRow, lungShape } from './lung-shape.ts';
import { type Lungs, segmentLungs } from './lungs.ts';
import { measureFinding } from './measure-finding.ts';
import type { Measurer } from './measured.ts';
import { nativeLungMask } from './native-mask.ts';
import { chooseNoduleModel, type Model } from './registry.ts';
import { resample } from './resample.ts';

interface AnalyseOptions {
  /** Folder of model folders; default: the package's `models`. */
  readonly modelsDir?: string;
  /** Threads of the model runtime; default 2. */
  readonly threads?: number;
  /** `cpu` keeps off the GPU; default: CUDA where it is there. */
  readonly provider?: 'auto' | 'cpu';
}

/** Voxel of the grid on which lungs and candidates are sought, mm. */
const WORKING_MM = 1.4;
/** Version of the rules in this folder, written into every measured value. */
const RULES_VERSION = '1.0.0';
/** Lesions with a score from here on are reported. */
const REPORTED_FROM = 0.5;
const MOST_FINDINGS = 12;

/**
 * Stage 2: finds and measures nodules in a chest CT. Lungs, candidates from the registered model, segmentation, measurement, ratings.
 * Deterministic: the same study and model give the same analysis. Needs some 0.6 GB beside the volume for 120 slices.
 * @throws StudioError IMAGES_HU_NEEDED (pictures), ANALYSIS_NO_LUNGS, MODEL_INVALID, STORE_MISSING
 */
export async function analyse(
  study: Study,
  store: BlobStore,
  step: Step,
  options: AnalyseOptions = {},
): Promise<Analysis> {
  if (study.volume === null) throw new StudioError('IMAGES_HU_NEEDED');
  const part = (from: number, to: number): Step => ({
    signal: step.signal,
    progress: (fraction, note) => step.progress(from + (to - from) * fraction, note),
  });
  const model = await chooseNoduleModel(options.modelsDir);
  const volume = await readVolume(study, store);
  step.progress(0.03, 'lungs');
  const lungs = await findLungs(volume, study, part(0.03, 0.35));
  const engine = await openEngine(model, options.threads ?? 2, options.provider ?? 'auto');
  const { candidates, lesions } = await seek(volume, lungs, model, engine, part(0.35, 0.85));
  const by: Measurer = { model: model.manifest.id, version: `${model.manifest.version}+rules.${RULES_VERSION}` };
  const findings = await measure(lesions, { study, volume, lungs, by }, part(0.85, 0.93));
  const mask = nativeLungMask(lungs, volume);
  await breathe(step);
  const row = findings[0] ? Math.round(findings[0].centreVoxel[1]) : fullestRow(mask, volume);
  const contralateral = findings
    .map((finding) => contralateralOf(finding, volume.data, mask, volume, by))
    .filter((item): item is Contralateral => item !== null);
  const shape = lungShape(volume.data, mask, volume, row);
  step.progress(0.96, 'storing');
  const packed = await promisify(deflateRaw)(mask, { level: 6 });
  const lungMask = await store.put(packed, 'application/octet-stream', 'lung-mask');
  step.progress(1, 'analysed');
  return Analysis.parse({
    study,
    lungs: shape,
    lungMask,
    findings,
    contralateral,
    ratings: rateFindings(study, findings),
    engines: [engine.use],
    candidatesSeen: candidates.length,
  });
}

async function readVolume(study: Study, store: BlobStore): Promise<HuVolume> {
  const { columns, rows, slices, spacingMm } = study.geometry;
  const bytes = await store.read(study.volume!);
  if (bytes.byteLength !== columns * rows * slices * 2)
    throw new StudioError('STORE_MISSING', { role: study.volume!.role });
  // Int16Array needs an even offset, which a pooled Buffer does not promise.
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : Buffer.from(bytes);
  const data = new Int16Array(aligned.buffer, aligned.byteOffset, columns * rows * slices);
  return { size: [columns, rows, slices], spacing: spacingMm, data };
}

async function findLungs(volume: HuVolume, study: Study, step: Step): Promise<Lungs> {
  await breathe(step);
  const working = resample(volume, [WORKING_MM, WORKING_MM, WORKING_MM]);
  step.progress(0.15, 'lungs');
  await breathe(step);
  // Patient x grows towards the left side; columns run that way unless the patient lay prone or feet first.
  return segmentLungs(working, study.geometry.columnAxis[0] >= 0, step);
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly lesions: readonly ScoredLesion[];
}

async function seek(volume: HuVolume, lungs: Lungs, model: Model, engine: Engine, step: Step): Promise<Found> {
  try {
    const candidates = await findCandidates(lungs.hu, lungs.closed, lungs.parenchymaHu, engine, model.manifest, {
      signal: step.signal,
      progress: (fraction, note) => step.progress(0.8 * fraction, note),
    });
    const lesions = await findLesions(volume, lungs, candidates, {
      signal: step.signal,
      progress: (fraction, note) => step.progress(0.8 + 0.2 * fraction, note),
    });
    return { candidates, lesions: lesions.filter((lesion) => lesion.score >= REPORTED_FROM) };
  } finally {
    await engine.close();
  }
}

interface Scene {
  readonly study: Study;
  readonly volume: HuVolume;
  readonly lungs: Lungs;
  readonly by: Measurer;
}

/** Measures the lesions and ranks them: the likeliest first, and of equally likely ones the larger. */
async function measure(lesions: readonly ScoredLesion[], scene: Scene, step: Step): Promise<Finding[]> {
  const { study, volume, lungs, by } = scene;
  const measured: Omit<Finding, 'id' | 'rank'>[] = [];
  for (const [n, { lesion, score }] of lesions.entries()) {
    await breathe(step);
    const finding = measureFinding(lesion, score, {
      volume,
      geometry: study.geometry,
      lungs,
      contrast: study.acquisition.contrast,
      by,
    });
    if (finding) measured.push(finding);
    step.progress((n + 1) / lesions.length, 'measuring');
  }
  const weight = (finding: Omit<Finding, 'id' | 'rank'>) =>
    finding.score * Math.sqrt(finding.features.meanDiameterMm.value);
  return measured
    .sort((a, b) => weight(b) - weight(a) || a.centreVoxel[2] - b.centreVoxel[2])
    .slice(0, MOST_FINDINGS)
    .map((finding, index) => ({ id: `F${index + 1}`, rank: index + 1, ...finding }));
}
