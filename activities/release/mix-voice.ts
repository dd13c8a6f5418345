import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LOUDNESS, musicJob, normaliseJob, plainAacJob } from '#activities/media/argv-audio';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { VoiceMix } from '#domain/release';
import type { Timeline } from '#domain/timeline';
import { meter, planLevel, readLoudnorm } from './loudness.ts';
import { layMusic } from './mix-music.ts';
import { readWav, SAMPLE_RATE, writeWav } from './wav.ts';

/** First sample of a frame: exact, since 48000 is a multiple of every rate the templates use. */
export const sampleAt = (frame: number, fps: number): number => Math.round((frame * SAMPLE_RATE) / fps);

/**
 * The takes laid on the film's clock, one sample exactly where the timeline says, both channels alike.
 * @returns interleaved stereo of exactly the film's length
 * @throws StudioError TIMELINE_INVALID when a take would be cut at the film's end
 */
export async function layVoice(timeline: Timeline, store: BlobStore): Promise<Int16Array> {
  const total = sampleAt(timeline.durationInFrames, timeline.fps);
  const mix = new Int16Array(total * 2);
  for (const take of timeline.voice) {
    const samples = readWav(await store.read(take.audio), 1);
    const start = sampleAt(take.startFrame, timeline.fps);
    if (start + samples.length > total)
      throw new StudioError('TIMELINE_INVALID', { detail: `${take.sentenceId} ends after the film` });
    for (let i = 0; i < samples.length; i++) {
      const at = (start + i) * 2;
      const sum = Math.max(-32768, Math.min(32767, (mix[at] as number) + (samples[i] as number)));
      mix[at] = sum;
      mix[at + 1] = sum;
    }
  }
  return mix;
}

/** AAC may overshoot the peak it was given; each try leaves it more room. */
const PEAK_TRIES = [LOUDNESS.truePeak, LOUDNESS.truePeak - 0.7, LOUDNESS.truePeak - 1.5];

/**
 * A stereo WAV brought to -16 LUFS by one gain and encoded to AAC of exactly `samples` samples.
 * @throws StudioError QC_FAILED when the target cannot be met, FFMPEG_FAILED, CANCELLED
 */
export async function encodeSound(
  source: string,
  samples: number,
  output: string,
  step: Step,
): Promise<Omit<VoiceMix, 'audio' | 'music'>> {
  const { signal } = step;
  for (const [index, truePeak] of PEAK_TRIES.entries()) {
    const level = await planLevel(source, signal, truePeak);
    step.progress(0.4 + index * 0.15, 'loudness');
    if (!level) {
      await runFfmpeg(plainAacJob(source, output), signal);
      return { integrated: -99, truePeak: -99, limited: false };
    }
    const job = normaliseJob(source, level.measured, level.plan, samples, output);
    const said = readLoudnorm((await runFfmpeg(job, signal)).stderr);
    const { integrated, truePeak: peak } = await meter(output, signal);
    if (said.normalization_type === 'linear' && peak <= -1 && Math.abs(integrated - LOUDNESS.integrated) <= 0.8)
      return { integrated, truePeak: peak, limited: level.plan.ceiling !== null };
  }
  throw new StudioError('QC_FAILED', { detail: 'the voice does not reach -16 LUFS below -1 dBTP' });
}

/** The voice with music under it, if there is any. */
async function withMusic(
  voice: Int16Array,
  timeline: Timeline,
  music: ArtifactRef | null,
  { store, step, folder }: { store: BlobStore; step: Step; folder: string },
): Promise<ReturnType<typeof layMusic>> {
  if (!music) return { mix: voice, belowSpeech: null };
  const file = path.join(folder, 'music.wav');
  await runFfmpeg(musicJob(store.path(music), voice.length / 2, file), step.signal);
  const played = new Int16Array(voice.length);
  played.set(readWav(await readFile(file), 2).subarray(0, voice.length));
  const spans = timeline.voice.map(({ startFrame, durationMs }) => {
    const from = sampleAt(startFrame, timeline.fps);
    return { from, to: from + Math.round((durationMs * SAMPLE_RATE) / 1000) };
  });
  return layMusic(voice, played, spans);
}

/**
 * The film's sound: takes mixed at their samples, music below them, brought to -16 LUFS by one gain, encoded once for the whole film (AAC by
 * parts drifts).
 * @throws StudioError QC_FAILED when the target cannot be met, FFMPEG_FAILED, STORE_MISSING, CANCELLED
 */
export async function mixVoice(
  timeline: Timeline,
  deps: { store: BlobStore; step: Step },
  music: ArtifactRef | null = null,
): Promise<VoiceMix> {
  const { store, step } = deps;
  return withScratch(store, async (folder) => {
    const source = path.join(folder, 'voice.wav');
    const output = path.join(folder, 'voice.m4a');
    const voice = await layVoice(timeline, store);
    const { mix, belowSpeech } = await withMusic(voice, timeline, music, { store, step, folder });
    await writeFile(source, writeWav(mix, 2));
    step.progress(0.2, 'mix');
    const level = await encodeSound(source, mix.length / 2, output, step);
    step.progress(1, 'loudness');
    const laid = music && belowSpeech !== null ? { digest: music.digest, belowSpeechDb: belowSpeech } : null;
    return { audio: await store.put(await readFile(output), 'audio/mp4', 'voice'), ...level, music: laid };
  });
}
