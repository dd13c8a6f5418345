import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inspection, inspectFilm } from '#activities/release/inspect-film';
import { lookedAt } from '#activities/release/qc-picture';
import { assertQuality, judgeFilm, type QualityInput, qualityCheck } from '#activities/release/quality-check';
import { readWav } from '#activities/release/wav';
import { quietStep } from '#activities/step';
import { findBrand } from '#domain/brands';
import { checkName, failedChecks } from '#domain/check-names';
import type { QcReport } from '#domain/release';
import { findTemplate } from '#domain/templates';
import type { Caption } from '#domain/timeline';
import { sampleAnalysis } from '#tests/film/sample-analysis';
import { PRODUCE_ID, type SmallFilm, smallFilm } from './fixture/small-film.ts';

let small: SmallFilm;
beforeAll(async () => {
  small = await smallFilm();
}, 120_000);
afterAll(() => rm(small.folder, { recursive: true, force: true }));

/** The good film passed once more through ffmpeg with one thing spoilt. */
async function spoilt(...args: string[]) {
  const output = path.join(small.folder, `${Math.random()}.mp4`);
  const copied = ['-map', '0:v', '-map', '0:a', '-map', '0:s', '-c', 'copy', '-map_metadata', '0'];
  const fixed = ['-v', 'error', '-y', '-i', small.store.path(small.film), ...copied];
  execFileSync('ffmpeg', [...fixed, ...args, output]);
  return small.store.putFile(output, 'video/mp4', 'film');
}
const LIKE_NEW = ['-movflags', '+faststart+use_metadata_tags'];

/** The good film with all it was made from; its scenes are drawn by hand, so it has no props. */
function order(): QualityInput {
  const { film: artifact, planned, timeline, script } = small;
  const film = { fps: 25, width: 1920, height: 1080, durationInFrames: timeline.durationInFrames, scenes: [] };
  const paper = {
    template: findTemplate('case-teaching'),
    brand: findBrand('A'),
    analysis: sampleAnalysis('screening'),
  };
  return { artifact, planned, timeline, script, film, music: null, produceId: PRODUCE_ID, ...paper };
}

const seen = new Map<string, Promise<Inspection>>();
/** `qualityCheck`, except that each file is decoded only once. */
async function look(change: Partial<QualityInput> = {}): Promise<QcReport> {
  const { store, folder, planned } = small;
  const input = { ...order(), ...change };
  const { digest } = input.artifact;
  if (!seen.has(digest))
    seen.set(digest, inspectFilm(store.path(input.artifact), 25, lookedAt(25, planned), folder, quietStep));
  const takes = await Promise.all(input.timeline.voice.map(async ({ audio }) => readWav(await store.read(audio), 1)));
  return judgeFilm(await seen.get(digest)!, input, takes);
}
const failed = (report: QcReport): string[] => report.checks.filter((check) => !check.passed).map((check) => check.id);

describe('the quality gate', () => {
  it('lets a good film pass every check', async () => {
    const report = await qualityCheck(order(), { store: small.store, step: quietStep });
    expect(failed(report)).toEqual([]);
    expect(report.passed).toBe(true);
    expect(report.checks.length).toBeGreaterThanOrEqual(26);
    expect(() => assertQuality(report)).not.toThrow();
  });

  it('sees an index at the end', async () => {
    expect(failed(await look({ artifact: await spoilt('-movflags', 'use_metadata_tags') }))).toEqual(['faststart']);
  });

  it('sees a lost or foreign AI-content label', async () => {
    const without = await spoilt('-metadata', 'AIGC=', ...LIKE_NEW);
    expect(failed(await look({ artifact: without }))).toEqual(['label-metadata']);
    expect(failed(await look({ produceId: 'caseloom-another' }))).toEqual(['label-metadata']);
  });

  it('sees chapters that lost their titles, and chapters that are gone', async () => {
    expect(failed(await look({ artifact: await spoilt('-map_metadata:c', '-1', ...LIKE_NEW) }))).toEqual(['chapters']);
    expect(failed(await look({ artifact: await spoilt('-map_chapters', '-1', ...LIKE_NEW) }))).toEqual(['chapters']);
  });

  it('sees a film that is too quiet', async () => {
    const artifact = await spoilt('-c:a', 'aac', '-b:a', '160k', '-af', 'volume=-4dB', ...LIKE_NEW);
    expect(failed(await look({ artifact }))).toEqual(['loudness']);
  });

  it('sees peaks above the limit', async () => {
    const click = "aeval='val(0)+between(n,600000,600030)*0.99|val(1)+between(n,600000,600030)*0.99':c=same";
    const artifact = await spoilt('-c:a', 'aac', '-b:a', '160k', '-af', click, ...LIKE_NEW);
    expect(failed(await look({ artifact }))).toContain('true-peak');
  });

  it('sees a sentence that falls silent', async () => {
    const mute = "volume='if(between(t,13,16),0,1)':eval=frame";
    const artifact = await spoilt('-c:a', 'aac', '-b:a', '160k', '-af', mute, ...LIKE_NEW);
    expect(failed(await look({ artifact }))).toEqual(expect.arrayContaining(['silence']));
  });

  it('sees a sentence whose end is cut', async () => {
    const cut = "volume='if(between(t,20.2,20.7),0,1)':eval=frame";
    const artifact = await spoilt('-c:a', 'aac', '-b:a', '160k', '-af', cut, ...LIKE_NEW);
    const report = await look({ artifact });
    expect(failed(report)).toEqual(['speech']);
    expect(report.checks.find((check) => check.id === 'speech')?.found).toBe('s2');
  });

  it('sees sound that ends before the picture', async () => {
    const artifact = await spoilt('-c:a', 'aac', '-b:a', '160k', '-af', 'atrim=end=31.9', ...LIKE_NEW);
    expect(failed(await look({ artifact }))).toEqual(['ends-together']);
  });

  it('sees sound that comes a tenth of a second late', async () => {
    const late = ['-c:a', 'aac', '-b:a', '160k', '-af', 'adelay=100:all=1,atrim=end=32', ...LIKE_NEW];
    const report = await look({ artifact: await spoilt(...late) });
    expect(failed(report)).toContain('sync');
    expect(report.checks.find((check) => check.id === 'sync')?.found).toMatch(/^(99|100)\.\d ms in 3 sentences$/);
  });

  it('sees a missing frame', async () => {
    const timeline = { ...small.timeline, durationInFrames: small.timeline.durationInFrames + 2 };
    expect(failed(await look({ timeline }))).toEqual(expect.arrayContaining(['frames', 'duration']));
  });

  it('sees a missing subtitle track and a missing sound', async () => {
    expect(failed(await look({ artifact: await spoilt('-map', '-0:s', ...LIKE_NEW) }))).toEqual([
      ...['subtitle-stream', 'subtitle-track'],
    ]);
    const mute = failed(await look({ artifact: await spoilt('-map', '-0:a', ...LIKE_NEW) }));
    expect(mute).toEqual(expect.arrayContaining(['audio-stream', 'ends-together', 'loudness']));
  });

  it('sees a black stretch, flashes, a hidden label, hidden subtitles and marks, and a wrong profile', async () => {
    const draw = [
      "drawbox=x=90:y=700:w=850:h=170:color=0x0D1113:t=fill:enable='between(t,1.5,3)'",
      "drawbox=x=900:y=840:w=1020:h=160:color=0x0D1113:t=fill:enable='gt(t,3)'",
      "drawbox=x=1200:y=40:w=700:h=70:color=0x0D1113:t=fill:enable='gt(t,10)'",
      "drawbox=x=0:y=0:w=1920:h=1080:color=black:t=fill:enable='between(t,15,15.6)'",
      "drawbox=x=0:y=0:w=900:h=700:color=white:t=fill:enable='between(t,20,22)*lt(mod(n,6),3)'",
    ].join(',');
    const encoder = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-vf', draw];
    const report = await look({ artifact: await spoilt(...encoder, ...LIKE_NEW) });
    const wanted = ['video-stream', 'black', 'flashes', 'label-visible', 'label-small', 'subtitles-visible'];
    expect(failed(report)).toEqual(expect.arrayContaining(wanted));
    expect(report.checks.find((check) => check.id === 'flashes')?.found).toMatch(/-22\.\d s$/);
  });

  it('sees a picture that stands still where the scenes plan a movement', async () => {
    const keys = small.planned.keys.map((key, frame) => (frame > 200 && frame < 260 ? `${frame}` : key));
    expect(failed(await look({ planned: { ...small.planned, keys } }))).toEqual(['frozen']);
  });

  it('sees a still picture that nobody speaks over', async () => {
    const timeline = { ...small.timeline, voice: small.timeline.voice.slice(0, 2) };
    expect(failed(await look({ timeline }))).toEqual(['frozen']);
  });

  it('sees subtitles beyond the limits', async () => {
    const [first, ...rest] = small.timeline.captions;
    const fails = async (change: Partial<Caption>) =>
      failed(await look({ timeline: { ...small.timeline, captions: [{ ...first!, ...change }, ...rest] } }));
    expect(await fails({ lines: ['这一行字幕明显超过了每行十六个字的上限所以不行'] })).toContain('subtitles');
    expect(await fails({ endFrame: first!.startFrame + 20 })).toContain('subtitles');
    expect(await fails({ endFrame: rest[0]!.startFrame - 1 })).toContain('subtitles');
    expect(await fails({ endFrame: rest[0]!.startFrame - 2 })).toEqual(['subtitle-track']);
  });

  it('sees subtitles that say something else than what was approved, in plan and in file', async () => {
    const [first, ...rest] = small.timeline.captions;
    const timeline = { ...small.timeline, captions: [{ ...first!, lines: ['这是一句没有批准的字幕'] }, ...rest] };
    expect(failed(await look({ timeline }))).toEqual(['subtitle-track', 'subtitles-text']);
    const captions = small.timeline.captions.slice(1);
    expect(failed(await look({ timeline: { ...small.timeline, captions } }))).toEqual([
      ...['subtitle-track', 'subtitles-text'],
    ]);
  });

  it('sees a character without a shape, colours too near each other, and works nobody knows', async () => {
    const script = { ...small.script, question: '这是𠮷吗？' };
    const report = await look({ script });
    expect(failed(report)).toEqual(['glyphs']);
    expect(report.checks.find((check) => check.id === 'glyphs')?.found).toContain('U+20BB7');
    expect(failed(await look({ brand: { ...findBrand('A'), accent: '#24706A' } }))).toEqual(['contrast']);
    expect(failed(await look({ script: { ...small.script, references: ['somebody-2019'] } }))).toEqual(['references']);
  });

  it('sees music too near to speech', async () => {
    const digest = 'a'.repeat(64);
    expect(failed(await look({ music: { digest, belowSpeechDb: 11 } }))).toEqual(['music']);
    expect(failed(await look({ music: { digest, belowSpeechDb: 12 } }))).toEqual([]);
  });

  it('names every reason in the error', async () => {
    const report = await look({ produceId: 'x' });
    expect(() => assertQuality(report)).toThrow(expect.objectContaining({ code: 'QC_FAILED' }));
    expect(() => assertQuality(report)).toThrow(/Implicit AI label: incomplete \(wanted AIGC with all members\)/);
    expect(failedChecks(report, 'zh-CN')).toBe('人工智能隐式标识（incomplete）');
    for (const { id } of report.checks) expect(checkName(id, 'zh-CN')).not.toBe(id);
  });

  it('refuses what is no film', async () => {
    const artifact = await small.store.put(Buffer.from('not a film'), 'video/mp4', 'film');
    await expect(look({ artifact })).rejects.toMatchObject({ code: 'FFMPEG_FAILED' });
  });
});
