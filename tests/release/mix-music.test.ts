import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layMusic, MUSIC_LAW_DB } from '#activities/release/mix-music';
import { mixVoice } from '#activities/release/mix-voice';
import { rmsDb } from '#activities/release/qc-detect';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import type { Timeline } from '#domain/timeline';
import { take } from './fixture/small-film.ts';

const RATE = 48_000;
/** Stereo: a tone where `loudness` says, 0..1 by second. */
const tone = (seconds: number, hertz: number, loudness: (second: number) => number): Int16Array =>
  Int16Array.from({ length: seconds * RATE * 2 }, (_, i) => {
    const t = (i >> 1) / RATE;
    return Math.round(20_000 * loudness(t) * Math.sin(2 * Math.PI * hertz * t));
  });
const level = (sound: Int16Array, from: number, to: number) => rmsDb(sound, from * 2 * RATE, to * 2 * RATE);

describe('layMusic', () => {
  const spans = [
    { from: 3 * RATE, to: 6 * RATE },
    { from: 7 * RATE, to: 10 * RATE },
  ];
  const speaks = (t: number) => ((t >= 3 && t < 6) || (t >= 7 && t < 10) ? 0.5 : 0);
  const voice = tone(20, 200, speaks);

  it('goes 18 dB below speech while somebody speaks, stays down in short pauses, comes up in long ones', () => {
    const { mix, belowSpeech } = layMusic(
      voice,
      tone(20, 900, () => 1),
      spans,
    );
    const music = mix.map((value, i) => value - voice[i]!);
    const speech = level(voice, 3, 6);
    expect(belowSpeech).toBeCloseTo(18, 1);
    expect(speech - level(music, 3.1, 5.9)).toBeCloseTo(18, 0);
    expect(speech - level(music, 6.1, 6.9)).toBeCloseTo(18, 0);
    expect(speech - level(music, 12, 16)).toBeCloseTo(10, 0);
    expect(level(music, 0, 0.05)).toBeLessThan(level(music, 1.5, 2.5) - 20);
    expect(level(music, 19.95, 20)).toBeLessThan(level(music, 12, 16) - 20);
  });

  it('keeps the law where a sentence is soft and the music swells', () => {
    const soft = tone(20, 200, (t) => speaks(t) * (t >= 7 ? 0.3 : 1));
    const { mix, belowSpeech } = layMusic(
      soft,
      tone(20, 900, (t) => (t >= 7 ? 1 : 0.2)),
      spans,
    );
    const music = mix.map((value, i) => value - soft[i]!);
    expect(belowSpeech).toBeCloseTo(MUSIC_LAW_DB, 1);
    for (const [from, to] of [
      [3, 6],
      [7, 10],
    ] as const)
      expect(level(soft, from, to) - level(music, from, to)).toBeGreaterThan(MUSIC_LAW_DB - 0.1);
  });

  it('leaves a voice alone where there is no music to hear', () => {
    const { mix, belowSpeech } = layMusic(voice, new Int16Array(voice.length), spans);
    expect(mix).toBe(voice);
    expect(belowSpeech).toBeNull();
  });
});

describe('mixVoice with music', () => {
  let store: BlobStore;
  beforeAll(async () => {
    store = new BlobStore(await mkdtemp(path.join(tmpdir(), 'caseloom music ')));
  });
  afterAll(() => rm(store.root, { recursive: true, force: true }));

  it.each([
    ['mp3', 'libmp3lame'],
    ['flac', 'flac'],
  ])('plays a short %s again and again, at the film’s loudness', async (ext, codec) => {
    const file = path.join(store.root, `music.${ext}`);
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'sine=frequency=700:duration=3',
      '-ar',
      '44100',
      '-c:a',
      codec,
      file,
    ]);
    const music = await store.putFile(file, 'audio/mpeg', 'music');
    const voice = [{ sentenceId: 's1', audio: await take(store, 4), startFrame: 50, durationMs: 4000 }];
    const timeline: Timeline = { fps: 25, durationInFrames: 300, scenes: [], captions: [], chapters: [], voice };
    const mixed = await mixVoice(timeline, { store, step: quietStep }, music);
    expect(mixed.music).toMatchObject({ digest: music.digest });
    expect(mixed.music!.belowSpeechDb).toBeGreaterThanOrEqual(MUSIC_LAW_DB - 0.05);
    expect(Math.abs(mixed.integrated + 16)).toBeLessThanOrEqual(0.8);
    const pcm = execFileSync('ffmpeg', ['-v', 'error', '-i', store.path(mixed.audio), '-ac', '1', '-f', 's16le', '-'], {
      maxBuffer: 1 << 26,
    });
    const heard = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1);
    expect(rmsDb(heard, 7.5 * RATE, 9 * RATE)).toBeGreaterThan(-40);
    expect(heard.length / RATE).toBeCloseTo(12, 1);
  });
});
