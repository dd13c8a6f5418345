import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { digestOf } from '#activities/store/digest';
import { Analysis } from '#domain/analysis';
import { findBrand } from '#domain/brands';
import { checkScript } from '#domain/check-script';
import type { SlicePixels } from '#domain/correction/added';
import { applyCorrections, type FindingsState } from '#domain/correction/apply';
import { dragAxis, lengthMm, tiltDegrees } from '#domain/correction/axes';
import { consequences } from '#domain/correction/consequences';
import type { AddCorrection, Correction } from '#domain/correction/correction';
import { factAt } from '#domain/facts';
import { type Features, type Finding, isMeasured } from '#domain/finding';
import { findTemplate } from '#domain/templates';
import { ANALYSIS_VARIANTS, analysisOf, nodule } from '#tests/fixtures/analysis';

const HAND = { accountId: 'physician-1', version: 2 };
const SPACING = [0.7, 0.7] as const;
const state = (analysis: Analysis): FindingsState => ({ analysis, rejected: [] });
const fix = (analysis: Analysis, ...corrections: Correction[]) =>
  applyCorrections(state(analysis), corrections, HAND, () => slicePixels());
const category = (analysis: Analysis, system = 'lung-rads-2022', id = 'F1') =>
  analysis.ratings.find((rating) => rating.system === system && rating.findingId === id)?.category;

/** Axes of a finding with its diameters brought to the given lengths, about the same middle. */
function sized(finding: Finding, longMm: number, shortMm: number): Correction {
  const [x, y] = finding.centreVoxel;
  return {
    change: 'axes',
    findingId: finding.id,
    slice: finding.keySlice,
    longAxis: { from: [x - longMm / 2 / 0.7, y], to: [x + longMm / 2 / 0.7, y] },
    shortAxis: { from: [x, y - shortMm / 2 / 0.7], to: [x, y + shortMm / 2 / 0.7] },
    reason: '',
  };
}

function slicePixels(): SlicePixels {
  const hu = new Int16Array(512 * 512).fill(-850);
  const lung = new Uint8Array(512 * 512);
  for (let y = 100; y < 400; y++) for (let x = 300; x < 450; x++) lung[y * 512 + x] = 2;
  for (let y = 190; y < 220; y++) for (let x = 340; x < 380; x++) hu[y * 512 + x] = 20;
  return { hu, lung };
}

const ADDED: AddCorrection = {
  change: 'add',
  slice: 50,
  longAxis: { from: [350, 205], to: [366, 205] },
  shortAxis: { from: [358, 200], to: [358, 210] },
  type: 'solid',
  solidDiameterMm: null,
  lobe: 'LUL',
  reason: 'seen beside the vessel',
};
const changedFeatures = (before: Finding, after: Finding) =>
  (Object.keys(before.features) as (keyof Features)[]).filter(
    (key) => JSON.stringify(before.features[key]) !== JSON.stringify(after.features[key]),
  );

describe('a correction that changes nothing', () => {
  it.each(Object.entries(ANALYSIS_VARIANTS))('leaves the analysis as it is: %s', (_, make) => {
    const analysis = make();
    const same = analysis.findings.flatMap((finding): Correction[] => {
      const { id: findingId, features } = finding;
      const reason = '';
      return [
        { change: 'axes', findingId, slice: finding.keySlice, ...finding, reason },
        { change: 'type', findingId, type: features.type.value, solidDiameterMm: null, reason },
        { change: 'side', findingId, side: features.side.value, reason },
        { change: 'lobe', findingId, lobe: features.lobe.value, reason },
        { change: 'reject', findingId, reason: 'vessel' },
        { change: 'restore', findingId, reason },
      ];
    });
    const after = fix(analysis, ...same);
    expect(digestOf(after.analysis)).toBe(digestOf(analysis));
    expect(after.rejected).toEqual([]);
  });

  it('rejecting and restoring any, in any order, is where one began', () => {
    const analysis = analysisOf({
      findings: [nodule(), nodule({ lobe: 'LLL', keySlice: 70 }), nodule({ lobe: 'RML' })],
    });
    const order = ['F2', 'F1', 'F3'] as const;
    const out = order.map((findingId): Correction => ({ change: 'reject', findingId, reason: 'vessel' }));
    const back = ['F3', 'F2', 'F1'].map((findingId): Correction => ({ change: 'restore', findingId, reason: '' }));
    const none = fix(analysis, ...out);
    expect(none.analysis.findings).toEqual([]);
    expect(none.rejected.map(({ finding }) => finding.id)).toEqual([...order]);
    const again = applyCorrections(none, back, HAND);
    expect(again.rejected).toEqual([]);
    expect(digestOf(again.analysis)).toBe(digestOf(analysis));
  });
});

describe('axes', () => {
  it('change what hangs on them and nothing else, each under the name of the physician', () => {
    const analysis = analysisOf({ findings: [nodule({ longAxisMm: 8.3, shortAxisMm: 7.7 })] });
    const before = analysis.findings[0]!;
    const { findings } = fix(analysis, sized(before, 9.3, 7.7)).analysis;
    const after = findings[0]!;
    expect(changedFeatures(before, after)).toEqual(['longAxisMm', 'meanDiameterMm', 'volumeMm3']);
    expect(after.features.longAxisMm.value).toBe(9.3);
    expect(after.features.meanDiameterMm.value).toBe(8.5);
    expect(after.features.volumeMm3.value).toBe(Math.round((before.features.volumeMm3.value * 9.3) / 8.3));
    for (const key of ['longAxisMm', 'meanDiameterMm', 'volumeMm3'] as const)
      expect(after.features[key].source).toMatchObject({ model: 'physician:physician-1', version: '2' });
    expect(after.features.solidDiameterMm).toEqual(before.features.solidDiameterMm);
    expect([after.id, after.rank]).toEqual([before.id, before.rank]);
    Analysis.parse({ ...analysis, findings });
  });

  it('take outline and box with them, on their slice alone', () => {
    const analysis = analysisOf({ findings: [nodule({ type: 'solid', longAxisMm: 10, shortAxisMm: 10 })] });
    const before = analysis.findings[0]!;
    const after = fix(analysis, sized(before, 14, 14)).analysis.findings[0]!;
    const width = (finding: Finding) => {
      const xs = finding.contours.find(({ slice }) => slice === finding.keySlice)!.points.map(([x]) => x);
      return (Math.max(...xs) - Math.min(...xs)) * SPACING[0];
    };
    expect(width(after) / width(before)).toBeCloseTo(1.4, 1);
    expect(after.boxVoxel.max[0]).toBeGreaterThan(before.boxVoxel.max[0]);
    expect(after.features.solidDiameterMm.value).toBe(14);
    const others = ({ contours }: Finding) => contours.filter(({ slice }) => slice !== before.keySlice);
    expect(others(after)).toEqual(others(before));
  });

  it('stay at right angles whatever end is dragged where, and the held end goes along', () => {
    const axes = nodule();
    const pick = (end: string) => (end.startsWith('long') ? 'longAxis' : 'shortAxis');
    for (const end of ['long-from', 'long-to', 'short-from', 'short-to'] as const)
      for (let turn = 0; turn < 12; turn++) {
        const place = [148 + 9 * Math.cos(turn), 212 + 9 * Math.sin(turn)] as const;
        const moved = dragAxis(axes, end, place, SPACING);
        expect(tiltDegrees(moved, SPACING)).toBeLessThan(0.01);
        if (end.startsWith('long')) {
          expect(moved[pick(end)][end.endsWith('from') ? 'from' : 'to']).toEqual([...place]);
          expect(lengthMm(moved.shortAxis, SPACING)).toBeCloseTo(lengthMm(axes.shortAxis, SPACING), 6);
        } else expect(moved.longAxis).toEqual(axes.longAxis);
      }
  });

  it('are swapped when the short one becomes the longer', () => {
    const analysis = analysisOf({ findings: [nodule({ longAxisMm: 8, shortAxisMm: 7 })] });
    const after = fix(analysis, sized(analysis.findings[0]!, 8, 10)).analysis.findings[0]!;
    expect([after.features.longAxisMm.value, after.features.shortAxisMm.value]).toEqual([10, 8]);
  });

  it.each([
    ['on a slice that does not exist', { slice: 400 }],
    ['outside the image', { longAxis: { from: [-9, 3], to: [9, 3] } }],
    ['not perpendicular', { shortAxis: { from: [140, 212], to: [150, 212.1] } }],
    [
      'at another place',
      { longAxis: { from: [300, 212], to: [310, 212] }, shortAxis: { from: [305, 208], to: [305, 216] } },
    ],
    ['of no length', { shortAxis: { from: [148, 212], to: [148, 212.2] } }],
  ])('are refused %s', (_, wrong) => {
    const analysis = analysisOf({});
    const correction = { ...sized(analysis.findings[0]!, 8, 7), ...wrong } as Correction;
    expect(() => fix(analysis, correction)).toThrow(/CORRECTION_INVALID/);
  });
});

describe('classes follow', () => {
  it.each([
    ['solid', 5.9, '2'],
    ['solid', 6, '3'],
    ['solid', 6.1, '3'],
    ['solid', 7.9, '3'],
    ['solid', 8, '4A'],
    ['solid', 14.9, '4A'],
    ['solid', 15, '4B'],
    ['non-solid', 29.9, '2'],
  ] as const)('a %s nodule of %f mm is %s', (type, mm, wanted) => {
    const analysis = analysisOf({ findings: [nodule({ type, longAxisMm: 11, shortAxisMm: 11 })] });
    const after = fix(analysis, sized(analysis.findings[0]!, mm, mm)).analysis;
    expect(after.findings[0]!.features.meanDiameterMm.value).toBe(mm);
    expect(category(after)).toBe(wanted);
  });

  it('the type, with the size of its solid part', () => {
    const analysis = analysisOf({ findings: [nodule({ type: 'solid', longAxisMm: 9, shortAxisMm: 9 })] });
    const type = (type: Features['type']['value'], solidDiameterMm: number | null = null): Correction => ({
      change: 'type',
      findingId: 'F1',
      type,
      solidDiameterMm,
      reason: '',
    });
    expect(category(analysis)).toBe('4A');
    expect(() => fix(analysis, type('part-solid'))).toThrow(/CORRECTION_INVALID/);
    expect(() => fix(analysis, type('part-solid', 9))).toThrow(/CORRECTION_INVALID/);
    const part = fix(analysis, type('part-solid', 3)).analysis;
    expect(category(part)).toBe('3');
    expect(part.findings[0]!.features.solidDiameterMm.value).toBe(3);
    expect(part.findings[0]!.features.solidFraction.value).toBeCloseTo(1 / 27, 2);
    const glass = fix(analysis, type('non-solid')).analysis;
    expect(category(glass)).toBe('2');
    expect(glass.findings[0]!.solidContour).toBeNull();
    expect(fix(part, type('solid')).analysis.findings[0]!.features.solidDiameterMm.value).toBe(9);
  });

  it('one rejected of two is no longer one of several', () => {
    const exam = { acquisition: { ...analysisOf({}).study.acquisition, purpose: 'diagnostic' as const } };
    const findings = [nodule({ type: 'solid', longAxisMm: 7, shortAxisMm: 7 }), nodule({ type: 'solid', lobe: 'LLL' })];
    const analysis = analysisOf({ study: exam, findings });
    expect(category(analysis, 'fleischner-2017')).toBe('solid-multiple-6-8');
    const after = fix(analysis, { change: 'reject', findingId: 'F2', reason: 'vessel' }).analysis;
    expect(category(after, 'fleischner-2017')).toBe('solid-single-6-8');
  });
});

describe('side and lobe', () => {
  it('go together, and the comparison region that now lies in the same lung is dropped', () => {
    const analysis = analysisOf({ findings: [nodule({ lobe: 'RML' })] });
    const after = fix(analysis, { change: 'side', findingId: 'F1', side: 'left', reason: '' }).analysis;
    expect([after.findings[0]!.features.side.value, after.findings[0]!.features.lobe.value]).toEqual(['left', 'LUL']);
    expect(after.contralateral).toEqual([]);
    const lobe = fix(analysis, { change: 'lobe', findingId: 'F1', lobe: 'RLL', reason: '' }).analysis;
    expect(changedFeatures(analysis.findings[0]!, lobe.findings[0]!)).toEqual(['lobe']);
    expect(lobe.contralateral).toEqual(analysis.contralateral);
  });
});

describe('a finding added by hand', () => {
  it('has what two axes and one slice tell, and says of the rest that nobody measured it', () => {
    const { analysis } = fix(analysisOf({}), ADDED);
    const added = analysis.findings[1]!;
    Analysis.parse(analysis);
    expect([added.id, added.rank, added.keySlice]).toEqual(['F2', 2, 50]);
    expect(added.features.longAxisMm.value).toBe(11.2);
    expect(added.features.meanDiameterMm.value).toBe(9.1);
    expect(added.features.meanHu.value).toBe(20);
    expect(added.features.side.value).toBe('left');
    expect(added.features.pleuraDistanceMm.value).toBeGreaterThan(30);
    expect(category(analysis, 'lung-rads-2022', 'F2')).toBe('4A');
    for (const key of ['spiculation', 'lobulation', 'fat', 'sphericity'] as const) {
      expect(isMeasured(added.features[key])).toBe(false);
      expect(factAt(analysis, `F2.${key}`)).toBeNull();
    }
  });

  it('never takes the name of a rejected one', () => {
    const { analysis } = fix(analysisOf({}), { change: 'reject', findingId: 'F1', reason: 'vessel' }, ADDED);
    expect(analysis.findings.map(({ id }) => id)).toEqual(['F2']);
  });
});

describe('what a correction means for the film', () => {
  const template = findTemplate('case-teaching');
  const brand = findBrand('shili-general');
  const standing = (analysis: Analysis, language: 'zh-CN' | 'en') => {
    const script = writeScript(analysis, { template, language });
    expect(checkScript(script, analysis)).toEqual([]);
    return { analysis, script, template, brand };
  };
  const asked = (analysis: Analysis, corrections: Correction[], language: 'zh-CN' | 'en' = 'zh-CN') => {
    const after = fix(analysis, ...corrections).analysis;
    return consequences(standing(analysis, language), standing(after, language), { version: 4, film: true });
  };

  it('5.9 to 6.1 mm: class, sentences and scenes, and the approval that falls', () => {
    const analysis = analysisOf({ findings: [nodule({ type: 'solid', longAxisMm: 5.9, shortAxisMm: 5.9 })] });
    const told = asked(analysis, [sized(analysis.findings[0]!, 6.1, 6.1)]);
    expect(told.classes).toEqual([{ findingId: 'F1', system: 'lung-rads-2022', before: '2', after: '3' }]);
    expect(told.fields.map(({ field }) => field)).toContain('meanDiameterMm');
    expect(told.sentences.filter(({ after }) => after?.includes('6.1')).length).toBeGreaterThan(0);
    expect(told.scenes.changed).toEqual(expect.arrayContaining(['highlight', 'features', 'assessment', 'outro']));
    expect(told.scenes.changed).not.toContain('case');
    expect(told.voids).toBe(4);
    expect(told.voidsFilm).toBe(true);
  });

  it('nothing changed, nothing said', () => {
    const analysis = analysisOf({});
    expect(asked(analysis, [])).toMatchObject({ changed: false, sentences: [], voids: null, voidsFilm: false });
  });

  it.each(['zh-CN', 'en'] as const)(
    'all rejected, or only one by hand left: there is a true script for it (%s)',
    (language) => {
      const analysis = analysisOf({});
      const none = asked(analysis, [{ change: 'reject', findingId: 'F1', reason: 'vessel' }], language);
      expect(none.findings).toMatchObject({ after: 0, leadAfter: null, removed: ['F1'] });
      expect(none.sentences.some(({ change }) => change === 'gone')).toBe(true);
      for (const type of ['solid', 'part-solid', 'non-solid'] as const) {
        const add = { ...ADDED, type, solidDiameterMm: type === 'part-solid' ? 4 : null };
        const hand = asked(analysis, [{ change: 'reject', findingId: 'F1', reason: 'vessel' }, add], language);
        expect(hand.findings.leadAfter).toBe('F2');
      }
    },
  );
});
