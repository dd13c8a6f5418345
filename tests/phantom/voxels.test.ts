import { describe, expect, it } from 'vitest';
import { CARINA_D, COLUMNS, columnX, HEIGHT_MM, PIXEL_MM, ROWS, rowY } from '#samples/chest-phantom/frame';
import { LungPainter } from '#samples/chest-phantom/lung-painter';
import { axialDiameters } from '#samples/chest-phantom/nodule-shape';
import { type NoduleSpec } from '#samples/chest-phantom/options';
import { buildPhantomGeometry, PhantomRenderer } from '#samples/chest-phantom/phantom-volume';
import { Planes } from '#samples/chest-phantom/planes';

const SIZE = COLUMNS * ROWS;
const SLICE_MM = HEIGHT_MM / 120;

const LUNG = -870;
const LAYERS = 6;

/** Noise-free planes of the nodule alone in even lung, as the gain over that lung. */
function noduleAlone(spec: NoduleSpec, seed: number) {
  const g = buildPhantomGeometry({ seed, nodules: [spec] });
  const truth = g.truth.nodules[0]!;
  const painter = new LungPainter(g.trees, g.nodules);
  const planes = new Planes();
  const middle = Math.round(truth.centreVoxel[2]);
  const reach = Math.ceil(truth.longMm / SLICE_MM) + 1;
  const slices: { slice: number; gain: Float32Array }[] = [];
  for (let slice = middle - reach; slice <= middle + reach; slice++) {
    const gain = new Float32Array(SIZE);
    for (let layer = 0; layer < LAYERS; layer++) {
      planes.cutAt((slice + (layer + 0.5) / LAYERS) * SLICE_MM, g.fields);
      painter.paintParenchyma(planes, SLICE_MM / LAYERS);
      planes.hu.fill(LUNG);
      painter.paintNodules(planes);
      for (let i = 0; i < SIZE; i++) gain[i] = gain[i]! + (planes.hu[i]! - LUNG) / LAYERS;
    }
    slices.push({ slice, gain });
  }
  return { truth, slices, middle };
}

/** Share of the nodule in each voxel, from a nodule of one value. */
function shares(alone: ReturnType<typeof noduleAlone>, value: number) {
  return alone.slices.map(({ slice, gain }) => ({ slice, share: gain.map((v) => v / (value - LUNG)) }));
}

describe('the answer agrees with the voxels', { timeout: 180_000 }, () => {
  it.each([
    ['solid', 36, 8],
    ['solid', 36, 16],
    ['juxtapleural', 36, 7],
  ] as const)('%s: volume and centre, counted with partial volumes', (type, value, diameterMm) => {
    const alone = noduleAlone({ type, diameterMm }, 3);
    let volume = 0;
    const sum = [0, 0, 0];
    for (const { slice, share } of shares(alone, value)) {
      share.forEach((s, i) => {
        volume += s;
        sum[0]! += s * columnX(i % COLUMNS);
        sum[1]! += s * rowY(Math.floor(i / COLUMNS));
        sum[2]! += s * (CARINA_D - (slice + 0.5) * SLICE_MM);
      });
    }
    const mm3 = volume * PIXEL_MM * PIXEL_MM * SLICE_MM;
    // Where pleura cuts a nodule off, two partial volumes meet in one pixel.
    const play = type === 'juxtapleural' ? 0.09 : 0.04;
    expect(Math.abs(mm3 / alone.truth.volumeMm3 - 1)).toBeLessThan(play);
    alone.truth.centreMm.forEach((c, k) => {
      expect(Math.abs(sum[k]! / volume - c)).toBeLessThan(0.4);
    });
  });

  it('solid: the two diameters, from the half-covered edge in the middle slice', () => {
    const alone = noduleAlone({ type: 'solid', diameterMm: 12 }, 5);
    const { share } = shares(alone, 36).find((s) => s.slice === alone.middle)!;
    const edge: [number, number][] = [];
    share.forEach((s, i) => {
      if (s > 0.5) edge.push([columnX(i % COLUMNS), rowY(Math.floor(i / COLUMNS))]);
    });
    const { longMm, shortMm } = axialDiameters(edge);
    expect(Math.abs(longMm + PIXEL_MM / 2 - alone.truth.longMm)).toBeLessThan(0.8);
    expect(Math.abs(shortMm + PIXEL_MM / 2 - alone.truth.shortMm)).toBeLessThan(0.8);
  });

  it('part-solid: the mass of halo and core together', () => {
    const alone = noduleAlone({ type: 'part-solid' }, 1);
    const voxel = PIXEL_MM * PIXEL_MM * SLICE_MM;
    let gained = 0;
    for (const { gain } of alone.slices) {
      for (const v of gain) gained += v * voxel;
    }
    const core = alone.truth.volumeMm3 * alone.truth.solidFraction;
    const expected = (alone.truth.volumeMm3 - core) * (-575 - LUNG) + core * (34 - LUNG);
    expect(gained / expected).toBeGreaterThan(0.95);
    expect(gained / expected).toBeLessThan(1.05);
  });
});

describe('the slices', { timeout: 180_000 }, () => {
  const renderer = new PhantomRenderer({ seed: 11 });
  const slice = Math.round(renderer.truth.nodules[0]!.centreVoxel[2]);

  it('are the same for the same seed and differ for another', () => {
    const first = renderer.renderSlice(slice);
    renderer.renderSlice(90);
    expect(
      Buffer.from(new PhantomRenderer({ seed: 11 }).renderSlice(slice).buffer).equals(Buffer.from(first.buffer)),
    ).toBe(true);
    expect(
      Buffer.from(new PhantomRenderer({ seed: 12 }).renderSlice(slice).buffer).equals(Buffer.from(first.buffer)),
    ).toBe(false);
  });

  const meanAt = (hu: Int16Array, x: number, y: number, reach = 3): number => {
    let sum = 0;
    let n = 0;
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        if (Math.abs(columnX(column) - x) > reach || Math.abs(rowY(row) - y) > reach) continue;
        sum += hu[row * COLUMNS + column]!;
        n++;
      }
    }
    return sum / n;
  };

  it('hold the densities of a chest, the patient’s right on the image’s left', () => {
    const arch = renderer.renderSlice(31);
    expect(meanAt(arch, 5, -12)).toBeGreaterThan(25); // arch of the aorta
    expect(meanAt(arch, 5, -12)).toBeLessThan(60);
    expect(meanAt(arch, 2, 8)).toBeLessThan(-950); // windpipe
    expect(meanAt(arch, 0, spineMiddle(31), 4)).toBeGreaterThan(90); // vertebra
    const heart = renderer.renderSlice(66);
    expect(meanAt(heart, 55, -20, 8)).toBeGreaterThan(25); // left ventricle, on the image's right
    expect(meanAt(heart, -90, 0, 8)).toBeLessThan(-650); // right lung with its vessels
    const belly = renderer.renderSlice(100);
    expect(meanAt(belly, -75, 0, 8)).toBeGreaterThan(45); // liver, on the image's left
    expect(meanAt(belly, -75, 0, 8)).toBeLessThan(70);
    expect(meanAt(belly, 52, -20, 4)).toBeLessThan(-800); // gas in the stomach
  });

  it('are noisy as a low-dose scan is', () => {
    const belly = renderer.renderSlice(100);
    const mean = meanAt(belly, -75, 0, 8);
    let square = 0;
    let n = 0;
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        if (Math.abs(columnX(column) + 75) > 8 || Math.abs(rowY(row)) > 8) continue;
        square += (belly[row * COLUMNS + column]! - mean) ** 2;
        n++;
      }
    }
    expect(Math.sqrt(square / n)).toBeGreaterThan(10);
    expect(Math.sqrt(square / n)).toBeLessThan(45);
  });
});

function spineMiddle(slice: number): number {
  const d = (slice + 0.5) * SLICE_MM;
  return d < 62 ? 40 : 52;
}
