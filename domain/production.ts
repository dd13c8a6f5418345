import { z } from 'zod';
import { FilmSigner, Gate } from './approval.ts';
import { ArtifactRef } from './artifact.ts';
import { ProductionStatus, Progress } from './progress.ts';
import { SpeakerId } from './speech.ts';
import { ExamPurpose, Provenance } from './study.ts';

/** For whom it is told: doctors in training, medical students, or the public. */
export const Audience = z.enum(['residents', 'students', 'public']);
export type Audience = z.infer<typeof Audience>;

/** An order for a film. The source's path is not in it: it stays in an intake ticket outside database and workflow. */
export const ProductionRequest = z.object({
  template: z.string(),
  language: z.string(),
  brand: z.string(),
  speaker: SpeakerId,
  provenance: Provenance,
  /** Given by a person where the header does not say it. */
  purpose: ExamPurpose.nullable(),
  /** DICOM series chosen (`A`, `B` …); null = the only one. */
  series: z.string().max(8).nullable(),
  /** The film's title by a person; null = the script's. No patient's name belongs here. */
  title: z.string().trim().min(1).max(40).nullable().default(null),
  /** The series of films it belongs to, such as 读片十分钟; null = none. */
  filmSeries: z.string().trim().min(1).max(40).nullable().default(null),
  /** Its number in the series, given when it is ordered; null = none. */
  episode: z.int().positive().nullable().default(null),
  audience: Audience.default('residents'),
  /** Music under the voice: a WAV, FLAC or MP3 file in the store; null = none. */
  music: ArtifactRef.nullable().default(null),
  /** Column, row and slice spacing by a person, mm, for pictures. */
  spacingMm: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]).nullable(),
});
export type ProductionRequest = z.infer<typeof ProductionRequest>;

/** The line of the series a film was ordered for; null = the brand's own. */
export const filmSeriesOf = ({
  filmSeries,
  episode,
}: Pick<ProductionRequest, 'filmSeries' | 'episode'>): { name: string; episode: number | null } | null =>
  filmSeries === null ? null : { name: filmSeries, episode };

/** Ids that may stand in logs, workflow ids and addresses. */
export const ProductionId = z.string().regex(/^p[0-9a-z]{11}$/);

/** A production as lists show it. */
export const ProductionSummary = z.object({
  id: z.string(),
  request: ProductionRequest,
  status: ProductionStatus,
  revision: z.int(),
  caseCode: z.string().nullable(),
  departmentId: z.string(),
  /** By a person or from the script; null before there is one. */
  title: z.string().nullable(),
  progress: Progress.nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type ProductionSummary = z.infer<typeof ProductionSummary>;

/** A step that ran or was found done; `label` names the sentence or scene. */
export const StepRecord = z.object({
  stage: z.string(),
  label: z.string(),
  outcome: z.string(),
  attempt: z.int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type StepRecord = z.infer<typeof StepRecord>;

/** Who did something; the templates and the engine have no account and are named by their id. */
export const Person = z.object({ id: z.string(), displayName: z.string() });
export type Person = z.infer<typeof Person>;

/** A decision at a gate as people read it. */
export const DecisionShown = z.object({
  gate: Gate,
  version: z.int(),
  decision: z.enum(['approve', 'request-changes']),
  digest: z.string(),
  by: Person,
  onBehalfOf: Person.nullable(),
  /** The signer had written this version, and the department allows it. */
  ownWork: z.boolean(),
  comment: z.string(),
  at: z.iso.datetime(),
  /** Since when it no longer counts. */
  voidedAt: z.iso.datetime().nullable(),
});
export type DecisionShown = z.infer<typeof DecisionShown>;

/** A scene of the version at hand. */
export const SceneState = z.object({
  id: z.string(),
  state: z.enum(['queued', 'rendering', 'rendered', 'reused', 'failed']),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type SceneState = z.infer<typeof SceneState>;

export const ProductionDetail = ProductionSummary.extend({
  createdByName: z.string(),
  /** Version of the findings; 0 before there are any. */
  findings: z.int(),
  /** The newest version of the script. */
  script: z.object({ version: z.int(), author: Person, at: z.iso.datetime() }).nullable(),
  /** Who decides at the film gate. */
  filmGate: FilmSigner,
  /** Every decision at both gates, oldest first. */
  decisions: z.array(DecisionShown),
  /** In the order of the film. */
  scenes: z.array(SceneState),
  /** The film at hand: of which script version; `released` once both gates are passed. Its files are the outputs. */
  film: z.object({ version: z.int(), digest: z.string(), released: z.boolean() }).nullable(),
  outputs: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.int(), digest: z.string() })),
  steps: z.array(StepRecord),
});
export type ProductionDetail = z.infer<typeof ProductionDetail>;

/** One line of a production's story: who, when, what. */
export const LogEntry = z.object({
  at: z.iso.datetime(),
  what: z.enum([
    'ordered',
    'findings',
    'script',
    'approved',
    'returned',
    'voided',
    'paused',
    'resumed',
    'cancelled',
    'retried',
    'rerendered',
    'failed',
    'released',
  ]),
  by: Person,
  gate: Gate.nullable(),
  /** Of the script, or of the findings for `findings`. */
  version: z.int().nullable(),
  comment: z.string().nullable(),
});
export type LogEntry = z.infer<typeof LogEntry>;
