/** A closed, slightly uneven outline about (0, 0), smooth enough as straight stretches; `turn` sets which way its bulges lie. */
export function blob(radius: number, turn: number, uneven = 1): string {
  const points = Array.from({ length: 72 }, (_, i) => {
    const angle = (i / 72) * 2 * Math.PI;
    const r =
      radius *
      (1 +
        uneven *
          (0.045 * Math.cos(2 * angle + turn) + 0.03 * Math.cos(3 * angle - turn) + 0.015 * Math.cos(5 * angle)));
    return `${Math.round(r * Math.cos(angle) * 10) / 10} ${Math.round(r * Math.sin(angle) * 10) / 10}`;
  });
  return `M${points.join('L')}Z`;
}

/** Vessels of the lung around a nodule, in a field of radius 100: thicker stems with thinner branches. */
export const VESSELS: readonly { readonly d: string; readonly width: number }[] = [
  { d: 'M-96 62C-60 44 -30 26 2 4C30 -16 56 -46 70 -78', width: 6.5 },
  { d: 'M-34 28C-30 -2 -38 -34 -62 -66', width: 4 },
  { d: 'M18 -8C44 2 64 18 92 20', width: 4 },
  { d: 'M-20 96C-14 70 2 52 26 40C44 32 56 44 72 66', width: 4.5 },
  { d: 'M-62 -66C-70 -74 -74 -78 -80 -58', width: 2.5 },
  { d: 'M50 -40C62 -36 74 -38 88 -46', width: 2.5 },
];
