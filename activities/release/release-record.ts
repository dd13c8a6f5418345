import type { Decision } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import type { ReleaseRecord, SignedDecision } from '#domain/release';

/** An approval as manifest and release record tell it: who, when, under which digest, for whom. */
export function signedDecision(approved: Decision): SignedDecision {
  const { gate, decision, digest, version, onBehalfOf, ownWork, at, actor } = approved;
  const { id, displayName, roles, demo } = actor;
  const by = { id, displayName, roles: [...roles], demo };
  return { gate, decision, subject: digest, scriptVersion: version, by, onBehalfOf, ownWork, at };
}

export interface ReleaseInput {
  readonly run: { readonly productionId: string; readonly revision: number };
  readonly version: number;
  readonly title: string;
  readonly film: ArtifactRef;
  readonly manifest: ArtifactRef;
  readonly decisions: { readonly script: Decision; readonly film: Decision };
}

/** The record of a release. Pure: the same approvals give the same record, however often it is written. */
export function releaseRecord({ run, version, title, film, manifest, decisions }: ReleaseInput): ReleaseRecord {
  return {
    schema: 'caseloom-release/1',
    productionId: run.productionId,
    revision: run.revision,
    version,
    title,
    film: film.digest,
    manifest: manifest.digest,
    demoApproval: decisions.script.actor.demo || decisions.film.actor.demo,
    approvals: { script: signedDecision(decisions.script), film: signedDecision(decisions.film) },
  };
}
