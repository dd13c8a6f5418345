import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeFile } from '#activities/media/probe';
import { layVoice, mixVoice } from '#activities/release/mix-voice';
import { readWav, writeWav } from '#activities/release/wav';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import type { Timeline } from '#domain/timeline';
import { take } from './fixture/small-film.ts';

let store: BlobStore;
beforeAll(async () => {
  store = new BlobStore(await mkdtemp(path.join(tmpdir(), 'caseloom mix ')));
});
afterAll(() => rm(store.root, { recursive: true, force: true }));

type Voice = Timeline['voice'];
const timeline = (durationInFrames: number, voice: Voice): Timeline => ({
  ...{ fps: 25, durationInFrames, scenes: [], captions: [], chapters: [], voice },
});
const put = (samples: Int16Array) => store.put(writeWav(samples, 1), 'audio/wav', 'take');
const mix = (plan: Timeline, step = quietStep) => mixVoice(plan, { store, step });

describe('layVoice', () => {
  it('puts the first sample of a take exactly at its frame, in both channels', async () => {
    const audio = await put(Int16Array.from([11, 12, 13]));
    const voice = [3, 100].map((startFrame, i) => ({ sentenceId: `s${i}`, audio, startFrame, durationMs: 1 }));
    const laid = await layVoice(timeline(125, voice), store);
    expect(laid.length).toBe(125 * 1920 * 2);
    const heard = [...laid].flatMap((value, index) => (value === 0 ? [] : [[index, value]]));
    const at = (frame: number) => [11, 12, 13].flatMap((v, i) => [0, 1].map((c) => [(frame * 1920 + i) * 2 + c, v]));
    expect(heard).toEqual([...at(3), ...at(100)]);
  });

  it('refuses to cut a take at the end of the film', async () => {
    const audio = await put(new Int16Array(1921).fill(5));
    const late = timeline(10, [{ sentenceId: 's1', audio, startFrame: 9, durationMs: 40 }]);
    await expect(layVoice(late, store)).rejects.toMatchObject({ code: 'TIMELINE_INVALID' });
  });

  it('refuses takes in another form', async () => {
    const stereo = await store.put(writeWav(new Int16Array(8), 2), 'audio/wav', 'take');
    const wrong = timeline(10, [{ sentenceId: 's1', audio: stereo, startFrame: 0, durationMs: 1 }]);
    await expect(layVoice(wrong, store)).rejects.toMatchObject({ code: 'SPEECH_ENGINE' });
    expect(() => readWav(Buffer.from('RIFFxxxxWAVEdata'), 1)).toThrow(/48 kHz/);
  });
});

describe('mixVoice', () => {
  it('brings quiet speech to -16 LUFS by one gain, as long as the film to the sample, twice the same bytes', async () => {
    const audio = await take(store, 5);
    const plan = timeline(300, [{ sentenceId: 's1', audio, startFrame: 50, durationMs: 5000 }]);
    const mixed = await mix(plan);
    expect(Math.abs(mixed.integrated + 16)).toBeLessThanOrEqual(0.5);
    expect(mixed.truePeak).toBeLessThanOrEqual(-1);
    expect(mixed.limited).toBe(false);
    const { streams } = await probeFile(store.path(mixed.audio), quietStep.signal);
    expect(streams[0]).toMatchObject({ codec_name: 'aac', profile: 'LC', sample_rate: 48000, channels: 2 });
    expect(streams[0]?.duration).toBeCloseTo(12, 3);
    expect((await mix(plan)).audio.digest).toBe(mixed.audio.digest);
    const pcm = execFileSync('ffmpeg', ['-v', 'error', '-i', store.path(mixed.audio), '-ac', '1', '-f', 's16le', '-'], {
      maxBuffer: 1 << 28,
    });
    const loud = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1).findIndex(
      (value) => Math.abs(value) > 300,
    );
    expect(Math.abs(loud - 50 * 1920)).toBeLessThan(480);
  });

  it('limits peaks where one gain alone would break the peak limit', async () => {
    const samples = new Int16Array(5 * 48_000);
    for (let i = 0; i < samples.length; i++)
      samples[i] = Math.round(1500 * Math.sin(i / 30)) + (i % 9600 < 30 ? 28_000 : 0);
    const audio = await put(samples);
    const mixed = await mix(timeline(150, [{ sentenceId: 's1', audio, startFrame: 0, durationMs: 5000 }]));
    expect(mixed.limited).toBe(true);
    expect(Math.abs(mixed.integrated + 16)).toBeLessThanOrEqual(1);
    expect(mixed.truePeak).toBeLessThanOrEqual(-1);
  });

  it('makes a silent track for a film without a word', async () => {
    const mixed = await mix(timeline(50, []));
    expect((await probeFile(store.path(mixed.audio), quietStep.signal)).format.duration).toBeCloseTo(2, 2);
  });

  it('stops when cancelled, and leaves no file', async () => {
    const abort = new AbortController();
    const step = { signal: abort.signal, progress: () => abort.abort() };
    const audio = await take(store, 2);
    const plan = timeline(100, [{ sentenceId: 's1', audio, startFrame: 0, durationMs: 2000 }]);
    await expect(mix(plan, step)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(execFileSync('ls', ['-A', path.join(store.root, '.scratch')]).toString()).toBe('');
  });
});
