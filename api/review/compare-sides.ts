import { approvalSheet, changedFindings } from '#domain/approval-sheet';
import { findBrand } from '#domain/brands';
import { compareScripts } from '#domain/compare-scripts';
import type { ProductionRequest } from '#domain/production';
import { changedScenes, placeChanges, type ReviewFinding, type ReviewRoom } from '#domain/review';
import { type ReviewTimeline, reviewTimeline } from '#domain/review-timeline';
import type { Script } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { draftTimeline } from './draft-timeline.ts';
import type { VersionSide } from './versions.ts';

interface Sides {
  readonly now: VersionSide;
  /** The version it is shown beside. */
  readonly before: VersionSide | null;
  /** The version signed last, against which a signature is given. */
  readonly basis: VersionSide | null;
  readonly request: ProductionRequest;
}

/** What one version is beside another, and what a signature on it would cover. Pure. */
export function compareSides({
  now,
  before,
  basis,
  request,
}: Sides): Pick<ReviewRoom, 'sheet' | 'mustSee' | 'changes' | 'timeline' | 'before' | 'findings'> {
  const template = findTemplate(request.template);
  const changes = before ? changedSentences(before.script, now.script) : [];
  const ids = changes.map((change) => change.id);
  const changed = { sentenceIds: new Set(ids), sceneIds: new Set(changedScenes(now, before, ids)) };
  const show = (side: VersionSide): ReviewTimeline => {
    const timeline = side.timeline ?? draftTimeline(side.script, template, request.speaker);
    return reviewTimeline(timeline, side.script, side.timeline ? 'film' : 'preview', changed);
  };
  const timeline = show(now);
  const sinceSigned = basis ? changedSentences(basis.script, now.script) : [];
  const parts = basis ? placeChanges(sinceSigned, timeline, basis.script) : timeline.sentences;
  return {
    sheet: approvalSheet({
      ...{ now, before: basis, template, brand: findBrand(request.brand), changedSentences: sinceSigned.length },
      seconds: timeline.durationInFrames / timeline.fps,
    }),
    mustSee: parts.map(({ id, from, endFrame }) => ({ id, from, endFrame })),
    changes: placeChanges(changes, timeline, before?.script ?? null),
    timeline,
    before: before ? { version: before.version, timeline: show(before) } : null,
    findings: findingsOf(now, before),
  };
}

const changedSentences = (before: Script, now: Script) =>
  compareScripts(before, now)
    .filter((change) => change.kind !== 'same')
    .map((change) => ({
      id: change.id,
      before: change.before?.text ?? null,
      after: change.after?.text ?? null,
      parts: [...change.words],
      fields: [...change.fields],
    }));

function findingsOf(now: VersionSide, before: VersionSide | null): ReviewFinding[] {
  const changed = new Set(before ? changedFindings(now.analysis, before.analysis) : []);
  return (now.analysis?.findings ?? []).map((finding) => {
    const { features } = finding;
    return {
      ...{ id: finding.id, side: features.side.value, lobe: features.lobe.value, type: features.type.value },
      ...{ longAxisMm: features.longAxisMm.value, shortAxisMm: features.shortAxisMm.value },
      ...{ volumeMm3: features.volumeMm3.value, slice: finding.keySlice + 1, changed: changed.has(finding.id) },
      source: `${features.longAxisMm.source.model} ${features.longAxisMm.source.version}`,
    };
  });
}
