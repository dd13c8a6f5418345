import type { PixelFormat, Samples } from './pixel-format.ts';

/**
 * Keeps only the stored bits of each allocated cell and restores their sign (PS3.5 8.1.1): overlays and rubbish once lived in the bits
 * above `highBit`. Works in place.
 */
export function keepStoredBits(samples: Samples, format: PixelFormat): Samples {
  const { bitsAllocated, bitsStored, highBit, signed } = format;
  if (bitsStored >= bitsAllocated || bitsStored < 1) return samples;
  const drop = 32 - bitsStored;
  const shift = Math.max(0, highBit + 1 - bitsStored);
  if (signed) for (let at = 0; at < samples.length; at += 1) samples[at] = ((samples[at]! >> shift) << drop) >> drop;
  else for (let at = 0; at < samples.length; at += 1) samples[at] = ((samples[at]! >>> shift) << drop) >>> drop;
  return samples;
}
