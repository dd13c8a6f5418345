import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { cutTimeline, planTeaser, TEASER_SECONDS } from '#domain/teaser';
import { TEMPLATES } from '#domain/templates';
import type { Timeline } from '#domain/timeline';
import { sampleInput } from '#tests/film/sample';

const folder = mkdtempSync(path.join(tmpdir(), 'caseloom-teaser-'));
const store = new BlobStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const timelineOf = async (
  template: string,
  language: 'zh-CN' | 'en',
  variant: 'screening' | 'none',
): Promise<Timeline> => (await sampleInput(store, { template, language, variant, coarse: true })).timeline;

describe('planTeaser', () => {
  const orders = TEMPLATES.flatMap(({ id }) => (['zh-CN', 'en'] as const).map((language) => [id, language] as const));

  it.each(orders)('%s in %s: opening first, credits last, no sentence cut, 15 to 30 s', async (id, language) => {
    const timeline = await timelineOf(id, language, 'screening');
    const pieces = planTeaser(timeline)!;
    expect(pieces[0]).toMatchObject({ from: 0 });
    expect(pieces[0]!.to).toBeGreaterThanOrEqual(TEASER_SECONDS.opening * timeline.fps);
    expect(pieces.at(-1)!.to).toBe(timeline.durationInFrames);
    const seconds = pieces.reduce((sum, { from, to }) => sum + to - from, 0) / timeline.fps;
    expect(seconds).toBeGreaterThanOrEqual(TEASER_SECONDS.least);
    expect(seconds).toBeLessThanOrEqual(TEASER_SECONDS.most);
    for (const { from, sentences } of timeline.scenes)
      for (const { startFrame, endFrame } of sentences)
        for (const piece of pieces)
          for (const cut of [piece.from, piece.to])
            expect(cut <= from + startFrame || cut >= from + endFrame).toBe(true);
  });

  it('gives a timeline of its own, in order and in its length', async () => {
    const timeline = await timelineOf('case-teaching', 'zh-CN', 'screening');
    const cut = cutTimeline(timeline, planTeaser(timeline)!);
    const starts = cut.captions.map(({ startFrame }) => startFrame);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(Math.max(...cut.captions.map(({ endFrame }) => endFrame))).toBeLessThanOrEqual(cut.durationInFrames);
  });

  it('has none for a film without an opening', async () => {
    const timeline = await timelineOf('case-teaching', 'zh-CN', 'none');
    expect(planTeaser({ ...timeline, scenes: timeline.scenes.slice(1) })).toBeNull();
  });
});
