import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { CAPTION_GAP_FRAMES, CAPTION_LIMITS, CAPTION_MIN_FRAMES, captionLength } from '#domain/captions';
import { CHAPTER_MIN_SECONDS, layTimeline } from '#domain/lay-timeline';
import type { Language, Script } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { Timeline } from '#domain/timeline';
import { ANALYSIS_VARIANTS, demoAnalysis } from '../fixtures/analysis.ts';
import { fakeTakes } from './fake-takes.ts';
import { randomFrom } from './random.ts';

const template = findTemplate('case-teaching');
const draft = (language: Language, analysis = demoAnalysis()) => writeScript(analysis, { template, language });
const sentencesOf = (script: Script) => script.chapters.flatMap((chapter) => chapter.sentences);

/** What must hold of every film, whatever was found and however it was spoken. */
function laws(script: Script, timeline: Timeline, takes: ReturnType<typeof fakeTakes>): void {
  const { fps, scenes, captions, chapters, voice, durationInFrames } = timeline;
  expect(Timeline.parse(timeline)).toEqual(timeline);

  // Scenes: contiguous from 0 to the end, ids unique, at least as long as planned.
  let at = 0;
  for (const scene of scenes) {
    expect(scene.from).toBe(at);
    at += scene.durationInFrames;
    const plan = template.chapters.flatMap((chapter) => chapter.scenes).find((item) => item.kind === scene.kind)!;
    expect(scene.durationInFrames).toBeGreaterThanOrEqual(plan.minFrames);
    expect(scene.sentences[0]?.startFrame).toBe(plan.leadFrames);
    expect(scene.durationInFrames - scene.sentences.at(-1)!.endFrame).toBeGreaterThanOrEqual(plan.tailFrames);
    for (const cue of scene.cues)
      expect(scene.sentences).toContainEqual({
        id: expect.any(String),
        startFrame: cue.startFrame,
        endFrame: cue.endFrame,
      });
  }
  expect(at).toBe(durationInFrames);
  expect(new Set(scenes.map((scene) => scene.id)).size).toBe(scenes.length);
  expect(scenes[0]?.kind).toBe('intro');
  expect(scenes[0]!.durationInFrames).toBeGreaterThanOrEqual(100);

  // Voice: every sentence once, in order, none over another, each inside its scene.
  expect(voice.map((item) => item.sentenceId)).toEqual(
    scenes.flatMap((scene) => scene.sentences.map((sentence) => sentence.id)),
  );
  expect([...voice.map((item) => item.sentenceId)].sort()).toEqual(
    sentencesOf(script)
      .map((item) => item.id)
      .sort(),
  );
  for (const [i, item] of voice.entries()) {
    const end = item.startFrame + Math.ceil((item.durationMs * fps) / 1000 - 1e-6);
    expect(end).toBeLessThanOrEqual(voice[i + 1]?.startFrame ?? durationInFrames);
    expect(item.durationMs).toBe(takes.find((take) => take.sentenceId === item.sentenceId)?.durationMs);
  }

  // Chapters: the first at 0, contiguous with scenes, each at least ten seconds, at least three.
  expect(chapters[0]?.startFrame).toBe(0);
  expect(chapters.length).toBeGreaterThanOrEqual(3);
  for (const [i, chapter] of chapters.entries()) {
    const end = chapters[i + 1]?.startFrame ?? durationInFrames;
    expect(end - chapter.startFrame).toBeGreaterThanOrEqual(CHAPTER_MIN_SECONDS * fps);
    expect(scenes.find((scene) => scene.from === chapter.startFrame)?.chapterId).toBe(chapter.id);
  }

  // Subtitles: in order, apart, long enough, readable, the whole text, inside their scene.
  for (const [i, caption] of captions.entries()) {
    const frames = caption.endFrame - caption.startFrame;
    expect(frames).toBeGreaterThanOrEqual(CAPTION_MIN_FRAMES);
    const characters = caption.lines.reduce((sum, line) => sum + captionLength(line), 0);
    expect(characters / (frames / fps)).toBeLessThanOrEqual(CAPTION_LIMITS[script.language].perSecond + 1e-9);
    const next = captions[i + 1];
    if (next) expect(next.startFrame - caption.endFrame).toBeGreaterThanOrEqual(CAPTION_GAP_FRAMES);
    const scene = scenes.find(
      (item) => caption.startFrame >= item.from && caption.startFrame < item.from + item.durationInFrames,
    );
    expect(caption.endFrame).toBeLessThanOrEqual(scene!.from + scene!.durationInFrames);
    if (caption.keyWord !== null) expect(caption.lines.some((line) => line.includes(caption.keyWord!))).toBe(true);
  }
  for (const sentence of sentencesOf(script)) {
    const shown = captions.filter((caption) => caption.sentenceId === sentence.id).flatMap((caption) => caption.lines);
    expect(shown.join('').replace(/\s/g, '')).toBe(sentence.text.replace(/\s/g, ''));
  }
}

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  it('the laws hold for every variant and for any speech, from gabbling to drawling', () => {
    const random = randomFrom(42);
    for (const make of Object.values(ANALYSIS_VARIANTS)) {
      const script = draft(language, make());
      for (let round = 0; round < 6; round++) {
        const pace = (language === 'en' ? 15 : 4.5) * 4 ** (2 * random() - 1);
        const takes = fakeTakes(script, pace, random);
        laws(script, layTimeline(script, takes, template), takes);
      }
    }
  });

  it('at teaching pace no rest between two voices lasts two seconds, and subtitles begin with their words', () => {
    const random = randomFrom(5);
    for (const make of Object.values(ANALYSIS_VARIANTS)) {
      const script = draft(language, make());
      const takes = fakeTakes(script, language === 'en' ? 14.5 : 4.2, () => 0.4 + 0.2 * random());
      const { voice, captions, durationInFrames, fps } = layTimeline(script, takes, template);
      expect(voice[0]!.startFrame).toBeLessThanOrEqual(fps);
      for (const [i, item] of voice.entries()) {
        const end = item.startFrame + (item.durationMs * fps) / 1000;
        const next = voice[i + 1];
        if (next) expect(next.startFrame - end, `after ${item.sentenceId}`).toBeLessThanOrEqual(2 * fps - 2);
        else expect(durationInFrames - end).toBeLessThanOrEqual(3.2 * fps);
        const take = takes.find((each) => each.sentenceId === item.sentenceId)!;
        const first = captions.find((caption) => caption.sentenceId === item.sentenceId)!;
        expect(
          Math.abs(first.startFrame - (item.startFrame + (take.clauses[0]!.startMs * fps) / 1000)),
        ).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('a film', () => {
  const script = draft('zh-CN');
  const takes = fakeTakes(script, 4.2, () => 0.5);
  const timeline = layTimeline(script, takes, template);

  it('is the same when laid again, and does not touch what it was given', () => {
    const before = JSON.stringify([script, takes, template]);
    expect(layTimeline(script, takes, template)).toEqual(timeline);
    expect(JSON.stringify([script, takes, template])).toBe(before);
  });
  it('keeps scroll, highlight, zoom and compare together in one chapter, uncut by a card', () => {
    const kinds = timeline.scenes.map((scene) => scene.kind);
    const from = kinds.indexOf('scroll');
    expect(kinds.slice(from, from + 4)).toEqual(['scroll', 'highlight', 'zoom', 'compare']);
    expect(new Set(timeline.scenes.slice(from, from + 4).map((scene) => scene.chapterId)).size).toBe(1);
  });
  it('names cards by their chapter', () => {
    const cards = timeline.scenes.filter((scene) => scene.kind === 'chapter').map((scene) => scene.id);
    expect(cards).toEqual(['chapter-look', 'chapter-lesion', 'chapter-assessment', 'chapter-advice']);
  });
  it('lets the stack stop before the slice is named', () => {
    const scroll = timeline.scenes.find((scene) => scene.kind === 'scroll')!;
    const cue = (name: string) => scroll.cues.find((item) => item.cue === name)!.startFrame;
    expect(cue('stop') - cue('start')).toBeGreaterThan(5 * timeline.fps);
  });
  it('moves nothing inside other scenes when one sentence grows', () => {
    const longer = takes.map((take) =>
      take.sentenceId === 'highlight-axes' ? { ...take, durationMs: take.durationMs + 777 } : take,
    );
    const changed = layTimeline(script, longer, template);
    for (const [i, scene] of timeline.scenes.entries()) {
      const other = changed.scenes[i]!;
      if (scene.kind === 'highlight') expect(other.durationInFrames).toBeGreaterThan(scene.durationInFrames);
      else expect({ ...other, from: 0 }).toEqual({ ...scene, from: 0 });
    }
  });
  it('shows a subtitle that starts within a clause at its share of the clause', () => {
    const [look] = timeline.captions.filter((caption) => caption.sentenceId === 'case-facts');
    expect(look!.lines.length).toBe(2);
  });
  it('refuses a sentence without a take, and a scene the template does not know', () => {
    expect(() => layTimeline(script, takes.slice(1), template)).toThrow(/TIMELINE_INVALID.*has no take/);
    const without = {
      ...template,
      chapters: template.chapters.map((chapter) => ({
        ...chapter,
        scenes: chapter.scenes.filter((item) => item.kind !== 'zoom'),
      })),
    };
    expect(() => layTimeline(script, takes, without)).toThrow(/TIMELINE_INVALID/);
  });
});
