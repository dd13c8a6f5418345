import type { FfmpegJob } from './ffmpeg.ts';

/** Loudness of speech on the web: -16 LUFS; the peak target leaves room for what AAC adds, so that the film stays below -1 dBTP. */
export const LOUDNESS = { integrated: -16, truePeak: -1.5, range: 20 } as const;

/** First-pass figures of a sound. LUFS, dBTP, LU, LUFS. */
export interface Loudness {
  readonly integrated: number;
  readonly truePeak: number;
  readonly range: number;
  readonly threshold: number;
}

export interface LevelPlan {
  /** True-peak target, dBTP. */
  readonly truePeak: number;
  /** Ceiling of a limiter before the gain, dBFS; null = none needed. */
  readonly ceiling: number | null;
}

const fixed = (value: number): string => value.toFixed(2);

/** Peaks between samples are caught by limiting at four times the rate. The look-ahead delays the voice by 2 ms, a twentieth of a frame. */
function limiter(ceiling: number | null): string[] {
  if (ceiling === null) return [];
  const limit = Math.max(0.0625, 10 ** (ceiling / 20)).toFixed(6);
  return ['aresample=192000', `alimiter=level=disabled:limit=${limit}:attack=2:release=80`, 'aresample=48000'];
}

/** Measures the sound as the second pass will get it; the figures are JSON on stderr. */
export function measureJob(source: string, plan: LevelPlan): FfmpegJob {
  const target = `I=${LOUDNESS.integrated}:TP=${fixed(plan.truePeak)}:LRA=${LOUDNESS.range}`;
  return {
    inputs: [{ source, options: [] }],
    options: ['-af', [...limiter(plan.ceiling), `loudnorm=${target}:print_format=json`].join(','), '-f', 'null'],
    output: '-',
  };
}

/**
 * Second pass: one gain for the whole film (`linear=true`), then exactly `samples` samples at 48 kHz in AAC-LC.
 * loudnorm leaves linear mode silently when its conditions fail, so its own report is asked for and must be checked.
 */
export function normaliseJob(
  source: string,
  measured: Loudness,
  plan: LevelPlan,
  samples: number,
  output: string,
): FfmpegJob {
  const target = `I=${LOUDNESS.integrated}:TP=${fixed(plan.truePeak)}:LRA=${LOUDNESS.range}`;
  const figures = [
    `measured_I=${fixed(measured.integrated)}:measured_TP=${fixed(measured.truePeak)}`,
    `measured_LRA=${fixed(measured.range)}:measured_thresh=${fixed(measured.threshold)}`,
  ].join(':');
  const chain = [
    ...limiter(plan.ceiling),
    `loudnorm=${target}:${figures}:linear=true:print_format=json`,
    'aresample=48000',
    `apad=whole_len=${samples}`,
    `atrim=end_sample=${samples}`,
  ];
  return { inputs: [{ source, options: [] }], options: ['-af', chain.join(','), ...aac()], output };
}

/** A sound as it is, in AAC-LC (for films without a word). */
export const plainAacJob = (source: string, output: string): FfmpegJob => ({
  inputs: [{ source, options: [] }],
  options: aac(),
  output,
});

const aac = (): string[] => [
  ...['-ar', '48000', '-ac', '2', '-c:a', 'aac', '-b:a', '160k', '-profile:a', 'aac_low'],
  ...['-fflags', '+bitexact', '-flags:a', '+bitexact', '-map_metadata', '-1', '-f', 'mp4'],
];

/** Music as it came -> stereo PCM of exactly so many samples, played again from its beginning as often as that takes. */
export const musicJob = (source: string, samples: number, output: string): FfmpegJob => ({
  inputs: [{ source, options: ['-stream_loop', '-1'] }],
  options: [
    ...['-map', '0:a:0', '-vn', '-af', `aresample=48000,atrim=end_sample=${samples}`, '-ac', '2'],
    ...['-c:a', 'pcm_s16le', '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'wav'],
  ],
  output,
});

/** Loudness of a finished sound, by the EBU R128 meter (not by the tool that set it). */
export const meterJob = (source: string): FfmpegJob => ({
  inputs: [{ source, options: [] }],
  options: ['-vn', '-sn', '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null'],
  output: '-',
});
