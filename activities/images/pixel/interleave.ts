import type { PixelFormat, Samples } from './pixel-format.ts';

/** Colour by planes (PlanarConfiguration 1, PS3.3 C.7.6.3.1.3) as colour by pixel. Grey comes back as it is. */
export function interleave<T extends Samples>(samples: T, format: PixelFormat): T {
  const { samplesPerPixel: channels, planarConfiguration } = format;
  if (channels < 2 || planarConfiguration !== 1) return samples;
  const pixels = Math.floor(samples.length / channels);
  const out = samples.slice() as T;
  for (let channel = 0; channel < channels; channel += 1)
    for (let pixel = 0; pixel < pixels; pixel += 1)
      out[pixel * channels + channel] = samples[channel * pixels + pixel]!;
  return out;
}
