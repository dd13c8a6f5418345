import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { withScratch } from '#activities/media/scratch';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { clausesOf } from '#domain/clauses';
import { StudioError } from '#domain/errors';
import { readAloud } from '#domain/lexicon';
import { readingsIn } from '#domain/pronunciation';
import type { Language } from '#domain/script';
import type { SpeakerId, Take } from '#domain/speech';
import { TAKE_RATE, voiceJob } from './argv-voice.ts';
import type { Sound, SpeechEngine } from './engine.ts';
import { espeakEngine } from './espeak.ts';
import { type Laid, layClauses, trimmed } from './sound-edit.ts';
import type { SpokenSentence } from './take-step.ts';
import { writeWav } from './wav.ts';

export interface SpeakOptions {
  readonly language: Language;
  readonly speaker: SpeakerId;
  readonly engine?: SpeechEngine;
}

/** Silence at the ends of every take, ms. */
export const TAKE_EDGE = { leadMs: 30, tailMs: 50 } as const;

/**
 * Speaks one sentence clause by clause, lays the clauses with exact pauses and colours the voice: 48 kHz mono 16-bit WAV in the store.
 * Clause times are known from the laying, not estimated. The same sentence, speaker and engine version give the same bytes.
 * @throws StudioError SPEECH_ENGINE, TOOL_MISSING, FFMPEG_FAILED, DISK_FULL, CANCELLED
 */
export async function speakSentence(
  sentence: SpokenSentence,
  options: SpeakOptions,
  store: BlobStore,
  step: Step,
): Promise<Take> {
  const engine = options.engine ?? espeakEngine;
  const { language, speaker } = options;
  const clauses = clausesOf(sentence.text, language);
  const spoken: { samples: Int16Array; pauseMs: number }[] = [];
  let sampleRate = 0;
  for (const [i, clause] of clauses.entries()) {
    const sound = await speakClause(engine, clause.text, sentence, options, step.signal);
    sampleRate = sound.sampleRate;
    spoken.push({ samples: trimmed(sound), pauseMs: clause.pauseMs });
    step.progress((0.8 * (i + 1)) / clauses.length);
  }
  if (spoken.every(({ samples }) => samples.length === 0)) {
    throw new StudioError('SPEECH_ENGINE', { detail: `nothing was heard of ${sentence.id}` });
  }
  const laid = layClauses(spoken, TAKE_EDGE, sampleRate);
  const samples = await coloured(laid, sampleRate, engine.gainDb(language, speaker), store, step.signal);
  const audio = await store.put(writeWav({ sampleRate: TAKE_RATE, samples }), 'audio/wav', 'take');
  step.progress(1);
  const ms = (index: number) => Math.round((index / sampleRate) * 1e6) / 1e3;
  return {
    sentenceId: sentence.id,
    audio,
    durationMs: (samples.length / TAKE_RATE) * 1000,
    clauses: clauses.map(({ text }, i) => ({ text, startMs: ms(laid.spans[i]!.start), endMs: ms(laid.spans[i]!.end) })),
    engine: {
      id: engine.id,
      version: await engine.version(step.signal),
      tier: engine.tier,
      voice: engine.voices(language)[speaker],
    },
  };
}

function speakClause(
  engine: SpeechEngine,
  text: string,
  { emphasis, pronunciations }: Pick<SpokenSentence, 'emphasis' | 'pronunciations'>,
  { language, speaker }: SpeakOptions,
  signal: AbortSignal,
): Promise<Sound> {
  const readable = readAloud(text, language);
  const stress = emphasis
    .filter((words) => text.includes(words))
    .sort((a, b) => text.indexOf(a) - text.indexOf(b))
    .map((words) => readAloud(words, language));
  const readings = readingsIn(text, pronunciations).map(({ word, reading }) => ({
    word: readAloud(word, language),
    reading,
  }));
  return engine.speakClause({ readable, stress, readings, language, speaker }, signal);
}

/** Runs the voice filters and gives back exactly as many samples as the laid sentence lasts. */
async function coloured(laid: Laid, sampleRate: number, gainDb: number, store: BlobStore, signal: AbortSignal) {
  const length = Math.round((laid.samples.length * TAKE_RATE) / sampleRate);
  return withScratch(store, async (folder) => {
    const output = path.join(folder, 'voice.s16');
    const { buffer, byteOffset, byteLength } = laid.samples;
    await runFfmpeg(
      voiceJob(sampleRate, gainDb, output),
      signal,
      Readable.from([Buffer.from(buffer, byteOffset, byteLength)]),
    );
    const bytes = await readFile(output);
    const samples = new Int16Array(length);
    for (let i = 0; i < Math.min(length, bytes.length >> 1); i++) samples[i] = bytes.readInt16LE(2 * i);
    return samples;
  });
}
