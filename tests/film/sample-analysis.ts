import type { Analysis } from '#domain/analysis';
import type { Features, Finding } from '#domain/finding';
import { rateFleischner } from '#domain/rating/fleischner';
import { rateLungRads } from '#domain/rating/lung-rads';
import type { Rating } from '#domain/rating/rating';
import type { SampleVariant } from './sample.ts';

const SOURCE = { model: 'lung-nodule', version: '1.0.0', rule: 'sample' };
const m = <T>(value: T, unit = '', certainty: number | null = null) => ({
  value,
  unit,
  method: 'sample',
  source: SOURCE,
  certainty,
});

export const CENTRE: [number, number, number] = [172, 238, 43];
const SPACING: [number, number, number] = [0.7, 0.7, 2.5];

const FEATURES: Features = {
  longAxisMm: m(8.3, 'mm'),
  shortAxisMm: m(7.7, 'mm'),
  meanDiameterMm: m(8.0, 'mm'),
  volumeMm3: m(268, 'mm3'),
  meanHu: m(-412, 'HU'),
  minHu: m(-701, 'HU'),
  maxHu: m(62, 'HU'),
  sdHu: m(211, 'HU'),
  type: m('part-solid' as const, '', 0.93),
  solidFraction: m(0.18, '1'),
  solidDiameterMm: m(4.5, 'mm'),
  sphericity: m(0.91, '1'),
  marginSharpnessHuPerMm: m(184, 'HU/mm'),
  lobulation: m(0.08, '1'),
  spiculation: m(0.05, '1'),
  calcification: m('none' as const),
  fat: m(false),
  pleuraDistanceMm: m(11.2, 'mm'),
  juxtapleural: m(false),
  side: m('right' as const),
  lobe: m('RUL' as const, '', 0.82),
  zone: m('upper' as const),
};

const ring = (radiusMm: number, count = 48): [number, number][] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const r = (radiusMm / SPACING[0]) * (1 + 0.05 * Math.cos(2 * angle + 0.6));
    return [CENTRE[0] + r * Math.cos(angle), CENTRE[1] + r * Math.sin(angle)];
  });

const FINDING: Finding = {
  id: 'F1',
  rank: 1,
  score: 0.97,
  centreVoxel: CENTRE,
  centreMm: [-58, -12, 100],
  boxVoxel: { min: [166, 232, 41], max: [178, 244, 45] },
  keySlice: CENTRE[2],
  contours: [41, 42, 43, 44, 45].map((slice) => ({
    slice,
    points: ring(4.1 * Math.sqrt(1 - ((slice - 43) / 2.6) ** 2)),
  })),
  solidContour: ring(2.2),
  longAxis: { from: [166.4, 235.6], to: [177.6, 240.4] },
  shortAxis: { from: [174.2, 233], to: [169.8, 243] },
  features: FEATURES,
};

/** Ratings by the product's own rules. */
function ratings(variant: SampleVariant): Rating[] {
  const diagnostic = variant === 'diagnostic';
  const purpose = diagnostic ? 'diagnostic' : variant === 'bare' ? 'unknown' : 'screening-baseline';
  const exam = { purpose, measurable: true, ageYears: variant === 'bare' ? null : 58, contrast: diagnostic } as const;
  if (variant === 'none') return [rateLungRads(exam, null, null)];
  const nodule = {
    type: FEATURES.type.value,
    meanDiameterMm: FEATURES.meanDiameterMm.value,
    solidDiameterMm: FEATURES.solidDiameterMm.value,
    calcification: FEATURES.calcification.value,
    fat: false,
    juxtapleural: false,
    smooth: true,
    suspicious: false,
    history: null,
    isOneOfSeveral: false,
  } as const;
  return [rateLungRads(exam, nodule, 'F1'), rateFleischner(exam, nodule, 'F1')];
}

/** Lungs as the analysis gives them: runs of every 8th column, in slices. */
function warp(): Analysis['lungs']['warp'] {
  const columns: Analysis['lungs']['warp'] = [];
  for (let column = 96; column <= 416; column += 8) {
    const left = column > 256;
    const t = (column - (left ? 345 : 167)) / 76;
    if (Math.abs(t) > 0.98) continue;
    const top = 16 + 40 * (1 - Math.sqrt(1 - t * t)) + (left ? -3 : 0);
    const bottom = 92 + 12 * t * (left ? 1 : -1);
    const runs: [number, number][] = [];
    const heart = left && column < 330;
    if (heart)
      runs.push(
        [Math.round(top), 50 - Math.round((330 - column) / 10)],
        [74 + Math.round((330 - column) / 4), Math.round(bottom)],
      );
    else runs.push([Math.round(top), Math.round(bottom)]);
    columns.push({ column, runs: runs.filter(([from, to]) => to > from) });
  }
  return columns;
}

/** The sample case's analysis in one of its variants; numbers as in the phantom's truth. */
export function sampleAnalysis(variant: SampleVariant): Analysis {
  const diagnostic = variant === 'diagnostic' || variant === 'bare';
  const none = variant === 'none';
  return {
    study: {
      caseCode: 'CL-3F0A',
      provenance: variant === 'diagnostic' ? 'lidc-idri' : variant === 'bare' ? 'hospital' : 'simulated',
      modality: 'CT',
      ageYears: variant === 'bare' ? null : 58,
      ageCapped: false,
      sex: variant === 'bare' ? null : 'male',
      acquisition: {
        purpose: variant === 'bare' ? 'unknown' : diagnostic ? 'diagnostic' : 'screening-baseline',
        purposeSource: variant === 'bare' ? 'none' : 'header',
        contrast: variant === 'bare' ? null : diagnostic,
        kvp: 120,
        ctdiVolMgy: variant === 'bare' ? null : 1.4,
        sliceThicknessMm: variant === 'bare' ? null : 2.5,
        kernel: 'lung',
      },
      geometry: {
        columns: 512,
        rows: 512,
        slices: 120,
        spacingMm: SPACING,
        originMm: [-179, -179, 0],
        columnAxis: [1, 0, 0],
        rowAxis: [0, 1, 0],
        sliceAxis: [0, 0, -1],
      },
      volume: null,
      pictures: null,
      measurable: true,
      spacingSource: 'header',
      warnings: [],
      deidentification: {
        profile: 'allow-list',
        kept: ['PatientAge', 'PatientSex'],
        droppedCount: 31,
        methodCodes: ['113100'],
      },
    },
    lungs: { volumeMl: 4810, meanHu: -846, firstSlice: 14, lastSlice: 104, warp: warp() },
    lungMask: { digest: '0'.repeat(64), mediaType: 'application/octet-stream', bytes: 0, role: 'lung-mask' },
    findings: none ? [] : [FINDING],
    contralateral: none ? [] : [{ findingId: 'F1', slice: 43, centre: [340, 238], meanHu: m(-861, 'HU') }],
    ratings: ratings(variant),
    engines: [
      {
        model: 'lung-nodule',
        version: '1.0.0',
        sha256: 'a'.repeat(64),
        tier: 'classical',
        provider: 'cpu',
        fallback: null,
      },
    ],
    candidatesSeen: 212,
  };
}
