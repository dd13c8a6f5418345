import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '#activities/analysis/analyse';
import { openEngine } from '#activities/analysis/engine';
import { chooseNoduleModel, loadModel, MODELS_DIR } from '#activities/analysis/registry';
import { quietStep } from '#activities/step';
import { buildFilterBank } from '../../models/lung-nodule/filter-bank.ts';
import { OnnxGraph } from '../../models/lung-nodule/onnx-graph.ts';
import { plainChest, studyOf, withStore } from './made-study.ts';

/** A stand-in for a trained network with the same contract: another graph, other names, one level, no diameters. */
function otherModel(): Uint8Array {
  const shape = [1, 1, 'd', 'h', 'w'] as const;
  const g = new OnnxGraph('other', 'test');
  const input = g.input('voxels', shape);
  const kernel = Array.from({ length: 343 }, (_, i) => {
    const [x, y, z] = [i % 7, Math.floor(i / 7) % 7, Math.floor(i / 49)].map((v) => v - 3) as [number, number, number];
    return Math.hypot(x, y, z) <= 2.6 ? 1 / 81 : 0;
  });
  const bright = g.node('Clip', [
    g.node('Mul', [g.node('Add', [input, g.scalar(850)]), g.scalar(1 / 900)]),
    g.scalar(0),
    g.scalar(1),
  ]);
  const mean = g.node('Conv', [bright, g.constant(kernel, [1, 1, 7, 7, 7])], {
    kernel_shape: [7, 7, 7],
    pads: [3, 3, 3, 3, 3, 3],
  });
  g.output(mean, 'probability', shape);
  return g.finish(17, 'test', '2.0.0');
}

async function installOther(
  root: string,
  change: (manifest: Record<string, unknown>) => void = () => {},
): Promise<string> {
  const folder = path.join(root, 'other-net');
  await mkdir(folder, { recursive: true });
  const bytes = otherModel();
  const manifest: Record<string, unknown> = {
    id: 'other-net',
    version: '2.0.0',
    task: 'lung-nodule-candidates',
    tier: 'trained',
    file: 'other.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    input: { name: 'voxels', type: 'float32', unit: 'HU', levelsMm: [1.4], haloVoxels: 4 },
    output: { score: { name: 'probability' }, threshold: 0.2 },
    intendedUse: 'test',
    limits: ['test'],
  };
  change(manifest);
  await writeFile(path.join(folder, 'other.onnx'), bytes);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

describe('the shipped model', () => {
  it('is what its build script makes, byte for byte, and small', async () => {
    const model = await loadModel(path.join(MODELS_DIR, 'lung-nodule'));
    expect(Buffer.from(buildFilterBank(model.manifest.version)).equals(Buffer.from(model.bytes))).toBe(true);
    expect(model.bytes.length).toBeLessThan(1_000_000);
    expect(model.manifest.tier).toBe('classical');
  });

  it('answers to a ball at its size, and not to a tube or a plate', async () => {
    const engine = await openEngine(await chooseNoduleModel(), 1, 'cpu');
    const n = 40;
    const made = (bright: (x: number, y: number, z: number) => number) => {
      const data = new Float32Array(n ** 3);
      for (let i = 0; i < data.length; i++)
        data[i] =
          -850 +
          890 *
            Math.max(0, Math.min(1, bright((i % n) - 20, (Math.floor(i / n) % n) - 20, Math.floor(i / n / n) - 20)));
      return data;
    };
    const middle = (20 * n + 20) * n + 20;
    const run = (bright: (x: number, y: number, z: number) => number) =>
      engine.run({ size: [n, n, n], data: made(bright) });
    const ball = await run((x, y, z) => 3 - Math.hypot(x, y, z));
    const tube = await run((x, y) => 3 - Math.hypot(x, y));
    const plate = await run((x) => 3 - Math.abs(x));
    await engine.close();
    expect(ball.score[middle]).toBeGreaterThan(0.5);
    expect(ball.diameter![middle]).toBeGreaterThan(3);
    expect(tube.score[middle]).toBeLessThan(0.02);
    expect(plate.score[middle]).toBeLessThan(0.02);
  });
});

describe('the registry', () => {
  it('takes a trained model by its manifest alone, and the analysis says so', async () => {
    await withStore(async (store, root) => {
      await cp(path.join(MODELS_DIR, 'lung-nodule'), path.join(root, 'models/lung-nodule'), { recursive: true });
      await installOther(path.join(root, 'models'));
      const chest = plainChest([{ centreMm: [84, 112, 70], radiusMm: 7, hu: 40 }]);
      const study = await studyOf(chest, store);
      const analysis = await analyse(study, store, quietStep, { modelsDir: path.join(root, 'models') });
      expect(analysis.engines).toEqual([
        expect.objectContaining({ model: 'other-net', version: '2.0.0', tier: 'trained', provider: 'cpu' }),
      ]);
      expect(analysis.findings).toHaveLength(1);
      expect(analysis.findings[0]!.features.volumeMm3.source.model).toBe('other-net');
    });
  }, 120_000);

  it('refuses a changed file, a wrong manifest and a missing model', async () => {
    await withStore(async (_, root) => {
      const folder = await installOther(root);
      await writeFile(
        path.join(folder, 'other.onnx'),
        Buffer.concat([await readFile(path.join(folder, 'other.onnx')), Buffer.from([0])]),
      );
      await expect(chooseNoduleModel(root)).rejects.toMatchObject({
        code: 'MODEL_INVALID',
        details: { why: 'sha256 differs' },
      });
      await installOther(root, (manifest) => delete manifest.sha256);
      await expect(chooseNoduleModel(root)).rejects.toMatchObject({
        code: 'MODEL_INVALID',
        details: { why: 'manifest: sha256' },
      });
      await rm(folder, { recursive: true });
      await expect(chooseNoduleModel(root)).rejects.toMatchObject({ code: 'MODEL_INVALID' });
    });
  });

  it('refuses a model that lacks a promised output', async () => {
    await withStore(async (_, root) => {
      await installOther(root, (manifest) => {
        manifest.output = { score: { name: 'nothing' }, threshold: 0.2 };
      });
      const model = await chooseNoduleModel(root);
      await expect(openEngine(model, 1, 'cpu')).rejects.toMatchObject({
        code: 'MODEL_INVALID',
        details: { why: 'lacks nothing' },
      });
    });
  });

  it('records why the GPU was not used', async () => {
    const engine = await openEngine(await chooseNoduleModel(), 1);
    if (engine.use.provider === 'cpu') expect(engine.use.fallback).toMatch(/^cuda: /);
    else expect(engine.use.fallback).toBeNull();
    await engine.close();
  });
});
