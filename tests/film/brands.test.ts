import { describe, expect, it } from 'vitest';
import { BRAND_IDS, checkBrand, findBrand } from '#domain/brands';
import { contrast, mix } from '#domain/colour';
import { themeOf } from '../../remotion/theme.ts';

describe('brands', () => {
  it.each([...BRAND_IDS])('%s keeps every pair of colours readable, derived ones too', (id) => {
    const brand = findBrand(id);
    const theme = themeOf(brand);
    expect(contrast(theme.mute, theme.ink)).toBeGreaterThanOrEqual(7);
    expect(contrast(theme.onPrimary.mute, theme.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.onPrimary.inactive, theme.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.seal.text, theme.seal.field)).toBeGreaterThanOrEqual(4.5);
  });

  it('refuses a brand that cannot be read, and says which pair', () => {
    const brand = findBrand('A');
    const cases = [
      [{ paper: '#777777' }, 'paper/ink'],
      [{ accent: '#333333' }, 'accent/ink'],
      [{ primary: '#F2B544' }, 'accent/primary'],
      [{ primary: '#8A8A8A', accent: '#FFFFFF', paper: '#D8D8D8' }, 'accent/primary'],
    ] as const;
    for (const [change, pair] of cases) {
      expect(() => checkBrand({ ...brand, ...change })).toThrowError(
        expect.objectContaining({ code: 'BRAND_CONTRAST', details: expect.objectContaining({ pair }) }),
      );
    }
  });

  it('finds brands by id, id@version and short name, and refuses others', () => {
    expect(findBrand('b').id).toBe('shili-children');
    expect(findBrand('shili-general@1.0.0').id).toBe('shili-general');
    expect(() => findBrand('nobody')).toThrowError(expect.objectContaining({ code: 'BRAND_UNKNOWN' }));
  });

  it('measures contrast and mixes as the standards say', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(mix('#ffffff', 0.5, '#000000')).toBe('#808080');
  });
});
