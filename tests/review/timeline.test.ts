import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { clampPoint, mayTakeBack, NewComment, threadsOf } from '#domain/comment';
import {
  alignFrame,
  placePin,
  type ReviewTimeline,
  reviewTimeline,
  sceneAt,
  sentenceAt,
} from '#domain/review-timeline';
import { framesWatched, isSeen, NOTHING_SEEN, read, stillUnseen, watch } from '#domain/seen';
import { findTemplate } from '#domain/templates';
import { sampleTimeline } from '#tests/film/sample-script';
import { demoAnalysis } from '#tests/fixtures/analysis';

const template = findTemplate('case-teaching');
const script = writeScript(demoAnalysis(), { template, language: 'zh-CN', comment: null });
const NONE = { sentenceIds: new Set<string>(), sceneIds: new Set<string>() };
const timeline = reviewTimeline(sampleTimeline(script, template), script, 'film', NONE);
const other: ReviewTimeline = {
  ...timeline,
  durationInFrames: timeline.durationInFrames * 2,
  // Slower, and without its third sentence.
  sentences: timeline.sentences
    .filter((_, index) => index !== 2)
    .map((sentence) => ({ ...sentence, from: sentence.from * 2, endFrame: sentence.endFrame * 2 })),
};

describe('two versions in step', () => {
  it('show the same sentence, as far into it, and wait where one is shorter', () => {
    for (const sentence of timeline.sentences.filter((_, index) => index !== 2)) {
      const there = alignFrame(sentence.from + 3, timeline, other);
      expect(there).toBe(sentence.from * 2 + 3);
      expect(sentenceAt(other, there)?.id).toBe(sentence.id);
    }
    const gone = timeline.sentences[2]!;
    expect(sentenceAt(other, alignFrame(gone.from + 5, timeline, other))?.id).toBe(timeline.sentences[1]!.id);
  });

  it('never leave the other film, and never run backwards', () => {
    for (const [here, there] of [
      [timeline, other],
      [other, timeline],
    ] as const) {
      let last = 0;
      for (let frame = 0; frame < here.durationInFrames; frame++) {
        const at = alignFrame(frame, here, there);
        if (at < last || at >= there.durationInFrames) expect.unreachable(`frame ${frame} -> ${at}`);
        last = at;
      }
    }
  });

  it('have every frame in one scene', () => {
    for (const scene of timeline.scenes) {
      expect(sceneAt(timeline, scene.from)?.id).toBe(scene.id);
      expect(sceneAt(timeline, scene.endFrame - 1)?.id).toBe(scene.id);
    }
  });
});

describe('where a remark stands', () => {
  const sentence = timeline.sentences[4]!;
  const pin = { startFrame: sentence.from + 6, endFrame: sentence.from + 16, sentenceId: sentence.id };
  it('is its own frame on the film it was made on', () => {
    expect(placePin(pin, timeline)).toEqual({ from: sentence.from + 6, endFrame: sentence.from + 16 });
  });
  it('is its sentence on a film that moved it, and inside the film in any case', () => {
    const there = other.sentences.find((item) => item.id === sentence.id)!;
    expect(placePin(pin, other)?.from).toBe(there.from);
    const lost = { startFrame: 10_000_000, endFrame: null, sentenceId: 'gone' };
    expect(placePin(lost, timeline)?.from).toBe(timeline.durationInFrames - 1);
    expect(placePin({ startFrame: null, endFrame: null, sentenceId: null }, timeline)).toBeNull();
  });
});

describe('what was seen', () => {
  it('joins what played, whatever the order, and counts it once', () => {
    let seen = watch(watch(watch(NOTHING_SEEN, 50, 60), 0, 10), 10, 20);
    expect(seen.watched).toEqual([
      [0, 20],
      [50, 60],
    ]);
    seen = watch(seen, 15, 55);
    expect(seen.watched).toEqual([[0, 60]]);
    expect(framesWatched(seen)).toBe(60);
    expect(watch(seen, 5, 5)).toBe(seen);
  });
  it('is a part whose frames mostly played, or that a person stayed on; not one they passed by', () => {
    const part = { id: 'a', from: 100, endFrame: 200 };
    expect(isSeen(part, watch(NOTHING_SEEN, 100, 140))).toBe(false);
    expect(isSeen(part, watch(NOTHING_SEEN, 90, 181))).toBe(true);
    expect(isSeen(part, read(NOTHING_SEEN, ['a']))).toBe(true);
    const gone = { id: 'gone', from: 100, endFrame: 100 };
    expect(isSeen(gone, watch(NOTHING_SEEN, 0, 500))).toBe(false);
    expect(stillUnseen([part, gone], watch(NOTHING_SEEN, 0, 500))).toEqual({ total: 2, seen: 1, left: ['gone'] });
  });
});

describe('a remark', () => {
  const said = { version: 1, startFrame: 10, endFrame: null, sentenceId: null, text: '框再收紧一点' };
  it('is pinned to a frame, a range, a sentence or nothing, and to nothing else', () => {
    expect(NewComment.safeParse(said).success).toBe(true);
    expect(NewComment.safeParse({ ...said, endFrame: 10 }).success).toBe(false);
    expect(NewComment.safeParse({ ...said, startFrame: null, endFrame: 10 }).success).toBe(false);
    expect(NewComment.safeParse({ ...said, startFrame: -1 }).success).toBe(false);
    expect(NewComment.safeParse({ ...said, text: '  ' }).success).toBe(false);
    expect(NewComment.safeParse({ ...said, surprise: 1 }).success).toBe(false);
  });
  it('draws inside the picture only; the pen is held at its edge', () => {
    const arrow = { kind: 'arrow', from: [0, 0], to: [1, 0.5] };
    expect(NewComment.safeParse({ ...said, drawing: [arrow] }).success).toBe(true);
    for (const to of [
      [1.01, 0],
      [-0.01, 0],
      [Number.NaN, 0],
    ])
      expect(NewComment.safeParse({ ...said, drawing: [{ ...arrow, to }] }).success).toBe(false);
    expect(NewComment.safeParse({ ...said, startFrame: null, drawing: [arrow] }).success).toBe(false);
    expect([clampPoint([-3, 0.5]), clampPoint([0.333333333, 9]), clampPoint([Number.NaN, 1])]).toEqual([
      [0, 0.5],
      [0.33333, 1],
      [0, 1],
    ]);
  });
  it('is taken back by its author alone, soon, and while nobody answered', () => {
    const at = Date.parse('2026-11-20T10:00:00Z');
    const comment = { id: 'a', author: { id: 'zhou' }, createdAt: new Date(at).toISOString() };
    expect(mayTakeBack(comment, [], 'zhou', at + 60_000)).toBe(true);
    expect(mayTakeBack(comment, [], 'chen', at + 60_000)).toBe(false);
    expect(mayTakeBack(comment, [], 'zhou', at + 11 * 60_000)).toBe(false);
    expect(mayTakeBack(comment, [{ parentId: 'a' }], 'zhou', at)).toBe(false);
    expect(threadsOf([])).toEqual([]);
  });
});
