import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as ort from 'onnxruntime-node';
import type { EngineUse } from '#domain/analysis';
import { StudioError } from '#domain/errors';
import type { Model } from './registry.ts';

/** A block of HU values on an isotropic grid, index (z*ny + y)*nx + x. */
interface Patch {
  readonly size: readonly [number, number, number];
  readonly data: Float32Array;
}

export interface Scores {
  readonly score: Float32Array;
  /** Voxels; null when the model gives none. */
  readonly diameter: Float32Array | null;
}

/** A loaded model that scores patches, and what it runs on. */
export interface Engine {
  readonly use: EngineUse;
  run(patch: Patch): Promise<Scores>;
  close(): Promise<void>;
}

/**
 * Opens a model on CUDA when its libraries are installed and a device answers, else on the CPU with `threads` threads.
 * @throws StudioError MODEL_INVALID when the file cannot be run at all or lacks the promised inputs and outputs
 */
export async function openEngine(model: Model, threads: number, wish: 'auto' | 'cpu' = 'auto'): Promise<Engine> {
  const { manifest } = model;
  const { session, provider, fallback } = await openSession(model, threads, wish);
  const outputs = [manifest.output.score.name, ...(manifest.output.diameter ? [manifest.output.diameter.name] : [])];
  const lacking = [
    ...(session.inputNames.includes(manifest.input.name) ? [] : [manifest.input.name]),
    ...outputs.filter((name) => !session.outputNames.includes(name)),
  ];
  if (lacking.length > 0)
    throw new StudioError('MODEL_INVALID', { model: manifest.id, why: `lacks ${lacking.join(', ')}` });
  const { id, version, sha256, tier } = manifest;
  return {
    use: { model: id, version, sha256, tier, provider, fallback },
    run: (patch) => score(session, model, patch),
    close: () => session.release(),
  };
}

async function score(session: ort.InferenceSession, model: Model, patch: Patch): Promise<Scores> {
  const { input, output, id } = model.manifest;
  const [nx, ny, nz] = patch.size;
  const result = await session.run({ [input.name]: new ort.Tensor('float32', patch.data, [1, 1, nz, ny, nx]) });
  const floats = (name: string): Float32Array => {
    const tensor = result[name];
    if (tensor?.type !== 'float32' || tensor.size !== patch.data.length)
      throw new StudioError('MODEL_INVALID', { model: id, why: `output ${name} has another shape than the input` });
    return tensor.data as Float32Array;
  };
  return { score: floats(output.score.name), diameter: output.diameter ? floats(output.diameter.name) : null };
}

interface Opened {
  readonly session: ort.InferenceSession;
  readonly provider: 'cuda' | 'cpu';
  readonly fallback: string | null;
}

async function openSession(model: Model, threads: number, wish: 'auto' | 'cpu'): Promise<Opened> {
  const common = { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 4 as const };
  let fallback: string | null = null;
  if (wish === 'auto') {
    if (!cudaLibraryIsInstalled()) fallback = 'cuda: provider library is not installed';
    else
      try {
        const session = await ort.InferenceSession.create(model.bytes, { ...common, executionProviders: ['cuda'] });
        return { session, provider: 'cuda', fallback: null };
      } catch {
        // The library's message names local paths; the reason is enough.
        fallback = 'cuda: no usable device or driver';
      }
  }
  try {
    const session = await ort.InferenceSession.create(model.bytes, { ...common, executionProviders: ['cpu'] });
    return { session, provider: 'cpu', fallback };
  } catch (cause) {
    throw new StudioError('MODEL_INVALID', { model: model.manifest.id, why: 'the runtime cannot load it' }, { cause });
  }
}

function cudaLibraryIsInstalled(): boolean {
  const root = path.dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  return existsSync(path.join(root, 'bin/napi-v6', process.platform, process.arch, 'libonnxruntime_providers_cuda.so'));
}
