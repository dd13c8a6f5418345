import type { FfmpegJob } from '#activities/media/ffmpeg';

/** Rate of every take. */
export const TAKE_RATE = 48_000;

/**
 * The voice's colour: rumble out, a little body at 200 Hz, the formant synthesiser's hard 2.5-4 kHz and its hiss taken down, a gentle
 * de-esser, a 2:1 compressor, then a ceiling at -3 dBFS. No filter looks ahead but the limiter, whose delay it takes back itself, so
 * clause times hold to the sample.
 */
export function voiceFilters(gainDb: number): string {
  return [
    `volume=${gainDb.toFixed(2)}dB`,
    `aresample=${TAKE_RATE}:filter_size=64:phase_shift=10:linear_interp=0:dither_method=none`,
    'highpass=f=75:poles=2',
    'equalizer=f=210:t=q:w=0.9:g=2',
    'equalizer=f=3100:t=q:w=0.8:g=-4.5',
    'equalizer=f=6200:t=q:w=1.2:g=-3',
    'lowpass=f=9000:poles=2',
    'deesser=i=0.25:m=0.4:f=0.45:s=o',
    'acompressor=threshold=-21dB:ratio=2:attack=12:release=160:knee=4:makeup=1.3:detection=rms',
    'alimiter=level=disabled:limit=0.708:attack=4:release=60:latency=1',
  ].join(',');
}

/** Raw mono samples in from stdin, raw mono 48 kHz samples out to a file. */
export const voiceJob = (sampleRate: number, gainDb: number, output: string): FfmpegJob => ({
  inputs: [{ source: 'stdin', options: ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1'] }],
  options: [
    '-af',
    voiceFilters(gainDb),
    '-f',
    's16le',
    '-c:a',
    'pcm_s16le',
    '-ar',
    String(TAKE_RATE),
    '-ac',
    '1',
    '-y',
  ],
  output,
});
