import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { digestOf } from '#activities/store/digest';
import type { ArtifactRef } from '#domain/artifact';
import { filmLabels } from '#domain/film/labels';
import type { Manifest, OutputFile, QcReport, VoiceMix } from '#domain/release';
import { templateRef } from '#domain/template';
import type { PackageInput } from './package-film.ts';
import { signedDecision } from './release-record.ts';

export interface ManifestParts {
  readonly input: PackageInput;
  readonly film: ArtifactRef;
  readonly produceId: string;
  readonly voice: VoiceMix;
  readonly files: readonly OutputFile[];
  /** Digests of the pictures shown. */
  readonly pictures: readonly string[];
  readonly quality: QcReport;
  readonly tools: Record<string, string>;
  readonly packagedAt: string;
}

const unique = <T>(items: readonly T[]): T[] => [...new Map(items.map((item) => [digestOf(item), item])).values()];

function origins({ analysis, takes }: PackageInput): Pick<Manifest, 'study' | 'models' | 'rules' | 'speech'> {
  const { study } = analysis;
  return {
    study: {
      caseCode: study.caseCode,
      provenance: study.provenance,
      modality: study.modality,
      volume: study.volume?.digest ?? null,
      deidentification: study.deidentification,
      warnings: study.warnings,
    },
    models: analysis.engines.map(({ model, version, tier, provider, sha256, fallback }) => ({
      ...{ id: model, version, tier },
      detail: [provider, `sha256 ${sha256}`, fallback ?? ''].filter(Boolean).join('; '),
    })),
    rules: analysis.ratings.map(({ system, findingId, applicable, category }) => ({
      ...{ system, findingId, applicable, category },
    })),
    speech: unique(
      takes.map(({ engine }) => ({ id: engine.id, version: engine.version, tier: engine.tier, detail: engine.voice })),
    ),
  };
}

/** The film's complete record (see `Manifest`). Pure. */
export function buildManifest(parts: ManifestParts): Manifest {
  const { input, voice } = parts;
  const { film, timeline, script, analysis, template, brand, chunks } = input;
  return {
    schema: 'caseloom-manifest/1',
    film: {
      ...{ artifact: parts.film, title: script.title, language: script.language, produceId: parts.produceId },
      ...{ width: film.width, height: film.height, fps: film.fps, durationInFrames: film.durationInFrames },
    },
    demonstration: {
      simulatedData: analysis.study.provenance === 'simulated',
      demoApproval: input.decision.actor.demo,
    },
    labels: filmLabels(analysis.study.provenance, script.language),
    ...origins(input),
    inputs: {
      analysis: digestOf(analysis),
      script: digestOf(script),
      timeline: digestOf(timeline),
      filmProps: digestOf(film),
      takes: input.takes.map(({ sentenceId, audio }) => ({ sentenceId, audio: audio.digest })),
      pictures: [...parts.pictures],
    },
    template: templateRef(template),
    brand: `${brand.id}@${brand.version}`,
    script: {
      ...{ version: script.version, author: script.author, references: script.references },
      keptWordings: script.kept.length,
    },
    approval: signedDecision(input.decision),
    scenes: chunks.map(({ sceneId, key, video, frames, distinctFrames }) => ({
      ...{ id: sceneId, key, video: video.digest, frames, distinctFrames },
    })),
    sound: {
      audio: voice.audio.digest,
      integratedLufs: voice.integrated,
      truePeakDbtp: voice.truePeak,
      limited: voice.limited,
      music: voice.music,
    },
    encoder: { ...VIDEO_ENCODER },
    tools: parts.tools,
    files: parts.files.map(({ name, artifact }) => ({ name, artifact })),
    quality: { passed: parts.quality.passed, checks: parts.quality.checks.length },
    run: {
      ...{ productionId: input.run.productionId, revision: input.run.revision, packagedAt: parts.packagedAt },
      ...{ reusedScenes: [...(input.reused?.scenes ?? [])], reusedTakes: [...(input.reused?.takes ?? [])] },
    },
  };
}
