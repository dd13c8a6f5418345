import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { digestOf } from '#activities/store/digest';
import type { Analysis } from '#domain/analysis';
import type { ApprovalSubject } from '#domain/approval';
import { approvalSheet, changedFindings, digestCode, type SheetSide } from '#domain/approval-sheet';
import { findBrand } from '#domain/brands';
import { changedScenes, placeChanges } from '#domain/review';
import { reviewTimeline } from '#domain/review-timeline';
import type { Script } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { sampleTimeline } from '#tests/film/sample-script';
import { demoAnalysis } from '#tests/fixtures/analysis';

const template = findTemplate('case-teaching');
const analysis = demoAnalysis();
const script = writeScript(analysis, { template, language: 'zh-CN', comment: null });

function side(
  version: number,
  change: { script?: Script; analysis?: Analysis; subject?: Partial<ApprovalSubject> } = {},
): SheetSide {
  const own = { script, analysis, ...change };
  const subject: ApprovalSubject = {
    script: digestOf({ ...own.script, version: 0, author: '' }),
    findings: digestOf(own.analysis.findings),
    template: 'case-teaching@1.0.0',
    brand: 'shili-general@1.0.0',
    voice: 'male_doctor',
    labels: ['a', 'b'],
    ...change.subject,
  };
  return { version, digest: digestOf(subject), subject, script: own.script, analysis: own.analysis, film: null };
}

const sheet = (now: SheetSide, before: SheetSide | null, changedSentences = 0) =>
  approvalSheet({ now, before, seconds: 222, template, brand: findBrand('shili-general'), changedSentences });
const states = (rows: ReturnType<typeof sheet>['rows']) =>
  Object.fromEntries(rows.map((row) => [row.key, row.change.state]));

describe('what a signature covers', () => {
  it('is named by eight signs of its digest', () => {
    expect(digestCode(`b41e90c7${'0'.repeat(56)}`)).toBe('B41E-90C7');
    const one = sheet(side(4), null);
    expect(one.code).toBe(digestCode(one.digest));
  });

  it('says of each part exactly what its digest says, and of nothing else', () => {
    const before = side(3);
    expect(states(sheet(side(4), null).rows)).toEqual({
      ...{ script: 'first', findings: 'first', template: 'first', brand: 'first', voice: 'first', labels: 'first' },
    });
    const same = { script: 'same', findings: 'same', template: 'same', brand: 'same', voice: 'same', labels: 'same' };
    expect(states(sheet(side(4), before).rows)).toEqual(same);
    const changes: Array<[keyof ApprovalSubject, Partial<ApprovalSubject>]> = [
      ['script', { script: 'f'.repeat(64) }],
      ['findings', { findings: 'f'.repeat(64) }],
      ['template', { template: 'case-teaching@2.0.0' }],
      ['brand', { brand: 'other@1.0.0' }],
      ['voice', { voice: 'female_doctor' }],
      ['labels', { labels: ['b', 'a'] }],
    ];
    for (const [key, subject] of changes) {
      const now = side(4, { subject });
      expect(states(sheet(now, before).rows)).toEqual({ ...same, [key]: 'changed' });
      expect(now.digest).not.toBe(before.digest);
    }
  });

  it('counts what changed, and never says changed with a count of none', () => {
    const wider = structuredClone(analysis);
    wider.findings[0]!.features.longAxisMm.value += 1;
    const now = side(4, { analysis: wider });
    expect(changedFindings(wider, analysis)).toEqual([analysis.findings[0]!.id]);
    const rows = sheet(now, side(3), 4).rows;
    expect(rows.find((row) => row.key === 'findings')?.change).toEqual({ state: 'changed', count: 1 });
    const script = sheet(side(4, { subject: { script: 'e'.repeat(64) } }), side(3), 0).rows[0]!;
    expect(script.change).toEqual({ state: 'changed', count: 1 });
  });

  it('has a line for the film at the second gate only', () => {
    expect(states(sheet(side(4), side(3)).rows)).not.toHaveProperty('film');
    const made = { ...side(4), film: 'a'.repeat(64) };
    expect(states(sheet(made, null).rows).film).toBe('first');
    expect(states(sheet(made, { ...side(3), film: 'b'.repeat(64) }).rows).film).toBe('changed');
  });
});

describe('what changed between two versions', () => {
  const first = script.chapters.flatMap((chapter) => chapter.sentences.map((sentence) => ({ chapter, sentence })))[2]!;
  const edited: Script = {
    ...script,
    chapters: script.chapters.map((chapter) => ({
      ...chapter,
      sentences: chapter.sentences.map((item) =>
        item.id === first.sentence.id ? { ...item, text: `${item.text}好。` } : item,
      ),
    })),
  };

  it('draws the scene of an edited sentence anew and no other', () => {
    const now = side(4, { script: edited });
    const scene = first.sentence.scene === 'chapter' ? `chapter-${first.chapter.id}` : first.sentence.scene;
    expect(changedScenes(now, side(3), [first.sentence.id])).toEqual([scene]);
    expect(changedScenes(now, null, [first.sentence.id])).toEqual([]);
  });

  it('draws everything anew for another voice, template or brand, and what speaks of a finding for another finding', () => {
    const all = new Set(sampleTimeline(script, template).scenes.map((scene) => scene.id));
    expect(new Set(changedScenes(side(4, { subject: { voice: 'narrator' } }), side(3), []))).toEqual(all);
    const wider = structuredClone(analysis);
    wider.findings[0]!.features.longAxisMm.value += 1;
    const scenes = changedScenes(side(4, { analysis: wider }), side(3), []);
    expect(scenes).toContain('highlight');
    expect(scenes).not.toContain('intro');
  });

  it('stands at its sentence, or where a sentence was that is gone', () => {
    const none = { sentenceIds: new Set<string>(), sceneIds: new Set<string>() };
    const timeline = reviewTimeline(sampleTimeline(edited, template), edited, 'preview', none);
    const plain = { id: first.sentence.id, before: 'a', after: 'b', parts: [], fields: [] };
    const changes = placeChanges([plain, { ...plain, id: 'gone', after: null }], timeline, script);
    expect(changes.find((change) => change.id === 'gone')?.number).toBeNull();
    const own = timeline.sentences.find((sentence) => sentence.id === first.sentence.id)!;
    expect(changes.find((change) => change.id === own.id)).toMatchObject({ number: own.number, from: own.from });
  });
});
