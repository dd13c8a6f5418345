/** The fissures of the lungs and the lobes between them. */

/** Depth of the oblique fissure over (x, y): lower lobe where d is greater. */
export function obliqueFissureDepth(x: number, y: number): number {
  const right = x < 0;
  const ax = Math.abs(x);
  const phase = right ? 0.4 : 1.6;
  const wave = 5 * Math.sin(ax / 31 + phase) + 3.4 * Math.sin(y / 27 + phase) + 1.1 * Math.sin((ax - y) / 11 + phase);
  const bow = -0.0012 * (ax - 70) * (ax - 70);
  return (right ? 142 : 136) - 0.86 * y + wave + bow - 0.0016 * y * y;
}

/** Depth of the minor fissure (right lung, in front of the oblique one): middle lobe where d is greater. */
export function minorFissureDepth(x: number, y: number): number {
  const dx = x + 78;
  const dy = y + 30;
  const bumps = 2.2 * Math.sin(y / 21 + x / 47) + 1.8 * Math.sin(x / 17 - y / 33) + 0.9 * Math.sin((x + y) / 9.5);
  return 126 + 0.0013 * dx * dx + 0.0011 * dy * dy - 0.24 * dy - 0.12 * dx + bumps;
}

export function lobeAt(x: number, y: number, d: number): 'RUL' | 'RML' | 'RLL' | 'LUL' | 'LLL' {
  const lower = d > obliqueFissureDepth(x, y);
  if (x >= 0) return lower ? 'LLL' : 'LUL';
  if (lower) return 'RLL';
  return d > minorFissureDepth(x, y) ? 'RML' : 'RUL';
}

/** Distance (about) to the nearest fissure of that lung. */
export function fissureGap(x: number, y: number, d: number): number {
  const oblique = Math.abs(d - obliqueFissureDepth(x, y)) / 1.35;
  if (x > 0 || d > obliqueFissureDepth(x, y) + 3) return oblique;
  return Math.min(oblique, Math.abs(d - minorFissureDepth(x, y)) / 1.05);
}
