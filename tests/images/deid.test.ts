import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ageYears } from '#activities/images/deid/age-years';
import { examPurpose } from '#activities/images/deid/exam-purpose';
import { kernelClass } from '#activities/images/deid/kernel-class';
import { Attributes } from '#activities/images/dicom/attributes';
import { parseDicom } from '#activities/images/dicom/parse-dicom';
import { decodeText } from '#activities/images/dicom/text';
import { DATA, hasData } from './workspace.ts';

describe('age in years', () => {
  test.each([
    ['045Y', '', '', 45, false],
    ['089Y', '', '', 89, false],
    ['090Y', '', '', 90, true],
    ['103Y', '', '', 90, true],
    ['018M', '', '', 1, false],
    ['051W', '', '', 0, false],
    ['', '19600615', '20240614', 63, false],
    ['', '19600615', '20240615', 64, false],
    ['', '1901.01.01', '20240615', 90, true],
    ['', '20250101', '20240101', null, false],
    ['old', '', '20240101', null, false],
  ] as const)('%s %s %s', (age, birth, study, years, capped) => {
    expect(ageYears(age, birth, study)).toEqual({ ageYears: years, ageCapped: capped });
  });
});

describe('purpose of the examination', () => {
  test.each([
    [['Chest LDCT'], false, 'screening-baseline'],
    [['肺癌筛查'], null, 'screening-baseline'],
    [['胸部低剂量 复查'], null, 'screening-follow-up'],
    [['Lung Screening', 'annual'], null, 'screening-follow-up'],
    [['Lung Screening'], true, 'diagnostic'],
    [['Chest routine'], null, 'unknown'],
  ] as const)('%s contrast %s', (texts, contrast, purpose) => {
    const source = purpose === 'unknown' ? 'none' : 'header';
    expect(examPurpose(null, texts, contrast)).toEqual({ purpose, purposeSource: source });
  });

  test('a person’s word comes first', () => {
    expect(examPurpose('diagnostic', ['LDCT'], null)).toEqual({ purpose: 'diagnostic', purposeSource: 'person' });
  });
});

test.each([
  ['STANDARD', 'soft'],
  ['LUNG', 'lung'],
  ['BONEPLUS', 'bone'],
  ['B30f', 'soft'],
  ['B70f', 'lung'],
  ['B80f', 'bone'],
  ['H60s', 'bone'],
  ['I31f\\2', 'soft'],
  ['Bl57d\\3', 'lung'],
  ['Br40', 'soft'],
  ['Br64', 'bone'],
  ['FC08-H', 'soft'],
  ['FC30', 'bone'],
  ['FC51', 'lung'],
  ['FC86', 'bone'],
  ['C', 'soft'],
  ['YA', 'lung'],
  ['B_SOFT_A', 'soft'],
  ['', 'unknown'],
] as const)('kernel %s is for %s', (name, kernel) => {
  expect(kernelClass(name)).toBe(kernel);
});

test('texts in GB18030, ISO 2022 and undeclared sets are readable for keywords', () => {
  const screening = Uint8Array.from([0xc9, 0xb8, 0xb2, 0xe9]);
  expect(decodeText(screening, ['GB18030'])).toBe('筛查');
  expect(decodeText(screening, ['ISO_IR 100'])).toBe('筛查');
  expect(decodeText(Buffer.concat([Buffer.from('\x1b$)A', 'latin1'), screening]), ['', 'ISO 2022 IR 58'])).toBe('筛查');
  expect(decodeText(Buffer.from('筛查'), ['ISO_IR 192'])).toBe('筛查');
});

test.runIf(hasData('dicom-conformance/pydicom-charset'))('no character set stops the reader', async () => {
  const folder = path.join(DATA, 'dicom-conformance/pydicom-charset');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.dcm'));
  expect(files.length).toBeGreaterThan(10);
  for (const name of files) {
    const parsed = parseDicom(await readFile(path.join(folder, name)), 1e8);
    if (parsed.kind !== 'dataset') throw new Error(`${name} was not read`);
    // Two of them keep their only name inside a sequence.
    const header = new Attributes(parsed.dataSet);
    const named = [header, ...header.items('x00321064')].map((item) => item.text('x00100010'));
    expect(named.join('').length, name).toBeGreaterThan(0);
  }
});
