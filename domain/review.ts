import { z } from 'zod';
import { Gate } from './approval.ts';
import { ApprovalSheet, changedFindings, type SheetSide } from './approval-sheet.ts';
import { Digest } from './artifact.ts';
import { Aspect } from './aspect.ts';
import { CommentList, Signature } from './comment.ts';
import { sceneId } from './lay-timeline.ts';
import { ReviewTimeline } from './review-timeline.ts';
import type { Script } from './script.ts';

/** GET …/review. Without `v` the version that waits, or the newest; without `compare` the version signed last before it; 0 = none. */
export const ReviewQuery = z.object({
  v: z.coerce.number().int().positive().optional(),
  compare: z.coerce.number().int().nonnegative().optional(),
});
export type ReviewQuery = z.infer<typeof ReviewQuery>;

/** A decision as the room shows it beside its version. */
export const ShownDecision = z.object({
  gate: Gate,
  decision: z.enum(['approve', 'request-changes']),
  by: Signature,
  onBehalfOf: Signature.nullable(),
  comment: z.string(),
  at: z.iso.datetime(),
  voidedAt: z.iso.datetime().nullable(),
});
export type ShownDecision = z.infer<typeof ShownDecision>;

/** The made film of a version: which pass made it. Its bytes are asked for by a signed address. */
export const ReviewFilm = z.object({ revision: z.int(), digest: Digest });
export type ReviewFilm = z.infer<typeof ReviewFilm>;

export const ReviewVersion = z.object({
  version: z.int(),
  author: Signature,
  createdAt: z.iso.datetime(),
  digest: Digest,
  code: z.string(),
  decisions: z.array(ShownDecision),
  film: ReviewFilm.nullable(),
});
export type ReviewVersion = z.infer<typeof ReviewVersion>;

/** What waits for a signature now. `digest` is what the signature will be bound to. */
export const ReviewPending = z.object({ gate: Gate, version: z.int(), digest: Digest, code: z.string() });
export type ReviewPending = z.infer<typeof ReviewPending>;

/** A stretch of a sentence that both versions have, or only one. */
export const WordPart = z.object({ kind: z.enum(['same', 'out', 'in']), text: z.string() });
export type WordPart = z.infer<typeof WordPart>;

/** A sentence that differs between the two versions. */
export const ChangedSentence = z.object({
  id: z.string(),
  /** Its place in the newer version, counting from 1; null when it was taken out. */
  number: z.int().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  parts: z.array(WordPart),
  /** What else of it differs: stress, readings, pauses, who speaks. */
  fields: z.array(z.string()),
  /** Where it is heard; a sentence taken out stands where it would have been. */
  from: z.int().nonnegative(),
  endFrame: z.int().nonnegative(),
});
export type ChangedSentence = z.infer<typeof ChangedSentence>;

/** A finding in the words of the panel. */
export const ReviewFinding = z.object({
  id: z.string(),
  side: z.string(),
  lobe: z.string(),
  type: z.string(),
  longAxisMm: z.number(),
  shortAxisMm: z.number(),
  volumeMm3: z.number(),
  /** Counts from 1. */
  slice: z.int(),
  source: z.string(),
  changed: z.boolean(),
});
export type ReviewFinding = z.infer<typeof ReviewFinding>;

/** A sentence and where it is heard. */
const Part = z.object({ id: z.string(), from: z.int(), endFrame: z.int() });

/** What tells a room that it is behind: pushed to every open window. */
export const ReviewPulse = z.object({
  /** Of the comments. */
  stamp: z.string(),
  /** The newest version put before people. */
  newest: z.int(),
  status: z.string(),
  /** How many decisions there are, voided ones counted again. */
  decisions: z.int(),
});
export type ReviewPulse = z.infer<typeof ReviewPulse>;

/** Everything the review room shows at once. */
export const ReviewRoom = z.object({
  production: z.object({
    id: z.string(),
    title: z.string().nullable(),
    status: z.string(),
    departmentId: z.string(),
    revision: z.int(),
    language: z.string(),
    aspect: Aspect,
  }),
  version: z.int(),
  newest: z.int(),
  compare: z.int().nullable(),
  versions: z.array(ReviewVersion),
  pending: ReviewPending.nullable(),
  /** Why the person who asks cannot decide what waits: an error code; null when they can, or when nothing waits. */
  refused: z.string().nullable(),
  /** Whose signatures this person may give in their place. */
  standsInFor: z.array(Signature),
  /** Who the finished film waits for, by the template's policy. */
  filmGate: z.enum(['publicity', 'physician']),
  /** Against the version signed last, whatever version is shown beside this one. */
  sheet: ApprovalSheet,
  /** What must be seen before signing: what changed since the version signed last, or all of it when there is none. */
  mustSee: z.array(Part),
  changes: z.array(ChangedSentence),
  timeline: ReviewTimeline,
  /** Of the version it is compared with. */
  before: z.object({ version: z.int(), timeline: ReviewTimeline }).nullable(),
  findings: z.array(ReviewFinding),
  comments: CommentList,
  people: z.array(Signature),
});
export type ReviewRoom = z.infer<typeof ReviewRoom>;

const scenesOf = (script: Script) =>
  new Map(
    script.chapters.flatMap((chapter) =>
      chapter.sentences.map((sentence) => [sentence.id, sceneId(sentence.scene, chapter.id)] as const),
    ),
  );

/** Ids of the scenes that are drawn anew: their words changed, a finding they speak of changed, or what every scene wears did. */
export function changedScenes(now: SheetSide, before: SheetSide | null, sentenceIds: readonly string[]): string[] {
  if (!before) return [];
  const [here, there] = [scenesOf(now.script), scenesOf(before.script)];
  const all = [...new Set(here.values())];
  const everywhere = (['template', 'brand', 'voice'] as const).some((key) => now.subject[key] !== before.subject[key]);
  if (everywhere || now.subject.labels.join() !== before.subject.labels.join()) return all;
  const touched = new Set(
    sentenceIds.flatMap((id) => [here.get(id), there.get(id)].filter((scene) => scene !== undefined)),
  );
  const findings = new Set(changedFindings(now.analysis, before.analysis));
  if (now.subject.findings !== before.subject.findings) {
    for (const sentence of now.script.chapters.flatMap((chapter) => chapter.sentences)) {
      const speaks = sentence.findingIds.some((id) => findings.size === 0 || findings.has(id));
      if (speaks) touched.add(here.get(sentence.id)!);
    }
  }
  return all.filter((scene) => touched.has(scene));
}

/** Gives each change its place: its number among the sentences and the frames where it is heard. */
export function placeChanges(
  changes: ReadonlyArray<Omit<ChangedSentence, 'number' | 'from' | 'endFrame'>>,
  timeline: ReviewTimeline,
  before: Script | null,
): ChangedSentence[] {
  const heard = new Map(timeline.sentences.map((sentence) => [sentence.id, sentence]));
  const old = before?.chapters.flatMap((chapter) => chapter.sentences.map((sentence) => sentence.id)) ?? [];
  return changes
    .map((change) => {
      const own = heard.get(change.id);
      if (own) return { ...change, number: own.number, from: own.from, endFrame: own.endFrame };
      // Taken out: after the nearest earlier sentence that is still heard.
      const earlier = old.slice(0, Math.max(0, old.indexOf(change.id))).findLast((id) => heard.has(id));
      const at = earlier ? heard.get(earlier)!.endFrame : 0;
      return { ...change, number: null, from: Math.min(at, timeline.durationInFrames - 1), endFrame: at };
    })
    .sort((a, b) => a.from - b.from);
}
