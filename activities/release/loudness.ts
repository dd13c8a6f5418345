import { type LevelPlan, LOUDNESS, type Loudness, measureJob, meterJob } from '#activities/media/argv-audio';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { StudioError } from '#domain/errors';

/** `-inf` (silence) reads as -99, loud figures as numbers. */
const figure = (text: string | undefined): number => {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : -99;
};

/** The JSON loudnorm prints last. */
export function readLoudnorm(stderr: string): Record<string, string> {
  const at = stderr.lastIndexOf('{');
  const end = stderr.indexOf('}', at);
  if (at < 0 || end < 0) throw new StudioError('FFMPEG_FAILED', { detail: 'loudnorm printed no figures' });
  return JSON.parse(stderr.slice(at, end + 1));
}

export async function measureLoudness(source: string, plan: LevelPlan, signal: AbortSignal): Promise<Loudness> {
  const { input_i, input_tp, input_lra, input_thresh } = readLoudnorm(
    (await runFfmpeg(measureJob(source, plan), signal)).stderr,
  );
  const [integrated, truePeak] = [figure(input_i), figure(input_tp)];
  return { integrated, truePeak, range: figure(input_lra), threshold: figure(input_thresh) };
}

/** Reads the summary of ffmpeg's EBU R128 meter: integrated loudness (LUFS), true peak (dBTP), range (LU). */
export function readMeter(stderr: string): { integrated: number; truePeak: number; range: number } {
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  return {
    integrated: figure(/I:\s+(-?[\d.]+|-?inf|nan) LUFS/.exec(summary)?.[1]),
    truePeak: figure(/Peak:\s+(-?[\d.]+|-?inf|nan) dBFS/.exec(summary)?.[1]),
    range: figure(/LRA:\s+(-?[\d.]+|-?inf|nan) LU/.exec(summary)?.[1]),
  };
}

export const meter = async (source: string, signal: AbortSignal) =>
  readMeter((await runFfmpeg(meterJob(source), signal)).stderr);

/** Rounds of limiting; each takes the loudness the limiter cost into account, and the second is usually enough. */
const ROUNDS = 6;
const MARGIN = 0.2;

/**
 * Finds how to bring a sound to the target with one gain. Where peaks forbid it, a limiter goes first, its ceiling lowered until
 * peak plus gain stays under the target: then loudnorm keeps to its linear mode and the speech is not pumped.
 * @returns null when the sound is silent
 */
export async function planLevel(
  source: string,
  signal: AbortSignal,
  truePeak: number = LOUDNESS.truePeak,
): Promise<{ plan: LevelPlan; measured: Loudness } | null> {
  let plan: LevelPlan = { truePeak, ceiling: null };
  for (let round = 0; round < ROUNDS; round++) {
    const measured = await measureLoudness(source, plan, signal);
    if (measured.integrated <= -70) return null;
    const gain = LOUDNESS.integrated - measured.integrated;
    if (measured.truePeak + gain <= truePeak) return { plan, measured };
    plan = { truePeak, ceiling: truePeak - MARGIN * (round + 1) - gain };
  }
  throw new StudioError('QC_FAILED', { detail: 'the voice cannot reach -16 LUFS under its peak limit' });
}
