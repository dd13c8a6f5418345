import type { BlobStore } from '#activities/store/blob-store';
import type { Caller } from '#api/http/auth';
import type { HouseKey } from '#api/session/house-key';
import { StudioError } from '#domain/errors';
import type { MediaWanted, SignedMedia } from '#domain/media';
import { refuseAction } from '#domain/policy';
import { findActor } from '#prisma/records/accounts';
import type { Database } from '#prisma/records/database';
import { departmentOf, findProduction, listOutputs } from '#prisma/records/productions';
import { findSession } from '#prisma/records/sessions';
import { type MediaClaim, readTicket, writeTicket } from './media-ticket.ts';

/** Long enough to watch a film through; a page that stays open asks again. */
const VALID_MS = 15 * 60_000;

/** Addresses of films and pictures that work for minutes and for one person, as `<video>` and downloads need them. */
export class MediaService {
  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly key: HouseKey,
  ) {}

  /** @throws StudioError NOT_FOUND */
  async sign(productionId: string, wanted: MediaWanted, caller: Caller): Promise<SignedMedia> {
    const production = await findProduction(this.db, productionId);
    if (!production) throw new StudioError('NOT_FOUND', { what: 'production' });
    const { revision = production.revision, version, name, download } = wanted;
    const outputs = await listOutputs(this.db, productionId, revision, version);
    const artifact = outputs.find((output) => output.name === name)?.artifact;
    if (!artifact) throw new StudioError('NOT_FOUND', { what: 'output' });
    const expires = Date.now() + VALID_MS;
    const ticket = await writeTicket(this.key, {
      ...{ artifact, name, download, productionId, expires },
      accountId: caller.actor.id,
      session: caller.session?.idHash ?? null,
    });
    return { url: `/api/media/${ticket}`, expiresAt: new Date(expires).toISOString() };
  }

  /** What an address opens for whoever holds it. @throws StudioError MEDIA_LINK, also when its person may no longer see the film */
  async open(ticket: string, caller: Caller | null): Promise<{ claim: MediaClaim; file: string }> {
    const claim = await readTicket(this.key, ticket);
    if (caller && caller.actor.id !== claim.accountId) throw new StudioError('MEDIA_LINK');
    if (!(await this.#stillMay(claim))) throw new StudioError('MEDIA_LINK');
    return { claim, file: this.store.path(claim.artifact) };
  }

  /** Roles, departments and the session are asked anew each time: an address outlives none of them. */
  async #stillMay({ accountId, session, productionId }: MediaClaim): Promise<boolean> {
    const actor = session
      ? await findSession(this.db, session).then((found) => (found?.state === 'ok' ? found.actor : null))
      : await findActor(this.db, accountId);
    if (actor?.id !== accountId) return false;
    const departmentId = await departmentOf(this.db, productionId);
    return departmentId !== null && refuseAction('media.read', actor, { departmentId }) === null;
  }
}
