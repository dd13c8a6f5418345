import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BlobStore } from '#activities/store/blob-store';
import type { Study } from '#domain/study';

/** Runs with a throw-away store. */
export async function withStore<T>(work: (store: BlobStore, root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'caseloom-analysis-'));
  try {
    return await work(new BlobStore(path.join(root, 'store')), root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

export interface MadeVolume {
  readonly hu: Int16Array;
  readonly size: readonly [number, number, number];
  readonly spacingMm: readonly [number, number, number];
  readonly originMm?: readonly [number, number, number];
}

/** A study round a volume that was made or read by a test. */
export async function studyOf(volume: MadeVolume, store: BlobStore, more: Partial<Study> = {}): Promise<Study> {
  const { hu } = volume;
  const bytes = Buffer.from(hu.buffer, hu.byteOffset, hu.byteLength);
  return {
    caseCode: 'CL-0001',
    provenance: 'simulated',
    modality: 'CT',
    ageYears: 58,
    ageCapped: false,
    sex: 'male',
    acquisition: {
      purpose: 'screening-baseline',
      purposeSource: 'person',
      contrast: false,
      kvp: 120,
      ctdiVolMgy: 1.4,
      sliceThicknessMm: volume.spacingMm[2],
      kernel: 'soft',
    },
    geometry: {
      columns: volume.size[0],
      rows: volume.size[1],
      slices: volume.size[2],
      spacingMm: [...volume.spacingMm],
      originMm: [...(volume.originMm ?? [0, 0, 0])],
      columnAxis: [1, 0, 0],
      rowAxis: [0, 1, 0],
      sliceAxis: [0, 0, -1],
    },
    volume: await store.put(bytes, 'application/octet-stream', 'volume'),
    pictures: null,
    measurable: true,
    spacingSource: 'header',
    warnings: [],
    deidentification: { profile: 'test', kept: [], droppedCount: 0, methodCodes: [] },
    ...more,
  };
}

/** A deterministic noise source, roughly normal. */
export function noise(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (next() + next() + next() + next() - 2) * 1.73;
}

export interface Ball {
  readonly centreMm: readonly [number, number, number];
  readonly radiusMm: number;
  readonly hu: number;
}

/**
 * A plain chest for quick tests: an elliptic body, two elliptic lungs that touch or not, a trachea, and balls. Voxels at an edge are filled
 * by share, so that sizes are true to a fraction of a voxel.
 */
export function plainChest(balls: readonly Ball[], options: { gapMm?: number; noiseHu?: number } = {}): MadeVolume {
  const size = [180, 140, 56] as const;
  const spacingMm = [1.6, 1.6, 2.5] as const;
  const random = noise(7);
  const hu = new Int16Array(size[0] * size[1] * size[2]);
  const gap = options.gapMm ?? 30;
  const [cx, cy, cz] = size.map((n, axis) => (n * spacingMm[axis]!) / 2) as [number, number, number];
  const inside = (d: number) => Math.max(0, Math.min(1, 0.5 - d));
  for (let z = 0, i = 0; z < size[2]; z++)
    for (let y = 0; y < size[1]; y++)
      for (let x = 0; x < size[0]; x++, i++) {
        const [px, py, pz] = [(x + 0.5) * 1.6, (y + 0.5) * 1.6, (z + 0.5) * 2.5];
        const body = Math.hypot((px - cx) / 130, (py - cy) / 100);
        let value = body < 1 ? 40 : -1000;
        for (const side of [-1, 1]) {
          const lung = Math.hypot((px - cx - side * (45 + gap / 2)) / 45, (py - cy) / 70, (pz - cz) / 62);
          if (lung < 1) value = -850;
        }
        if (Math.hypot(px - cx, py - cy) < 8 && pz < cz) value = -990;
        for (const ball of balls) {
          const d = Math.hypot(px - ball.centreMm[0], py - ball.centreMm[1], pz - ball.centreMm[2]) - ball.radiusMm;
          const share = inside(d / 1.8);
          value = value * (1 - share) + ball.hu * share;
        }
        hu[i] = Math.round(value + (options.noiseHu ?? 12) * random());
      }
  return { hu, size, spacingMm };
}
