import { describe, expect, test } from 'vitest';
import { applyModality } from '#activities/images/pixel/modality-lut';
import { paletteColour } from '#activities/images/pixel/palette';
import { toBrightness } from '#activities/images/pixel/photometric';
import { keepStoredBits } from '#activities/images/pixel/stored-values';
import { applyVoiTable, applyWindow } from '#activities/images/pixel/voi';

const format = { rows: 1, columns: 4, samplesPerPixel: 1, planarConfiguration: 0, photometric: 'MONOCHROME2' };

describe('stored bits', () => {
  test('twelve of sixteen, unsigned: what lies above is not image', () => {
    const unsigned = { ...format, bitsAllocated: 16, bitsStored: 12, highBit: 11, signed: false };
    expect([...keepStoredBits(Uint16Array.of(0xf123, 0x0fff, 0), unsigned)]).toEqual([0x123, 0xfff, 0]);
  });
  test('twelve of sixteen, signed', () => {
    const signed = { ...format, bitsAllocated: 16, bitsStored: 12, highBit: 11, signed: true };
    expect([...keepStoredBits(Int16Array.of(0x0800, 0x07ff, 0x0fff), signed)]).toEqual([-2048, 2047, -1]);
  });
  test('high bit 15: the image lies at the top of the cell', () => {
    const high = { ...format, bitsAllocated: 16, bitsStored: 12, highBit: 15, signed: false };
    expect([...keepStoredBits(Uint16Array.of(0x1230, 0xffff), high)]).toEqual([0x123, 0xfff]);
  });
});

test('modality transform: a line, or a table that holds its ends', () => {
  expect(applyModality({ kind: 'linear', slope: 2, intercept: -1024 }, 100)).toBe(-824);
  const table = { first: -1, values: [7, 8, 9], bits: 16 };
  expect([-5, -1, 0, 1, 99].map((value) => applyModality({ kind: 'table', table }, value))).toEqual([7, 7, 8, 9, 9]);
});

describe('windows', () => {
  // PS3.3 C.11.2.1.2.1 gives these very cases: c = 2048, w = 4096 and c = 0, w = 100, and w = 1 as a threshold.
  test('LINEAR', () => {
    const full = { center: 2048, width: 4096 };
    expect(applyWindow('LINEAR', full, 0)).toBe(0);
    expect(applyWindow('LINEAR', full, 4095)).toBe(1);
    expect(applyWindow('LINEAR', full, 2047.5)).toBe(0.5);
    const narrow = { center: 0, width: 100 };
    expect(applyWindow('LINEAR', narrow, -50)).toBe(0);
    expect(applyWindow('LINEAR', narrow, 49)).toBe(1);
    expect(applyWindow('LINEAR', narrow, 0)).toBeCloseTo((0 + 0.5) / 99 + 0.5, 12);
    expect(applyWindow('LINEAR', { center: 10, width: 1 }, 9)).toBe(0);
    expect(applyWindow('LINEAR', { center: 10, width: 1 }, 10)).toBe(1);
  });
  test('LINEAR_EXACT and SIGMOID', () => {
    expect(applyWindow('LINEAR_EXACT', { center: 40, width: 400 }, -160)).toBe(0);
    expect(applyWindow('LINEAR_EXACT', { center: 40, width: 400 }, 40)).toBe(0.5);
    expect(applyWindow('LINEAR_EXACT', { center: 40, width: 400 }, 240)).toBe(1);
    expect(applyWindow('SIGMOID', { center: 40, width: 400 }, 40)).toBe(0.5);
    expect(applyWindow('SIGMOID', { center: 40, width: 400 }, 140)).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  });
  test('a window without width is a fault of the caller', () => {
    expect(() => applyWindow('LINEAR', { center: 0, width: 0 }, 1)).toThrow(RangeError);
  });
  test('VOI table', () => {
    expect(applyVoiTable({ first: 0, values: [0, 128, 255], bits: 8 }, 1)).toBeCloseTo(128 / 255, 12);
  });
});

test('MONOCHROME1 is turned round, MONOCHROME2 is not', () => {
  expect(toBrightness('MONOCHROME1', 0.25)).toBe(0.75);
  expect(toBrightness('MONOCHROME2', 0.25)).toBe(0.25);
});

test('palette: 16-bit entries keep their high byte', () => {
  const channel = (...values: number[]) => ({ first: 0, values, bits: 16 });
  const palette = { red: channel(0xff00, 0x1234), green: channel(0, 0xabcd), blue: channel(0x8080, 1) };
  expect(paletteColour(palette, 0)).toEqual([255, 0, 128]);
  expect(paletteColour(palette, 5)).toEqual([0x12, 0xab, 0]);
});
