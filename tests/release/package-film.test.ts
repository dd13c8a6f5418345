import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeFile } from '#activities/media/probe';
import { type PackagedFilm, type PackageInput, packageFilm } from '#activities/release/package-film';
import { chapterList, chapterVtt, subRip, transcriptPage, webVtt } from '#activities/release/sidecars';
import { quietStep } from '#activities/step';
import { findBrand } from '#domain/brands';
import { describeFilm } from '#domain/film/description';
import type { FilmProps } from '#domain/film/film';
import { Manifest } from '#domain/release';
import { findTemplate } from '#domain/templates';
import { sampleAnalysis } from '#tests/film/sample-analysis';
import { type SmallFilm, smallFilm } from './fixture/small-film.ts';

const analysis = sampleAnalysis('screening');
const template = findTemplate('case-teaching');
let small: SmallFilm;
let first: PackagedFilm;
const fractions: number[] = [];

function order(change: Partial<PackageInput> = {}): PackageInput {
  const { timeline, chunk, script } = small;
  const actor = {
    id: 'demo-physician',
    displayName: '张主任',
    roles: ['physician' as const],
    departments: ['house'],
    demo: true,
  };
  return {
    run: { productionId: 'p00000000001', revision: 1 },
    // The scenes' plans are tested with the gate; here the film is its own chunk.
    film: { fps: 25, width: 1920, height: 1080, durationInFrames: timeline.durationInFrames, scenes: [] } as FilmProps,
    ...{ timeline, script, analysis, template },
    ...{ brand: findBrand('A'), chunks: [chunk] },
    takes: timeline.voice.map(({ sentenceId, audio, durationMs }) => ({
      ...{ sentenceId, audio, durationMs, clauses: [{ text: 'x', startMs: 0, endMs: durationMs }] },
      engine: { id: 'espeak-ng', version: '1.51', tier: 'formant', voice: 'cmn' },
    })),
    decision: {
      ...{
        gate: 'script',
        onBehalfOf: null,
        ownWork: false,
        decision: 'approve',
        digest: 'a'.repeat(64),
        actor,
        comment: '',
        version: 1,
        at: '2026-11-20T08:30:00.000Z',
      },
    },
    ...change,
  };
}
const make = (change: Partial<PackageInput> = {}, now = '2026-11-21T00:00:00.000Z') =>
  packageFilm(order(change), {
    store: small.store,
    step: { ...quietStep, progress: (fraction) => fractions.push(fraction) },
    now: () => new Date(now),
  });
const text = (name: string): string => {
  const output = first.outputs.find((item) => item.name === name);
  return readFileSync(small.store.path(output!.artifact), 'utf8');
};

beforeAll(async () => {
  small = await smallFilm();
  first = await make();
}, 180_000);
afterAll(() => rm(small.folder, { recursive: true, force: true }));

describe('packageFilm', () => {
  it('gives the film and everything that stands beside it', () => {
    expect(first.outputs.map((output) => output.name)).toEqual([
      ...['film.mp4', 'film.srt', 'film.vtt', 'chapters.txt', 'chapters.vtt', 'description.vtt', 'transcript.html'],
      ...[
        'report.json',
        'poster.jpg',
        'chapter-1.jpg',
        'chapter-2.jpg',
        'chapter-3.jpg',
        'teaser.mp4',
        'manifest.json',
      ],
    ]);
    expect(first.quality.passed).toBe(true);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
    expect(fractions.at(-1)).toBe(1);
  });

  it('names title, languages, chapters and label inside the film', async () => {
    const probe = await probeFile(small.store.path(first.film), quietStep.signal);
    expect(probe.format.tags.title).toBe(order().script.title);
    const types = probe.streams.slice(0, 3).map((stream) => [stream.codec_type, stream.tags.language]);
    expect(types).toEqual([
      ['video', 'zho'],
      ['audio', 'zho'],
      ['subtitle', 'zho'],
    ]);
    expect(probe.chapters.map((chapter) => chapter.tags.title)).toEqual(['病例', '病灶', '建议；a=b']);
    const label = JSON.parse(probe.format.tags.AIGC ?? '');
    expect(label).toMatchObject({ Label: '1', ContentProducer: '示例市人民医院' });
    expect(label.ProduceID).toBe(first.manifest.film.produceId);
    expect(probe.format.tags).not.toHaveProperty('creation_time');
  });

  it('tells in the manifest what everything came from', () => {
    const manifest = Manifest.parse(JSON.parse(text('manifest.json')));
    expect(manifest).toEqual(first.manifest);
    expect(manifest.approval.by).toMatchObject({ displayName: '张主任', demo: true });
    expect(manifest.demonstration).toEqual({ simulatedData: true, demoApproval: true });
    expect(manifest.scenes[0]).toMatchObject({ key: small.chunk.key, video: small.chunk.video.digest });
    expect(manifest.speech).toEqual([{ id: 'espeak-ng', version: '1.51', tier: 'formant', detail: 'cmn' }]);
    expect(Object.keys(manifest.tools)).toEqual(expect.arrayContaining(['node', 'ffmpeg', 'browser', 'remotion']));
    expect(manifest.files.map((file) => file.name)).toContain('film.mp4');
  });

  it('makes the same film again whoever asks and when; only the record of the making differs', async () => {
    const later = await make(
      { run: { productionId: 'p00000000002', revision: 3 }, reused: { scenes: ['all'], takes: [] } },
      '2027-01-01T00:00:00.000Z',
    );
    expect(later.film.digest).toBe(first.film.digest);
    const { run: runA, ...a } = first.manifest;
    const { run: runB, ...b } = later.manifest;
    expect(b).toEqual(a);
    expect(runB).not.toEqual(runA);
    expect(runB).toMatchObject({ productionId: 'p00000000002', revision: 3, reusedScenes: ['all'] });
  });

  it('labels poster and chapter pictures in their XMP', async () => {
    const sizes = { 'poster.jpg': [1920, 1080], 'chapter-1.jpg': [640, 360], 'chapter-3.jpg': [640, 360] };
    for (const [name, size] of Object.entries(sizes)) {
      const { artifact } = first.outputs.find((output) => output.name === name)!;
      const meta = await sharp(small.store.path(artifact)).metadata();
      expect([meta.format, meta.width, meta.height]).toEqual(['jpeg', ...size]);
      expect(meta.xmp?.toString('utf8')).toContain('TC260:AIGC');
      expect(meta.xmp?.toString('utf8')).toContain(first.manifest.film.produceId);
    }
  });

  it('cuts a teaser between sentences, with a label of its own, that passed the gate', async () => {
    const { artifact } = first.outputs.find((output) => output.name === 'teaser.mp4')!;
    const probe = await probeFile(small.store.path(artifact), quietStep.signal);
    expect(probe.format.duration).toBeCloseTo((258 + 260 + 25) / 25, 2);
    expect(probe.streams.map((stream) => stream.codec_type)).toEqual(['video', 'audio', 'subtitle']);
    const { ProduceID } = JSON.parse(probe.format.tags.AIGC ?? '');
    expect(ProduceID).not.toBe(first.manifest.film.produceId);
    expect(first.quality.checks.at(-1)).toMatchObject({ id: 'teaser', passed: true });
  });

  it('makes nothing without an approval, and returns nothing of a film that fails the gate', async () => {
    const { decision } = order();
    await expect(make({ decision: { ...decision, decision: 'request-changes' } })).rejects.toMatchObject({
      code: 'APPROVAL_NOT_OPEN',
    });
    const [a, ...rest] = small.timeline.captions;
    const timeline = { ...small.timeline, captions: [{ ...a!, endFrame: a!.startFrame + 10 }, ...rest] };
    await expect(make({ timeline })).rejects.toMatchObject({ code: 'QC_FAILED' });
  });
});

describe('what stands beside the film', () => {
  it('has subtitles as SubRip and WebVTT, to the millisecond', () => {
    expect(subRip(small.timeline).split('\n').slice(0, 4)).toEqual([
      ...['1', '00:00:01,000 --> 00:00:09,800', '这是一句用来检查的字幕', ''],
    ]);
    expect(webVtt(small.timeline)).toContain('2-s2\n00:00:11.600 --> 00:00:20.400\n');
    expect(text('film.vtt').startsWith('WEBVTT\n\n')).toBe(true);
  });

  it('has chapters as text and as WebVTT, contiguous to the end', () => {
    expect(chapterList(small.timeline)).toBe('0:00 病例\n0:10 病灶\n0:20 建议；a=b\n');
    expect(chapterVtt(small.timeline)).toContain('advice\n00:00:20.800 --> 00:00:32.000\n建议；a=b\n');
  });

  it('describes what is seen and not said, scene by scene, in the language of the film', () => {
    const own = text('description.vtt');
    expect(own).toContain('intro\n00:00:00.000 --> 00:00:10.400\n片头。片名《测试；标题=1》。');
    expect(own).toMatch(/highlight\n00:00:10.400 --> 00:00:20.800\n画面推近，四周变暗，一条线绕.+一圈/);
    const english = describeFilm(small.timeline, { language: 'en', title: 'A title' }, analysis.findings);
    expect(english.map(({ id }) => id)).toEqual(['intro', 'highlight', 'outro']);
    expect(english.map((item) => item.text).join('')).not.toMatch(/[{}\u4e00-\u9fff]/);
  });

  it('has a transcript that cannot carry markup of its own', () => {
    const title = '<script>alert(1)</script>';
    const page = transcriptPage({ ...small.script, title }, small.timeline, ['含人工智能生成内容']);
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('含人工智能生成内容');
    expect(page).toMatch(/<html lang="zh-CN">/);
  });
});
