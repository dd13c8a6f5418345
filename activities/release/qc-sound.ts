import { SILENCE_SECONDS } from '#activities/media/argv-qc';
import type { QcCheck, VoiceMix } from '#domain/release';
import type { Timeline } from '#domain/timeline';
import type { Inspection } from './inspect-film.ts';
import { MUSIC_LAW_DB } from './mix-music.ts';
import { sampleAt } from './mix-voice.ts';
import { check } from './qc-container.ts';
import { rmsDb, type Stretch, uncovered, voicedSpan } from './qc-detect.ts';
import { syncCheck } from './qc-sync.ts';
import { SAMPLE_RATE } from './wav.ts';

/** Last stretch of a take that is compared by itself, samples (120 ms): a cut word loses its end first. */
const TAIL = 5760;
const WHOLE_DB = 3;
const TAIL_DB = 6;

/** Silence that nobody asked for; `rests` are those that somebody did. */
function silenceCheck(seen: Inspection, rests: readonly Stretch[]): QcCheck {
  const bad = seen.silent
    .flatMap((stretch) => uncovered(stretch, rests))
    .filter((s) => s.end - s.start > SILENCE_SECONDS);
  const found = bad.map((s) => `${s.start.toFixed(1)}-${s.end.toFixed(1)} s`).join(', ');
  return check('silence', bad.length === 0, found || 'none', `no unplanned silence over ${SILENCE_SECONDS} s`);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Every take is heard from its first to its last sound: its level in the film differs from the take by the same gain as all others (within 3 dB;
 * limiter and AAC move it less), and its last 120 ms are no more than 6 dB short of it. Music may add to a soft ending.
 * @param takes samples of each of `timeline.voice`, in that order
 */
function speechCheck(seen: Inspection, timeline: Timeline, takes: readonly Int16Array[]): QcCheck {
  const compared = timeline.voice.flatMap((take, index) => {
    const samples = takes[index];
    const span = samples && voicedSpan(samples);
    if (!samples || !span) return [];
    const at = sampleAt(take.startFrame, timeline.fps);
    const gain = (from: number, to: number) => rmsDb(seen.sound, at + from, at + to) - rmsDb(samples, from, to);
    const tail = Math.max(span.first, span.last - TAIL);
    return [{ id: take.sentenceId, whole: gain(span.first, span.last), tail: gain(tail, span.last) }];
  });
  const usual = median(compared.map((take) => take.whole));
  const bad = compared.filter((take) => Math.abs(take.whole - usual) > WHOLE_DB || usual - take.tail > TAIL_DB);
  const found = bad.map((take) => take.id).join(', ');
  return check('speech', bad.length === 0, found || `${compared.length} takes whole`, 'every take heard to its end');
}

/** What is heard: loudness, silence, whole sentences, in their time. `rests` are the silences that were asked for. */
export function soundChecks(
  seen: Inspection,
  timeline: Timeline,
  takes: readonly Int16Array[],
  rests: readonly Stretch[],
): QcCheck[] {
  const { integrated, truePeak } = seen.loudness;
  const length = seen.sound.length / SAMPLE_RATE;
  if (timeline.voice.length === 0)
    return [check('sound-length', length > 0, `${length.toFixed(2)} s`, 'a sound track')];
  return [
    check('loudness', Math.abs(integrated + 16) <= 1, `${integrated.toFixed(1)} LUFS`, '-16 LUFS, 1 either way'),
    check('true-peak', truePeak <= -1, `${truePeak.toFixed(1)} dBTP`, 'at most -1 dBTP'),
    silenceCheck(seen, rests),
    speechCheck(seen, timeline, takes),
    syncCheck(seen, timeline, takes),
  ];
}

/** Whoever speaks is understood: music is well below every sentence. */
export const musicChecks = (music: VoiceMix['music']): QcCheck[] => {
  if (!music) return [];
  const found = `${music.belowSpeechDb.toFixed(1)} dB below`;
  const least = `at least ${MUSIC_LAW_DB} dB below every sentence`;
  return [check('music', music.belowSpeechDb >= MUSIC_LAW_DB - 0.05, found, least)];
};
