import { sceneId } from '#domain/lay-timeline';
import type { DecisionShown, LogEntry, ProductionDetail, SceneState } from '#domain/production';
import type { Script } from '#domain/script';
import { findTemplate } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import { type DecisionRecord, listDecisions } from '#prisma/records/decisions';
import {
  listFailures,
  listFindingLines,
  listScriptVersions,
  listSteering,
  personsOf,
  type VersionLine,
} from '#prisma/records/history';
import { listOutputs, type ProductionRecord } from '#prisma/records/productions';
import { findRelease } from '#prisma/records/releases';
import { findScript } from '#prisma/records/scripts';
import { listStepRuns, type StepRunRecord } from '#prisma/records/steps';

type PersonOf = Awaited<ReturnType<typeof personsOf>>;

/** A production with everything its page shows. */
export async function detailOf(db: Database, production: ProductionRecord): Promise<ProductionDetail> {
  const { id, revision } = production;
  const [outputs, steps, decisions, script, versions, release] = await Promise.all([
    listOutputs(db, id, revision),
    listStepRuns(db, id, revision),
    listDecisions(db, id),
    findScript(db, id),
    listScriptVersions(db, id),
    findRelease(db, id),
  ]);
  const newest = versions.at(-1) ?? null;
  const person = await personsOf(db, peopleIn(production, versions, decisions));
  const film = outputs.find((output) => output.name === 'film.mp4');
  const released = release?.revision === revision && outputs.some((output) => output.name === 'release.json');
  const { analysis: _, ...summary } = production;
  return {
    ...summary,
    createdByName: person(production.createdBy).displayName,
    script: newest && { version: newest.version, author: person(newest.author), at: newest.at },
    filmGate: findTemplate(production.request.template).filmGate,
    decisions: decisions.map((decision) => shown(decision, person)),
    scenes: script && newest ? scenesOf(script.script, newest.at, steps) : [],
    film: film ? { version: film.version, digest: film.artifact.digest, released } : null,
    outputs: outputs.map(({ name, artifact: { mediaType, bytes, digest } }) => ({ name, mediaType, bytes, digest })),
    steps,
  };
}

const peopleIn = (
  { createdBy }: ProductionRecord,
  versions: readonly VersionLine[],
  decisions: readonly DecisionRecord[],
): string[] => [
  createdBy,
  ...versions.map(({ author }) => author),
  ...decisions.flatMap(({ actorId, onBehalfOf }) => (onBehalfOf ? [actorId, onBehalfOf] : [actorId])),
];

function shown({ actorId, onBehalfOf, ...decision }: DecisionRecord, person: PersonOf): DecisionShown {
  return { ...decision, by: person(actorId), onBehalfOf: onBehalfOf === null ? null : person(onBehalfOf) };
}

const STATES: Readonly<Record<string, SceneState['state']>> = {
  running: 'rendering',
  done: 'rendered',
  reused: 'reused',
  failed: 'failed',
};

/** Scenes of the script at hand, with what has become of each since this version was put before people. */
export function scenesOf(script: Script, since: string, steps: readonly StepRunRecord[]): SceneState[] {
  const ids = new Set(
    script.chapters.flatMap((chapter) => chapter.sentences.map((sentence) => sceneId(sentence.scene, chapter.id))),
  );
  return [...ids].map((id) => {
    const run = steps.findLast((step) => step.stage === 'render' && step.label === id && step.startedAt >= since);
    const state = STATES[run?.outcome ?? ''] ?? 'queued';
    return { id, state, startedAt: run?.startedAt ?? null, endedAt: run?.endedAt ?? null };
  });
}

const STEERED: Readonly<Record<string, LogEntry['what']>> = {
  'production.pause': 'paused',
  'production.resume': 'resumed',
  'production.cancel': 'cancelled',
  'production.retry': 'retried',
  'production.rerender': 'rerendered',
};

/** A production's story, oldest first: who, when, what. */
export async function logOf(db: Database, production: ProductionRecord): Promise<LogEntry[]> {
  const { id, createdBy, createdAt, findings } = production;
  const [versions, lines, decisions, steering, failures, release] = await Promise.all([
    listScriptVersions(db, id),
    listFindingLines(db, id, findings),
    listDecisions(db, id),
    listSteering(db, id),
    listFailures(db, id),
    findRelease(db, id),
  ]);
  const ids = [...lines.map(({ author }) => author), ...steering.map(({ actorId }) => actorId)];
  const person = await personsOf(db, [...peopleIn(production, versions, decisions), ...ids]);
  const line = (at: string, what: LogEntry['what'], by: string, rest: Partial<LogEntry> = {}): LogEntry => ({
    ...{ at, what, by: person(by), gate: null, version: null, comment: null },
    ...rest,
  });
  const entries = [
    line(createdAt, 'ordered', createdBy),
    ...lines.map(({ at, author, version, reason }) =>
      line(at, 'findings', author, { version, comment: reason || null }),
    ),
    ...versions.map(({ at, author, version }) => line(at, 'script', author, { version })),
    ...decisions.flatMap(({ at, actorId, gate, version, comment, decision, voidedAt }) => [
      line(at, decision === 'approve' ? 'approved' : 'returned', actorId, { gate, version, comment: comment || null }),
      ...(voidedAt ? [line(voidedAt, 'voided', actorId, { gate, version })] : []),
    ]),
    ...steering.map(({ at, action, actorId }) => line(at, STEERED[action]!, actorId)),
    ...failures.map((at) => line(at, 'failed', 'house')),
    ...(release ? [line(release.releasedAt, 'released', release.releasedBy)] : []),
  ];
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}
