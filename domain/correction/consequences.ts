import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { canonicalJson } from '../canonical.ts';
import { type Features, isMeasured } from '../finding.ts';
import { RatingSystem } from '../rating/rating.ts';
import type { Script, Sentence } from '../script.ts';
import { changedScenes, type FilmPlan } from './film-change.ts';

const Value = z.union([z.number(), z.string(), z.boolean()]).nullable();

/** What saving a correction would do, said before it is saved. */
export const Consequences = z.object({
  /** False when nothing would change at all. */
  changed: z.boolean(),
  /** Findings before and after, and which one the film is about. */
  findings: z.object({
    before: z.int(),
    after: z.int(),
    leadBefore: z.string().nullable(),
    leadAfter: z.string().nullable(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
  fields: z.array(
    z.object({ findingId: z.string(), field: z.string(), unit: z.string(), before: Value, after: Value }),
  ),
  /** Ratings that change, by either rule; null where it does not apply. */
  classes: z.array(
    z.object({
      findingId: z.string().nullable(),
      system: RatingSystem,
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Sentences by their number in the script (from 1): those that say something else, new ones with the number they will have, and those that go. */
  sentences: z.array(
    z.object({
      id: z.string(),
      n: z.int().positive(),
      change: z.enum(['reworded', 'new', 'gone']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Ids of the scenes that are rendered again, and how many the film has. */
  scenes: z.object({ changed: z.array(z.string()), total: z.int() }),
  /** Version whose approval is voided; null where none stands. */
  voids: z.int().nullable(),
  /** The finished film is no longer the one of these findings. */
  voidsFilm: z.boolean(),
});
export type Consequences = z.infer<typeof Consequences>;

/** Findings and the script that goes with them. */
export type Standing = FilmPlan;
export interface Signed {
  /** Version of the script that is approved; null where none is. */
  readonly version: number | null;
  /** A film was made or signed from it. */
  readonly film: boolean;
}

/** What lies between two states of findings and script. Pure: the same question, the same answer. */
export function consequences(before: Standing, after: Standing, signed: Signed): Consequences {
  const changed = canonicalJson(before.analysis.findings) !== canonicalJson(after.analysis.findings);
  if (!changed) return nothing(before);
  return {
    changed,
    findings: findingsChanged(before.analysis, after.analysis),
    fields: fieldsChanged(before.analysis, after.analysis),
    classes: classesChanged(before.analysis, after.analysis),
    sentences: sentencesChanged(before.script, after.script),
    scenes: changedScenes(before, after),
    voids: signed.version,
    voidsFilm: signed.film,
  };
}

function nothing({ analysis }: Standing): Consequences {
  return {
    changed: false,
    findings: findingsChanged(analysis, analysis),
    fields: [],
    classes: [],
    sentences: [],
    scenes: { changed: [], total: 0 },
    voids: null,
    voidsFilm: false,
  };
}

const ids = (analysis: Analysis): string[] => analysis.findings.map(({ id }) => id);

function findingsChanged(before: Analysis, after: Analysis): Consequences['findings'] {
  const [was, is] = [ids(before), ids(after)];
  return {
    before: was.length,
    after: is.length,
    leadBefore: was[0] ?? null,
    leadAfter: is[0] ?? null,
    added: is.filter((id) => !was.includes(id)),
    removed: was.filter((id) => !is.includes(id)),
  };
}

function fieldsChanged(before: Analysis, after: Analysis): Consequences['fields'] {
  return after.findings.flatMap((finding) => {
    const was = before.findings.find(({ id }) => id === finding.id);
    if (!was) return [];
    const features = Object.keys(finding.features) as (keyof Features)[];
    const fields: Consequences['fields'] = [];
    for (const field of features) {
      const [a, b] = [was.features[field], finding.features[field]];
      if (a.value === b.value) continue;
      const shown = (item: typeof a) => (isMeasured(item) ? item.value : null);
      fields.push({ findingId: finding.id, field, unit: b.unit, before: shown(a), after: shown(b) });
    }
    if (was.keySlice !== finding.keySlice)
      fields.push({
        findingId: finding.id,
        field: 'slice',
        unit: '',
        before: was.keySlice + 1,
        after: finding.keySlice + 1,
      });
    return fields;
  });
}

/** Of the findings there will be, or of the exam when there will be none. */
function classesChanged(before: Analysis, after: Analysis): Consequences['classes'] {
  const key = (rating: Analysis['ratings'][number]) => `${rating.system}/${rating.findingId ?? ''}`;
  const all = new Map(after.ratings.map((rating) => [key(rating), rating]));
  return [...all].flatMap(([name, { system, findingId }]) => {
    const of = (ratings: Analysis['ratings']) => ratings.find((rating) => key(rating) === name)?.category ?? null;
    const [was, is] = [of(before.ratings), of(after.ratings)];
    return was === is ? [] : [{ findingId, system, before: was, after: is }];
  });
}

const numbered = (script: Script): Map<string, { n: number; sentence: Sentence }> =>
  new Map(
    script.chapters
      .flatMap((chapter) => chapter.sentences)
      .map((sentence, index) => [sentence.id, { n: index + 1, sentence }]),
  );

function sentencesChanged(before: Script, after: Script): Consequences['sentences'] {
  const [was, is] = [numbered(before), numbered(after)];
  const list: Consequences['sentences'] = [];
  for (const [id, { n, sentence }] of was) {
    const next = is.get(id);
    if (!next) list.push({ id, n, change: 'gone', before: sentence.text, after: null });
    else if (next.sentence.text !== sentence.text)
      list.push({ id, n, change: 'reworded', before: sentence.text, after: next.sentence.text });
  }
  for (const [id, { n, sentence }] of is)
    if (!was.has(id)) list.push({ id, n, change: 'new', before: null, after: sentence.text });
  return list.sort((a, b) => a.n - b.n);
}

/** Numbers (from 1) of the sentences that claim something of a finding: where its values are used. */
export function sentencesAbout(script: Script, findingId: string): number[] {
  return [...numbered(script).values()]
    .filter(({ sentence }) => sentence.claims.some(({ fact }) => fact.startsWith(`${findingId}.`)))
    .map(({ n }) => n);
}
