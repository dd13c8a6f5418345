import { z } from 'zod';
import { Gate } from './approval.ts';
import { ArtifactRef, Digest } from './artifact.ts';

/** One scene drawn and encoded: a closed-GOP piece of the film's picture. */
export const SceneChunk = z.object({
  sceneId: z.string(),
  /** Digest of all that decides its bytes: props, code version, encoder settings. */
  key: Digest,
  video: ArtifactRef,
  frames: z.int().positive(),
  /** Frames that were drawn; the others repeat one of these. */
  distinctFrames: z.int().positive(),
});
export type SceneChunk = z.infer<typeof SceneChunk>;

/** Music laid under the voice: which, and how far below speech it is in the sentence where it is nearest. */
const MusicLaid = z.object({ digest: Digest, belowSpeechDb: z.number() });

/** The film's sound, ready to be muxed: AAC, 48 kHz, stereo, as long as the picture. */
export const VoiceMix = z.object({
  audio: ArtifactRef,
  /** LUFS and dBTP of the encoded sound, by the EBU R128 meter; -99 = silence. */
  integrated: z.number(),
  truePeak: z.number(),
  /** True when peaks had to be limited to reach the loudness by one gain. */
  limited: z.boolean(),
  music: MusicLaid.nullable().default(null),
});
export type VoiceMix = z.infer<typeof VoiceMix>;

/** One thing that was looked at in the finished film. */
export const QcCheck = z.object({
  /** Stable key, e.g. `video-stream`, `loudness`, `label-visible`. */
  id: z.string(),
  passed: z.boolean(),
  /** What was found and what is asked for, for people. Plain English, free of patient data. */
  found: z.string(),
  wanted: z.string(),
});
export type QcCheck = z.infer<typeof QcCheck>;

export const QcReport = z.object({ passed: z.boolean(), checks: z.array(QcCheck) });
export type QcReport = z.infer<typeof QcReport>;

/** A file of a finished film. */
export interface OutputFile {
  readonly name: string;
  readonly artifact: ArtifactRef;
}

/** An engine that had a part in the film. */
const EngineEntry = z.object({ id: z.string(), version: z.string(), tier: z.string(), detail: z.string() });

const Signer = z.object({ id: z.string(), displayName: z.string(), roles: z.array(z.string()), demo: z.boolean() });

/** An approval as the records tell it. */
export const SignedDecision = z.object({
  gate: Gate.default('script'),
  decision: z.string(),
  /** The digest that was signed. */
  subject: Digest,
  scriptVersion: z.int(),
  by: Signer,
  /** Whom the signer stood in for. */
  onBehalfOf: z.object({ id: z.string(), displayName: z.string() }).nullable().default(null),
  /** The signer had written this version, and the department allows it. */
  ownWork: z.boolean().default(false),
  at: z.string(),
});
export type SignedDecision = z.infer<typeof SignedDecision>;

/**
 * Where a film comes from, complete: who approved what, which inputs, models, rules, templates, engines and tools made it.
 * Everything outside `run` is the same whenever the same film is made again; `run` tells of one making.
 */
export const Manifest = z.object({
  schema: z.literal('caseloom-manifest/1'),
  film: z.object({
    artifact: ArtifactRef,
    title: z.string(),
    language: z.string(),
    width: z.int(),
    height: z.int(),
    fps: z.int(),
    durationInFrames: z.int(),
    produceId: z.string(),
  }),
  /** True when the case, the voice of approval or the images are made up. */
  demonstration: z.object({ simulatedData: z.boolean(), demoApproval: z.boolean() }),
  labels: z.array(z.string()),
  study: z.object({
    caseCode: z.string(),
    provenance: z.string(),
    modality: z.string(),
    volume: Digest.nullable(),
    deidentification: z.object({
      profile: z.string(),
      methodCodes: z.array(z.string()),
      kept: z.array(z.string()),
      droppedCount: z.int(),
    }),
    warnings: z.array(z.string()),
  }),
  inputs: z.object({
    analysis: Digest,
    script: Digest,
    timeline: Digest,
    filmProps: Digest,
    takes: z.array(z.object({ sentenceId: z.string(), audio: Digest })),
    pictures: z.array(Digest),
  }),
  models: z.array(EngineEntry),
  rules: z.array(
    z.object({
      system: z.string(),
      findingId: z.string().nullable(),
      applicable: z.boolean(),
      category: z.string().nullable(),
    }),
  ),
  speech: z.array(EngineEntry),
  template: z.string(),
  brand: z.string(),
  script: z.object({
    version: z.int(),
    author: z.string(),
    references: z.array(z.string()),
    keptWordings: z.int().default(0),
  }),
  /** Of the script. The film's own approval comes after this record and stands in `release.json`. */
  approval: SignedDecision,
  scenes: z.array(z.object({ id: z.string(), key: Digest, video: Digest, frames: z.int(), distinctFrames: z.int() })),
  sound: z.object({
    ...{ audio: Digest, integratedLufs: z.number(), truePeakDbtp: z.number(), limited: z.boolean() },
    music: MusicLaid.nullable().default(null),
  }),
  encoder: z.record(z.string(), z.union([z.string(), z.number()])),
  tools: z.record(z.string(), z.string()),
  files: z.array(z.object({ name: z.string(), artifact: ArtifactRef })),
  quality: z.object({ passed: z.boolean(), checks: z.int() }),
  run: z.object({
    productionId: z.string(),
    revision: z.int(),
    packagedAt: z.string(),
    /** Scenes found ready from an earlier making. */
    reusedScenes: z.array(z.string()),
    reusedTakes: z.array(z.string()),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

/** That and by whom a film was released: it names film and manifest by their digests, and both approvals. */
export const ReleaseRecord = z.object({
  schema: z.literal('caseloom-release/1'),
  productionId: z.string(),
  revision: z.int(),
  version: z.int(),
  title: z.string(),
  film: Digest,
  manifest: Digest,
  /** True when either approval is by a made-up account. */
  demoApproval: z.boolean(),
  approvals: z.object({ script: SignedDecision, film: SignedDecision }),
});
export type ReleaseRecord = z.infer<typeof ReleaseRecord>;
