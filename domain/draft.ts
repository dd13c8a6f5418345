import { z } from 'zod';
import { Digest } from './artifact.ts';
import { FilmProps } from './film/film.ts';
import { FilmPictures } from './film/pictures.ts';
import { Chapter, KeptRemark, Language, Script, Sentence } from './script.ts';
import { SpeakerId, Take } from './speech.ts';
import { Timeline } from './timeline.ts';

/** A sentence on the desk: as in a script, but it may be empty while somebody writes. */
const DraftSentence = Sentence.extend({ text: z.string().max(240) });
/** A script on the desk. */
export const DraftScript = Script.extend({
  chapters: z
    .array(Chapter.extend({ sentences: z.array(DraftSentence).min(1).max(60) }))
    .min(3)
    .max(5),
});

/** A note as an editor gives it; who and when are the server's to say. */
export const NoteGiven = KeptRemark.omit({ by: true, at: true }).strict();
export type NoteGiven = z.infer<typeof NoteGiven>;

/** PUT …/draft. `save` is the number of the save the editor has before them, 0 when there is no draft. */
export const DraftBody = z.strictObject({
  basedOn: z.int().positive(),
  save: z.int().nonnegative(),
  script: DraftScript,
  notes: z.array(NoteGiven).max(60).default([]),
});
export type DraftBody = z.infer<typeof DraftBody>;

/** Who wrote something, and when. */
const Wrote = z.object({ by: z.string(), byName: z.string(), at: z.iso.datetime() });

/** The draft's last save, for whoever has the page open: somebody else's shows by its number. */
export const DraftPulse = z.object({
  version: z.int(),
  versionBy: z.string(),
  versionAt: z.iso.datetime(),
  save: z.int(),
  draft: Wrote.nullable(),
});
export type DraftPulse = z.infer<typeof DraftPulse>;

/** Everything an editor's page begins with. The analysis is asked of the findings. */
export const DraftDesk = z.object({
  version: Wrote.extend({ number: z.int(), comment: z.string().nullable() }),
  script: Script,
  draft: Wrote.extend({ basedOn: z.int(), save: z.int(), script: DraftScript }).nullable(),
  speaker: SpeakerId,
  template: z.string(),
  brand: z.string(),
  series: z.object({ name: z.string(), episode: z.int().nullable() }).nullable(),
  /** As `domain/analysis` has it: checks and chips in the browser are the server's own. */
  analysis: z.unknown(),
});
export type DraftDesk = z.infer<typeof DraftDesk>;

export const DraftSaved = z.object({ save: z.int(), at: z.iso.datetime(), kept: z.array(KeptRemark) });
export type DraftSaved = z.infer<typeof DraftSaved>;

/** POST …/draft/submit: which save is meant. */
export const SubmitBody = z.strictObject({ basedOn: z.int().positive(), save: z.int().positive() });
export type SubmitBody = z.infer<typeof SubmitBody>;

/** A version of the script as lists show it. */
export const VersionLine = z.object({
  version: z.int(),
  author: z.string(),
  authorName: z.string().nullable(),
  at: z.iso.datetime(),
  digest: Digest,
  decision: z.enum(['approve', 'request-changes']).nullable(),
  voided: z.boolean(),
});
export type VersionLine = z.infer<typeof VersionLine>;

const WordChange = z.object({ kind: z.enum(['same', 'out', 'in']), text: z.string() });
/** Two versions sentence by sentence (`domain/compare-scripts`). */
export const Comparison = z.object({
  a: z.int(),
  b: z.int(),
  sentences: z.array(
    z.object({
      id: z.string(),
      chapterId: z.string(),
      kind: z.enum(['same', 'changed', 'added', 'removed']),
      before: Sentence.nullable(),
      after: Sentence.nullable(),
      words: z.array(WordChange),
      fields: z.array(z.enum(['speaker', 'emphasis', 'pronunciations', 'pauseAfterMs'])),
    }),
  ),
});

/** POST …/speech: a sentence as it stands on the desk. */
export const ListenBody = z.strictObject({
  sentence: Sentence.pick({ id: true, text: true, emphasis: true, pronunciations: true }),
  language: Language,
  speaker: SpeakerId,
});
export type ListenBody = z.infer<typeof ListenBody>;

/** The film of a draft, and what it was composed from, so that the browser composes the next change itself. */
export const Preview = z.object({
  film: FilmProps,
  timeline: Timeline,
  takes: z.array(Take),
  pictures: FilmPictures,
  /** Takes that are spoken, each by the sound it is of (`soundOf` in domain/edit-cost). */
  heard: z.array(z.object({ sound: z.string(), take: Take })),
});
export type Preview = z.infer<typeof Preview>;

/** Readings the house knows: words with pinyin or phonemes. */
export const Lexicon = z.object({
  version: z.string(),
  readings: z.record(Language, z.record(z.string(), z.string())),
});
