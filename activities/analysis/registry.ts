import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Digest } from '#domain/artifact';
import { StudioError } from '#domain/errors';

/** What a model promises about itself; everything the analysis needs to run it stands here, nothing in code. */
export const ModelManifest = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  task: z.literal('lung-nodule-candidates'),
  tier: z.enum(['classical', 'trained']),
  /** File name beside the manifest. */
  file: z.string().regex(/^[\w.-]+\.onnx$/),
  sha256: Digest,
  input: z.object({
    name: z.string(),
    type: z.literal('float32'),
    unit: z.literal('HU'),
    /** Isotropic voxel sizes on which the graph is run, one run each, finest first. */
    levelsMm: z.array(z.number().min(0.4).max(12)).min(1).max(6),
    /** Context (voxels) an output needs on every side. */
    haloVoxels: z.int().min(0).max(64),
  }),
  output: z.object({
    score: z.object({ name: z.string() }),
    /** Diameter of what was found, in voxels of the level; without it a candidate's size is measured only after segmentation. */
    diameter: z.object({ name: z.string() }).nullish(),
    /** Scores below this are not looked at. */
    threshold: z.number().min(0).max(1),
  }),
  intendedUse: z.string().min(1),
  limits: z.array(z.string()).min(1),
});
export type ModelManifest = z.infer<typeof ModelManifest>;

export interface Model {
  readonly manifest: ModelManifest;
  readonly bytes: Uint8Array;
}

/** The `models` folder of this package. */
export const MODELS_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../models');

/**
 * Reads one model folder and checks that the file is the one the manifest names.
 * @throws StudioError MODEL_INVALID
 */
export async function loadModel(folder: string): Promise<Model> {
  const name = path.basename(folder);
  const fail = (why: string, cause?: unknown) => new StudioError('MODEL_INVALID', { model: name, why }, { cause });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  } catch (cause) {
    throw fail('manifest.json cannot be read', cause);
  }
  const parsed = ModelManifest.safeParse(json);
  if (!parsed.success) throw fail(`manifest: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(folder, parsed.data.file));
  } catch (cause) {
    throw fail('model file cannot be read', cause);
  }
  if (createHash('sha256').update(bytes).digest('hex') !== parsed.data.sha256) throw fail('sha256 differs');
  return { manifest: parsed.data, bytes };
}

/**
 * The model to use for nodule candidates: among the folders of `root`, a trained one before a classical one, then the higher version, then
 * the id. A better model is taken by putting its folder here; no code changes.
 * @throws StudioError MODEL_INVALID when a manifest or a file is wrong, or no model is there
 */
export async function chooseNoduleModel(root: string = MODELS_DIR): Promise<Model> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  const models: Model[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    if (!(await servesTask(path.join(root, entry.name)))) continue;
    models.push(await loadModel(path.join(root, entry.name)));
  }
  const best = models.sort(byPreference)[0];
  if (!best) throw new StudioError('MODEL_INVALID', { model: 'lung-nodule', why: 'no model is installed' });
  return best;
}

async function servesTask(folder: string): Promise<boolean> {
  try {
    const json = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as { task?: unknown };
    return json.task === 'lung-nodule-candidates';
  } catch {
    return false;
  }
}

function byPreference(a: Model, b: Model): number {
  if (a.manifest.tier !== b.manifest.tier) return a.manifest.tier === 'trained' ? -1 : 1;
  const parts = (model: Model) => model.manifest.version.split('.').map(Number);
  const [va, vb] = [parts(a), parts(b)];
  for (let k = 0; k < 3; k++) if (va[k] !== vb[k]) return vb[k]! - va[k]!;
  return a.manifest.id < b.manifest.id ? -1 : 1;
}
