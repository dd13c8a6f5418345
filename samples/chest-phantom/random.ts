/** Deterministic randomness: everything in the phantom comes from the seed through these two. */

/** A stream of numbers in [0, 1), by the mulberry32 recurrence; `salt` separates independent uses of one seed. */
export function randomStream(seed: number, salt: string): () => number {
  let state = hashText(`${seed}:${salt}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a, 32 bit. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Smooth value noise on a periodic 32^3 lattice, range about -1..1; a period of 32 cells is far beyond the body. */
export function valueNoise3(seed: number, salt: string): (x: number, y: number, z: number) => number {
  const next = randomStream(seed, salt);
  const lattice = new Float32Array(32768);
  for (let i = 0; i < lattice.length; i++) lattice[i] = next() * 2 - 1;
  return (x, y, z) => {
    const xi = Math.floor(x);
    const yi = Math.floor(y);
    const zi = Math.floor(z);
    const fx = fade(x - xi);
    const fy = fade(y - yi);
    const fz = fade(z - zi);
    const x0 = xi & 31;
    const x1 = (xi + 1) & 31;
    const y0 = (yi & 31) << 5;
    const y1 = ((yi + 1) & 31) << 5;
    const z0 = (zi & 31) << 10;
    const z1 = ((zi + 1) & 31) << 10;
    const a = lattice[x0 | y0 | z0]! * (1 - fx) + lattice[x1 | y0 | z0]! * fx;
    const b = lattice[x0 | y1 | z0]! * (1 - fx) + lattice[x1 | y1 | z0]! * fx;
    const c = lattice[x0 | y0 | z1]! * (1 - fx) + lattice[x1 | y0 | z1]! * fx;
    const e = lattice[x0 | y1 | z1]! * (1 - fx) + lattice[x1 | y1 | z1]! * fx;
    const near = a * (1 - fy) + b * fy;
    const far = c * (1 - fy) + e * fy;
    return near * (1 - fz) + far * fz;
  };
}

function fade(t: number): number {
  return t * t * (3 - 2 * t);
}
