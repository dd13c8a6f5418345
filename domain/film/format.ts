/** Numbers as the film shows them: "−" for minus, "–" for ranges, fixed decimals. */
export function shown(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Diameters: mm to 0.1 (Lung-RADS v2022 rounds for display only). */
export const shownMm = (value: number): string => `${shown(value, 1)} mm`;

/** Volumes: mm³ below 1000, else mL to 0.1. */
export const shownVolume = (mm3: number): { value: string; unit: string } =>
  mm3 < 1000 ? { value: shown(mm3, 0), unit: 'mm³' } : { value: shown(mm3 / 1000, 1), unit: 'mL' };
