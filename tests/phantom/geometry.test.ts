import { beforeAll, describe, expect, it } from 'vitest';
import { lungDistance } from '#samples/chest-phantom/coarse-fields';
import { fissureGap, lobeAt } from '#samples/chest-phantom/fissures';
import { noduleReach } from '#samples/chest-phantom/nodule-shape';
import { vesselGap } from '#samples/chest-phantom/nodules';
import { type NoduleKind, type NoduleSpec } from '#samples/chest-phantom/options';
import { buildPhantomGeometry, type PhantomGeometry } from '#samples/chest-phantom/phantom-volume';

const KINDS: NoduleKind[] = ['part-solid', 'solid', 'non-solid', 'calcified', 'juxtapleural'];
const SEEDS = [1, 2, 3, 7, 42, 20250, -5];

describe('nodules have room whatever the seed', { timeout: 120_000 }, () => {
  it.each(SEEDS)('seed %i', (seed) => {
    const g = buildPhantomGeometry({ seed, nodules: KINDS.map((type): NoduleSpec => ({ type })) });
    expect(g.nodules).toHaveLength(KINDS.length);
    g.nodules.forEach((n, i) => {
      const truth = g.truth.nodules[i]!;
      const reach = noduleReach(n);
      expect(lobeAt(...n.centre)).toBe(truth.lobe);
      expect(truth.side).toBe(truth.lobe.startsWith('R') ? 'right' : 'left');
      expect(fissureGap(...n.centre)).toBeGreaterThan(reach + 2.9);
      expect(vesselGap(g.trees.vessels, n.centre, 1) - reach).toBeGreaterThan(1.9);
      if (n.spec.type === 'juxtapleural') {
        expect(truth.distanceToPleuraMm).toBe(0);
        expect(Math.abs(lungDistance(g.fields, ...n.centre))).toBeLessThan(0.1);
      } else {
        expect(lungDistance(g.fields, ...n.centre)).toBeLessThan(-reach - 4);
        expect(truth.distanceToPleuraMm).toBeGreaterThan(4);
        expect(truth.meanMm).toBeCloseTo(n.spec.diameterMm, 1);
      }
    });
  });

  it('moves with the seed', () => {
    const centres = [1, 2, 3].map((seed) => buildPhantomGeometry({ seed }).truth.nodules[0]!.centreMm.join());
    expect(new Set(centres).size).toBe(3);
  });

  it('refuses what cannot be built', () => {
    expect(() => buildPhantomGeometry({ nodules: [{ type: 'solid', diameterMm: 60 }] })).toThrow(RangeError);
    expect(() => buildPhantomGeometry({ nodules: [{ type: 'part-solid', diameterMm: 6, solidMm: 6 }] })).toThrow(
      RangeError,
    );
    expect(() => buildPhantomGeometry({ slices: 5 })).toThrow(RangeError);
    expect(() => buildPhantomGeometry({ seed: 1.5 })).toThrow(RangeError);
  });
});

describe('the default nodule', () => {
  let g: PhantomGeometry;
  beforeAll(() => {
    g = buildPhantomGeometry({});
  }, 120_000);

  it('is an 8 mm part-solid one with a 4.5 mm core in the right upper lobe, some 10 mm under the pleura', () => {
    const [truth] = g.truth.nodules;
    expect(truth).toMatchObject({
      type: 'part-solid',
      lobe: 'RUL',
      side: 'right',
      calcified: false,
      juxtapleural: false,
    });
    expect(truth!.meanMm).toBeCloseTo(8, 1);
    expect(truth!.longMm).toBeGreaterThan(truth!.shortMm);
    expect(truth!.longMm).toBeLessThan(9);
    expect(truth!.solidMm).toBeCloseTo(4.5, 1);
    expect(truth!.volumeMm3).toBeGreaterThan(240);
    expect(truth!.volumeMm3).toBeLessThan(290);
    expect(truth!.solidFraction).toBeGreaterThan(0.15);
    expect(truth!.solidFraction).toBeLessThan(0.21);
    expect(truth!.distanceToPleuraMm).toBeGreaterThan(5);
    expect(truth!.distanceToPleuraMm).toBeLessThan(14);
  });

  it('lies in lungs of a man’s size, the right one larger, with trees that taper', () => {
    const litres = { left: 0, right: 0 };
    for (let d = 10; d < 295; d += 4) {
      for (let y = -100; y < 120; y += 4) {
        for (let x = -130; x < 130; x += 4)
          if (lungDistance(g.fields, x, y, d) < 0) litres[x < 0 ? 'right' : 'left'] += 64e-6;
      }
    }
    expect(litres.left + litres.right).toBeGreaterThan(3.5);
    expect(litres.left + litres.right).toBeLessThan(6.5);
    expect(litres.right).toBeGreaterThan(litres.left);
    const radii = Float32Array.from(
      { length: g.trees.vessels.count },
      (_, i) => g.trees.vessels.data[i * 8 + 3]!,
    ).sort();
    expect(radii[Math.floor(radii.length / 2)]).toBeLessThan(1);
    expect(radii[radii.length - 1]).toBeGreaterThan(5);
  });
});
