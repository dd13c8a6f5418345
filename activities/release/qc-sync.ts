import type { QcCheck } from '#domain/release';
import type { Timeline } from '#domain/timeline';
import type { Inspection } from './inspect-film.ts';
import { sampleAt } from './mix-voice.ts';
import { check } from './qc-container.ts';
import { voicedSpan } from './qc-detect.ts';
import { SAMPLE_RATE } from './wav.ts';

/** Sound and picture may be this far apart, ms; and as far the search goes. */
const LIMIT_MS = 40;
const SEARCH_MS = 240;
/** Rate at which sounds are compared, and the length compared: the beginning of a sentence, s. */
const RATE = 4000;
const COMPARED_SECONDS = 0.8;
/** Sentences listened to, spread over the film. */
const LISTENED = 12;
const STEP = SAMPLE_RATE / RATE;

/** Means of `STEP` samples from a place on: the sound at `RATE`. Nothing lies outside the sound. */
function coarse(samples: Int16Array, from: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < STEP; j++) sum += samples[from + i * STEP + j] ?? 0;
    return sum / STEP;
  });
}

/** How many ms later than planned a take is heard; null when it is not recognised within the search. */
export function lagOf(sound: Int16Array, take: Int16Array, plannedSample: number): number | null {
  const span = voicedSpan(take);
  if (!span) return null;
  const count = Math.min(COMPARED_SECONDS * RATE, Math.floor((span.last - span.first) / STEP));
  const reach = (SEARCH_MS * RATE) / 1000;
  const known = coarse(take, span.first, count);
  const heard = coarse(sound, plannedSample + span.first - reach * STEP, count + 2 * reach);
  const power = (signal: Float32Array, from: number) => {
    let sum = 0;
    for (let i = from; i < from + count; i++) sum += (signal[i] as number) ** 2;
    return sum;
  };
  const own = power(known, 0);
  let best = { at: 0, likeness: 0 };
  for (let at = 0; at <= 2 * reach; at++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (known[i] as number) * (heard[at + i] as number);
    const likeness = sum / Math.sqrt(own * power(heard, at) || 1);
    if (likeness > best.likeness) best = { at, likeness };
  }
  return best.likeness < 0.5 ? null : ((best.at - reach) * 1000) / RATE;
}

/**
 * Where sentences sound against where their pictures stand: each take is looked for in the film's own sound, and the streams' first times
 * count in. A sentence that is not recognised is the speech check's business.
 * @param takes samples of each of `timeline.voice`, in that order
 */
export function syncCheck(seen: Inspection, timeline: Timeline, takes: readonly Int16Array[]): QcCheck {
  const start = (type: string) => seen.probe.streams.find((stream) => stream.codec_type === type)?.start_time ?? 0;
  const apart = (start('audio') - start('video')) * 1000;
  const every = Math.max(1, Math.ceil(timeline.voice.length / LISTENED));
  const lags = timeline.voice.flatMap((voice, index) => {
    const samples = index % every === 0 ? takes[index] : undefined;
    const lag = samples && lagOf(seen.sound, samples, sampleAt(voice.startFrame, timeline.fps));
    return typeof lag === 'number' ? [lag + apart] : [];
  });
  const worst = lags.reduce((most, lag) => (Math.abs(lag) > Math.abs(most) ? lag : most), 0);
  const found = lags.length === 0 ? 'no sentence recognised' : `${worst.toFixed(1)} ms in ${lags.length} sentences`;
  return check('sync', lags.length > 0 && Math.abs(worst) <= LIMIT_MS, found, `sound within ${LIMIT_MS} ms of picture`);
}
