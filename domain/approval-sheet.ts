import { z } from 'zod';
import type { Analysis } from './analysis.ts';
import type { ApprovalSubject } from './approval.ts';
import { Digest } from './artifact.ts';
import type { Brand } from './brand.ts';
import { canonicalJson } from './canonical.ts';
import type { Finding } from './finding.ts';
import type { Script } from './script.ts';
import type { Template } from './template.ts';

/** Eight signs of a digest that two people can read to each other: `B41E-90C7`. */
export const digestCode = (digest: string): string => `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();

const Text = z.object({ 'zh-CN': z.string(), en: z.string() });
/** `first`: nothing was signed before it. `count`: how many parts of it changed, where that can be counted. */
const Change = z.object({ state: z.enum(['first', 'same', 'changed']), count: z.int().nonnegative() });
export type Change = z.infer<typeof Change>;

/** One line of what is signed. Facts only: the page words them in the reader's language. */
export const SheetRow = z.discriminatedUnion('key', [
  z.object({ key: z.literal('script'), change: Change, sentences: z.int(), seconds: z.number() }),
  z.object({ key: z.literal('findings'), change: Change, ids: z.array(z.string()), marks: z.int() }),
  z.object({ key: z.literal('template'), change: Change, name: Text, version: z.string() }),
  z.object({ key: z.literal('brand'), change: Change, hospital: Text, version: z.string() }),
  z.object({ key: z.literal('voice'), change: Change, speaker: z.string() }),
  z.object({ key: z.literal('labels'), change: Change, labels: z.array(z.string()) }),
  z.object({ key: z.literal('film'), change: Change, code: z.string(), seconds: z.number() }),
]);
export type SheetRow = z.infer<typeof SheetRow>;

/** Everything one signature covers, and what of it differs from the version signed last. */
export const ApprovalSheet = z.object({
  version: z.int(),
  digest: Digest,
  code: z.string(),
  /** The version it is compared with; null when nobody has signed or returned one before. */
  against: z.int().nullable(),
  rows: z.array(SheetRow),
});
export type ApprovalSheet = z.infer<typeof ApprovalSheet>;

/** A version as it was put before people. */
export interface SheetSide {
  readonly version: number;
  readonly digest: string;
  readonly subject: ApprovalSubject;
  readonly script: Script;
  /** The findings it spoke of; null when they are no longer at hand. */
  readonly analysis: Analysis | null;
  /** Digest of the made film; null at the script gate. */
  readonly film: string | null;
}

export interface SheetInput {
  readonly now: SheetSide;
  readonly before: SheetSide | null;
  readonly seconds: number;
  readonly template: Template;
  readonly brand: Brand;
  /** How many sentences differ between the two scripts. */
  readonly changedSentences: number;
}

const sentencesIn = (script: Script): number =>
  script.chapters.reduce((sum, chapter) => sum + chapter.sentences.length, 0);

/** Ids of findings that were added, taken out or measured anew. */
export function changedFindings(now: Analysis | null, before: Analysis | null): string[] {
  const byId = (analysis: Analysis | null) => new Map((analysis?.findings ?? []).map((item) => [item.id, item]));
  const [fresh, old] = [byId(now), byId(before)];
  const text = (finding: Finding | undefined) => (finding ? canonicalJson(finding) : '');
  return [...new Set([...fresh.keys(), ...old.keys()])]
    .filter((id) => text(fresh.get(id)) !== text(old.get(id)))
    .sort();
}

/**
 * The list of what a signature covers, part by part. A part counts as unchanged only when its own digest or reference in the signed subject is
 * the same: what the rows say and what the digest binds can never differ.
 */
export function approvalSheet(input: SheetInput): ApprovalSheet {
  const { now, before, template, brand } = input;
  const change = (same: (was: ApprovalSubject) => boolean, count = 1): Change => {
    if (!before) return { state: 'first', count: 0 };
    return same(before.subject) ? { state: 'same', count: 0 } : { state: 'changed', count: Math.max(1, count) };
  };
  const { subject } = now;
  const ids = (now.analysis?.findings ?? []).map((finding) => finding.id);
  const rows: SheetRow[] = [
    {
      key: 'script',
      change: change((was) => was.script === subject.script, input.changedSentences),
      sentences: sentencesIn(now.script),
      seconds: input.seconds,
    },
    {
      key: 'findings',
      change: change(
        (was) => was.findings === subject.findings,
        changedFindings(now.analysis, before?.analysis ?? null).length,
      ),
      ids,
      // Of each: its outline or box, and its axes.
      marks: ids.length * 2,
    },
    {
      key: 'template',
      change: change((was) => was.template === subject.template),
      name: template.name,
      version: template.version,
    },
    {
      key: 'brand',
      change: change((was) => was.brand === subject.brand),
      hospital: brand.hospital,
      version: brand.version,
    },
    { key: 'voice', change: change((was) => was.voice === subject.voice), speaker: subject.voice },
    {
      key: 'labels',
      change: change((was) => canonicalJson(was.labels) === canonicalJson(subject.labels)),
      labels: [...subject.labels],
    },
  ];
  if (now.film !== null) {
    rows.push({
      key: 'film',
      change: before?.film == null ? { state: 'first', count: 0 } : change(() => before.film === now.film),
      code: digestCode(now.film),
      seconds: input.seconds,
    });
  }
  return {
    version: now.version,
    digest: now.digest,
    code: digestCode(now.digest),
    against: before?.version ?? null,
    rows,
  };
}
