import { z } from 'zod';

export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

export const ChapterId = z.enum([
  'case',
  'look',
  'lesion',
  'what',
  'size',
  'differential',
  'assessment',
  'follow',
  'advice',
]);
export type ChapterId = z.infer<typeof ChapterId>;

/** Scenes a template may pick and order. A sentence belongs to exactly one. */
export const SceneKind = z.enum([
  'intro',
  'case',
  'scroll',
  'highlight',
  'zoom',
  'compare',
  'features',
  'assessment',
  'advice',
  'chapter',
  'outro',
  'lungs',
  'kinds',
  'size',
  'follow-up',
  'quiz',
  'differential',
  'surface',
  'table',
  'points',
  'quote',
]);
export type SceneKind = z.infer<typeof SceneKind>;

/**
 * A statement inside a sentence that the findings must bear out. `text` is the exact words in the sentence;
 * `fact` is a path such as `F1.longAxisMm`, `F1.side`, `study.ageYears`, `study.slices`, `rating.lung-rads-2022.category`,
 * `rule.lung-rads-2022.meanDiameter.6` (a threshold the trace used).
 */
export const Claim = z.object({ text: z.string().min(1), fact: z.string().min(1) });
export type Claim = z.infer<typeof Claim>;

/**
 * How one word of a sentence is read, where a person knows better than the lexicon. zh-CN: pinyin with tone numbers (`mo2`, 5 = neutral) or
 * letters (`H U`). en: a respelling (`nod yool`), or phonemes of the engine between `[[` and `]]`.
 */
export const Pronunciation = z.object({ word: z.string().min(1).max(40), reading: z.string().min(1).max(80) });
export type Pronunciation = z.infer<typeof Pronunciation>;

export const Sentence = z.object({
  /** Stable over versions: an edited sentence keeps its id, so only its own speech and scene are made again. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  scene: SceneKind,
  /** The moment of the scene this sentence drives (see each scene's choreography), or null. */
  cue: z.string().nullable(),
  text: z.string().min(1).max(240),
  speaker: z.enum(['doctor', 'narrator']),
  findingIds: z.array(z.string()),
  claims: z.array(Claim),
  /** Words of `text` spoken with stress; the first one is underlined in the subtitle. */
  emphasis: z.array(z.string()),
  /** Silence after the sentence, ms, beyond the template's own. */
  pauseAfterMs: z.int().min(0).max(3000),
  pronunciations: z.array(Pronunciation).default([]),
  /** Numbers of works in the reference list this sentence rests on. */
  references: z.array(z.string()),
});
export type Sentence = z.infer<typeof Sentence>;

export const Chapter = z.object({
  id: ChapterId,
  title: z.string().min(1).max(40),
  /** Two to four characters for the chapter line. */
  shortTitle: z.string().min(1).max(12),
  sentences: z.array(Sentence).min(1),
});
export type Chapter = z.infer<typeof Chapter>;

/** A wording that advertising law warns of, kept on purpose: by whom, when and why. It stands in what the physician signs. */
export const KeptRemark = z.object({
  sentenceId: z.string(),
  kind: z.string(),
  text: z.string().min(1),
  note: z.string().trim().min(4).max(300),
  by: z.string(),
  at: z.iso.datetime(),
});
export type KeptRemark = z.infer<typeof KeptRemark>;

/** One version of the narration. `version` counts from 1; a human edit makes the next one and names its author. */
export const Script = z.object({
  version: z.int().positive(),
  language: Language,
  /** Account id of whoever wrote or last edited it; `template:<id>@<version>` for the first draft. */
  author: z.string(),
  title: z.string().min(1).max(40),
  /** The one question the film asks and answers. */
  question: z.string().min(1).max(60),
  chapters: z.array(Chapter).min(3),
  /** Keys of the references in `domain/references`, in order of first use. */
  references: z.array(z.string()),
  kept: z.array(KeptRemark).default([]),
});
export type Script = z.infer<typeof Script>;
