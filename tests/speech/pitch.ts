import type { Sound } from '#activities/speech/engine';

/** Median fundamental of the voiced parts, Hz: autocorrelation of 43 ms windows, lags for 65-400 Hz. */
export function medianPitch({ sampleRate, samples }: Sound): number {
  const half = Int16Array.from({ length: samples.length >> 1 }, (_, i) => samples[2 * i]!);
  const rate = sampleRate / 2;
  const size = 1024;
  const found: number[] = [];
  for (let at = 0; at + size < half.length; at += size) {
    const window = half.subarray(at, at + size);
    const energy = window.reduce((sum, sample) => sum + sample * sample, 0);
    if (Math.sqrt(energy / size) < 1200) continue;
    let best = 0;
    let lag = 0;
    for (let k = Math.floor(rate / 400); k < rate / 65; k++) {
      let sum = 0;
      for (let i = 0; i + k < size; i++) sum += window[i]! * window[i + k]!;
      const share = sum / (1 - k / size);
      if (share > best) [best, lag] = [share, k];
    }
    if (best > 0.5 * energy) found.push(rate / lag);
  }
  found.sort((a, b) => a - b);
  return found[found.length >> 1] ?? 0;
}
