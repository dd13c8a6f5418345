import type { Client } from '@temporalio/client';
import type { BlobStore } from '#activities/store/blob-store';
import { asking } from '#api/temporal';
import { type Actor, type Gate, refuseDecision } from '#domain/approval';
import { digestCode } from '#domain/approval-sheet';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { FilmProps } from '#domain/film/film';
import { ProductionId } from '#domain/production';
import type { ReviewPending, ReviewQuery, ReviewRoom, ReviewVersion } from '#domain/review';
import { findTemplate } from '#domain/templates';
import { commentStamp, listComments, peopleOf } from '#prisma/records/comments';
import type { Database } from '#prisma/records/database';
import { listDelegations } from '#prisma/records/delegations';
import { findProduction, type ProductionRecord } from '#prisma/records/productions';
import { listVersions } from '#prisma/records/review';
import { mayApproveOwn } from '#prisma/records/signers';
import { type ProductionState, stateQuery, workflowId } from '#workflows/messages';
import { compareSides } from './compare-sides.ts';
import { draftTimeline } from './draft-timeline.ts';
import { VersionFilm } from './version-film.ts';
import { VersionShelf } from './versions.ts';

const WAITING = new Set(['waiting-approval', 'waiting-final']);
/** A worker that is away answers no question; the room is shown all the same, with nothing to sign. */
const ANSWER_WITHIN_MS = 4_000;

/** What the review room shows. Decisions themselves are taken by the production's own routes. */
export class ReviewService {
  readonly #shelf: VersionShelf;
  readonly #films: VersionFilm;

  constructor(
    private readonly db: Database,
    private readonly temporal: Client,
    store: BlobStore,
  ) {
    this.#shelf = new VersionShelf(db, store);
    this.#films = new VersionFilm(db, store, this.#shelf);
  }

  /** @throws StudioError NOT_FOUND while nothing is written, or for a version there never was */
  async room(id: string, query: ReviewQuery, actor: Actor): Promise<ReviewRoom> {
    const production = await this.#production(id);
    const [versions, state] = await Promise.all([listVersions(this.db, id), this.#state(production)]);
    const newest = versions[0]?.version;
    if (newest === undefined) throw new StudioError('NOT_FOUND', { what: 'script' });
    const pending = pendingOf(state);
    const version = query.v ?? pending?.version ?? newest;
    const gate: Gate = pending?.version === version && pending.gate === 'film' ? 'film' : 'script';
    const template = findTemplate(production.request.template);
    const signed = lastDecided(versions, version, gate);
    const compare = query.compare === undefined ? signed : query.compare || null;
    const sideOf = (wanted: number | null) =>
      wanted === null || wanted === version ? null : this.#shelf.side(id, wanted, gate === 'film');
    const [now, before, basis] = await Promise.all([
      this.#shelf.side(id, version, gate === 'film'),
      sideOf(compare),
      compare === signed ? null : sideOf(signed),
    ]);
    const [refused, delegations, comments, stamp, people] = await Promise.all([
      this.#refusal(production, actor, pending, now.author, template.filmGate),
      listDelegations(this.db, actor.id),
      listComments(this.db, id),
      commentStamp(this.db, id),
      peopleOf(this.db, production.departmentId),
    ]);
    const digest = pending?.version === version ? pending.digest : now.digest;
    const { request, status, departmentId, revision } = production;
    const title = production.title ?? now.script.title;
    return {
      production: {
        ...{ id, title, status, departmentId, revision },
        ...{ language: now.script.language, aspect: template.aspect },
      },
      ...{ version, newest, compare: before?.version ?? null, versions, pending, refused },
      standsInFor: delegations.filter(({ to }) => to.id === actor.id).map(({ from }) => from),
      filmGate: template.filmGate,
      ...compareSides({ now: { ...now, digest }, before, basis: compare === signed ? before : basis, request }),
      comments: { stamp, comments },
      people,
    };
  }

  /** Frames of a version's film, or of its preview while there is none. @throws StudioError NOT_FOUND */
  async extent(id: string, version: number): Promise<{ frames: number; sentences: ReadonlySet<string> }> {
    const production = await this.#production(id);
    const side = await this.#shelf.side(id, version, false);
    const timeline =
      side.timeline ??
      draftTimeline(side.script, findTemplate(production.request.template), production.request.speaker);
    const sentences = side.script.chapters.flatMap((chapter) => chapter.sentences.map((sentence) => sentence.id));
    return { frames: timeline.durationInFrames, sentences: new Set(sentences) };
  }

  /** The film of a version as it will be, for the player. @throws StudioError PICTURES_PENDING, NOT_FOUND */
  async preview(id: string, version: number): Promise<FilmProps> {
    const { request } = await this.#production(id);
    return this.#films.compose(id, version, request);
  }

  /** @throws StudioError NOT_FOUND */
  picture(id: string, digest: string): Promise<ArtifactRef> {
    return this.#films.picture(id, digest);
  }

  async #production(id: string): Promise<ProductionRecord> {
    const production = ProductionId.safeParse(id).success ? await findProduction(this.db, id) : null;
    if (!production) throw new StudioError('NOT_FOUND', { what: 'production' });
    return production;
  }

  async #state(production: ProductionRecord): Promise<ProductionState | null> {
    if (!WAITING.has(production.status)) return null;
    const { id: productionId, revision } = production;
    const handle = this.temporal.workflow.getHandle(workflowId({ productionId, revision }));
    const asked = () => asking(() => handle.query(stateQuery));
    return this.temporal.connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, asked).catch(() => null);
  }

  /** Why this person cannot sign what waits, by the same law the workflow keeps. */
  async #refusal(
    production: ProductionRecord,
    actor: Actor,
    pending: ReviewPending | null,
    author: string,
    filmGate: ReviewRoom['filmGate'],
  ): Promise<string | null> {
    if (!pending) return null;
    const { gate, digest } = pending;
    const ownWork = await mayApproveOwn(this.db, production.departmentId);
    const input = { gate, decision: 'approve' as const, digest, actor, comment: '', onBehalfOf: null, ownWork };
    const law = {
      role: gate === 'film' ? filmGate : ('physician' as const),
      simulated: production.request.provenance === 'simulated',
    };
    return refuseDecision({ author, digest }, null, input, law);
  }
}

/** The one thing that waits for a signature. */
function pendingOf(state: ProductionState | null): ReviewPending | null {
  const [gate, open] = state?.pendingFilm
    ? (['film', state.pendingFilm] as const)
    : (['script', state?.pending] as const);
  if (!open) return null;
  return { gate, version: open.version, digest: open.digest, code: digestCode(open.digest) };
}

/** The version before this one that somebody signed at the same gate; else the one before this that was sent back. */
function lastDecided(versions: readonly ReviewVersion[], version: number, gate: Gate): number | null {
  const earlier = versions.filter((item) => item.version < version);
  const with_ = (decision: 'approve' | 'request-changes') =>
    earlier.find((item) => item.decisions.some((made) => made.gate === gate && made.decision === decision));
  return (with_('approve') ?? with_('request-changes'))?.version ?? null;
}
