/** cos((2x+1) u pi / 16) * C(u) / 2, for x (rows of the table) and u: the separable basis of ISO 10918-1 A.3.3. */
const BASIS = Float64Array.from({ length: 64 }, (_, index) => {
  const x = index >> 3;
  const u = index & 7;
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2;
});

const half = new Float64Array(64);

/** Inverse DCT of one block in double precision, rows then columns. `block` and `out` in natural order. */
export function inverseDct(block: ArrayLike<number>, out: Float64Array): void {
  for (let v = 0; v < 8; v += 1)
    for (let x = 0; x < 8; x += 1) {
      let sum = 0;
      for (let u = 0; u < 8; u += 1) sum += block[v * 8 + u]! * BASIS[x * 8 + u]!;
      half[v * 8 + x] = sum;
    }
  for (let x = 0; x < 8; x += 1)
    for (let y = 0; y < 8; y += 1) {
      let sum = 0;
      for (let v = 0; v < 8; v += 1) sum += half[v * 8 + x]! * BASIS[y * 8 + v]!;
      out[y * 8 + x] = sum;
    }
}
