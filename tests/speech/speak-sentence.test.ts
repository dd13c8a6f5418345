import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { voiceFilters, voiceJob } from '#activities/speech/argv-voice';
import type { SpeechEngine } from '#activities/speech/engine';
import { espeakEngine, espeakPath } from '#activities/speech/espeak';
import { espeakText } from '#activities/speech/espeak-text';
import { speakSentence, TAKE_EDGE } from '#activities/speech/speak-sentence';
import { readWav } from '#activities/speech/wav';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { readAloud } from '#domain/lexicon';
import type { Language } from '#domain/script';
import { type SpeakerId, Take } from '#domain/speech';
import { findTemplate } from '#domain/templates';
import { demoAnalysis } from '../fixtures/analysis.ts';
import { medianPitch } from './pitch.ts';

let root = '';
let store: BlobStore;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'caseloom-speech-'));
  store = new BlobStore(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const SENTENCES = {
  'zh-CN': {
    id: 'zoom-ground-glass',
    text: '放大看密度：外圈是磨玻璃，血管还能透过来；长径 8.3 毫米。',
    emphasis: ['磨玻璃'],
    pronunciations: [],
  },
  en: {
    id: 'zoom-ground-glass',
    text: 'The outer part is ground-glass: vessels show through, and the long axis is 8.3 mm.',
    emphasis: ['ground-glass'],
    pronunciations: [],
  },
} as const;
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const SPEAKERS: readonly SpeakerId[] = ['male_doctor', 'female_doctor', 'narrator'];

type Spoken = { take: Take; sound: ReturnType<typeof readWav> };
const made = new Map<string, Promise<Spoken>>();
const speakNow = async (
  language: Language,
  speaker: SpeakerId,
  emphasis: string[],
  into: BlobStore,
): Promise<Spoken> => {
  const take = await speakSentence(
    { ...SENTENCES[language], emphasis, pronunciations: [] },
    { language, speaker },
    into,
    quietStep,
  );
  return { take, sound: readWav(await into.read(take.audio)) };
};
/** Spoken once for all tests that look at it. */
const spoken = (language: Language, speaker: SpeakerId, emphasis: string[] = [...SENTENCES[language].emphasis]) => {
  const key = [language, speaker, ...emphasis].join();
  const known = made.get(key) ?? speakNow(language, speaker, emphasis, store);
  made.set(key, known);
  return known;
};
const PAIRS = LANGUAGES.flatMap((language) => SPEAKERS.map((speaker) => ({ language, speaker })));

describe.each(PAIRS)('$language, $speaker', ({ language, speaker }) => {
  it('is 48 kHz, loud enough, never clipped, and says what made it', async () => {
    const { take, sound } = await spoken(language, speaker);
    expect(Take.parse(take)).toEqual(take);
    expect(sound.sampleRate).toBe(48_000);
    expect(take.durationMs).toBeCloseTo((sound.samples.length / 48_000) * 1000, 6);
    const peak = sound.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeLessThanOrEqual(Math.ceil(0.708 * 32768) + 1);
    expect(peak).toBeGreaterThan(6000);
    expect(take.engine).toMatchObject({ id: 'espeak-ng', tier: 'formant' });
    expect(take.engine.version).toMatch(/^\d+\.\d+/);
  });

  it('sounds exactly where its clauses say, and is silent between them', async () => {
    const { take, sound } = await spoken(language, speaker);
    expect(take.clauses.map((clause) => clause.text).join('')).toBe(SENTENCES[language].text);
    expect(take.clauses[0]?.startMs).toBeCloseTo(TAKE_EDGE.leadMs, 1);
    expect(take.durationMs - take.clauses.at(-1)!.endMs).toBeGreaterThan(TAKE_EDGE.tailMs - 1);
    const loud = (fromMs: number, toMs: number) =>
      sound.samples
        .subarray(Math.round(fromMs * 48), Math.round(toMs * 48))
        .reduce((most, s) => Math.max(most, Math.abs(s)), 0);
    for (const [i, clause] of take.clauses.entries()) {
      expect(loud(clause.startMs, clause.startMs + 60), clause.text).toBeGreaterThan(150);
      const next = take.clauses[i + 1];
      // The filters ring for some milliseconds after a clause.
      if (next) {
        expect(next.startMs).toBeGreaterThan(clause.endMs + 100);
        expect(loud(clause.endMs + 25, next.startMs - 2), `after ${clause.text}`).toBeLessThan(120);
      }
    }
    expect(loud(0, TAKE_EDGE.leadMs - 2)).toBeLessThan(60);
  });

  it('has no step at a joint', async () => {
    const { take, sound } = await spoken(language, speaker);
    for (const clause of take.clauses) {
      for (const ms of [clause.startMs, clause.endMs]) {
        const at = Math.round(ms * 48);
        for (let i = at - 48; i < at + 48; i++) {
          const step = Math.abs((sound.samples[i] ?? 0) - (sound.samples[i - 1] ?? 0));
          expect(step).toBeLessThan(700);
        }
      }
    }
  });

  it('gives the same bytes again', async () => {
    const first = await spoken(language, speaker);
    const again = await speakNow(
      language,
      speaker,
      [...SENTENCES[language].emphasis],
      new BlobStore(path.join(root, 'other')),
    );
    expect(again.take).toEqual(first.take);
  });
});

describe.each(LANGUAGES)('%s voices', (language) => {
  it('are three different people', async () => {
    const pitches: number[] = [];
    for (const speaker of SPEAKERS) pitches.push(medianPitch((await spoken(language, speaker)).sound));
    const [male, female, narrator] = pitches as [number, number, number];
    expect(male).toBeGreaterThan(75);
    expect(male).toBeLessThan(115);
    expect(narrator / male).toBeGreaterThan(1.12);
    expect(female / narrator).toBeGreaterThan(1.2);
    expect(female).toBeLessThan(230);
  });
  it('lean on stressed words by taking longer over them', async () => {
    const plain = await spoken(language, 'male_doctor', []);
    const stressed = await spoken(language, 'male_doctor');
    expect(stressed.take.durationMs).toBeGreaterThan(plain.take.durationMs + 20);
  });
  it('say every word of the demo, in the right language', () => {
    const script = writeScript(demoAnalysis(), { template: findTemplate('case-teaching'), language });
    for (const sentence of script.chapters.flatMap((chapter) => chapter.sentences)) {
      const text = espeakText(readAloud(sentence.text, language), [], language).replace(
        /\[\[_\^_en\]\].*?\[\[_\^_cmn\]\]/g,
        '',
      );
      const voice = language === 'en' ? 'en-gb-x-rp' : 'cmn-latn-pinyin';
      const phonemes = execFileSync(espeakPath(), ['-q', '-x', '-m', '-v', voice, text], { encoding: 'utf8' });
      // "(en)" marks where Mandarin falls back to spelling in English.
      expect(phonemes, text).not.toContain('(en)');
      expect(phonemes.trim().length).toBeGreaterThan(2);
    }
  });
});

describe('pace', () => {
  it.each([
    ['zh-CN', 180, 250],
    ['en', 130, 185],
  ] as const)('%s is spoken at teaching pace', async (language, least, most) => {
    const script = writeScript(demoAnalysis(), { template: findTemplate('case-teaching'), language });
    const sentences = script.chapters
      .flatMap((chapter) => chapter.sentences)
      .filter((item) => ['scroll', 'features'].includes(item.scene));
    let ms = 0;
    let units = 0;
    for (const sentence of sentences) {
      ms += (await speakSentence(sentence, { language, speaker: 'male_doctor' }, store, quietStep)).durationMs;
      const read = readAloud(sentence.text, language);
      units += language === 'en' ? read.split(/\s+/).length : read.replace(/[^\p{L}\p{N}]/gu, '').length;
    }
    const perMinute = (units / ms) * 60_000;
    expect(perMinute).toBeGreaterThan(least);
    expect(perMinute).toBeLessThan(most);
  });
});

describe('failures', () => {
  it('stop at once when cancelled', async () => {
    const control = new AbortController();
    control.abort();
    const work = speakSentence(SENTENCES['zh-CN'] as never, { language: 'zh-CN', speaker: 'narrator' }, store, {
      ...quietStep,
      signal: control.signal,
    });
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
  });
  it('name the missing program', async () => {
    process.env.ESPEAK_PATH = '/nowhere/espeak-ng';
    const work = speakSentence(SENTENCES.en as never, { language: 'en', speaker: 'narrator' }, store, quietStep);
    await expect(work).rejects.toMatchObject({ code: 'TOOL_MISSING' });
    delete process.env.ESPEAK_PATH;
  });
  it('refuse an engine that says nothing', async () => {
    const mute: SpeechEngine = {
      ...espeakEngine,
      speakClause: async () => ({ sampleRate: 22_050, samples: new Int16Array(2205) }),
    };
    const work = speakSentence(
      SENTENCES.en as never,
      { language: 'en', speaker: 'narrator', engine: mute },
      store,
      quietStep,
    );
    await expect(work).rejects.toMatchObject({ code: 'SPEECH_ENGINE' });
  });
});

describe('voice filters', () => {
  it('are plain data', () => {
    expect(voiceJob(22_050, 1.5, 'out.s16')).toEqual({
      inputs: [{ source: 'stdin', options: ['-f', 's16le', '-ar', '22050', '-ac', '1'] }],
      options: ['-af', voiceFilters(1.5), '-f', 's16le', '-c:a', 'pcm_s16le', '-ar', '48000', '-ac', '1', '-y'],
      output: 'out.s16',
    });
    expect(voiceFilters(1.5)).toMatch(/^volume=1\.50dB,aresample=48000/);
  });
});
