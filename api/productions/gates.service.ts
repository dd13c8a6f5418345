import { asking } from '#api/temporal';
import type { Actor, Decision, Gate, GateState } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { refuseAction } from '#domain/policy';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { listDecisions } from '#prisma/records/decisions';
import { listDelegations, standsIn } from '#prisma/records/delegations';
import type { ProductionRecord } from '#prisma/records/productions';
import { findActor, mayApproveOwn, namesOf } from '#prisma/records/signers';
import { decideUpdate, stateQuery } from '#workflows/messages';
import type { DecisionBody } from './bodies.ts';
import type { Launcher } from './launcher.ts';

/** What is signed, and by whom. */
export class GatesService {
  constructor(
    private readonly db: Database,
    private readonly launcher: Launcher,
  ) {}

  /** What lies at both gates, from the workflow itself. */
  async state(production: ProductionRecord, actor: Actor): Promise<GateState> {
    const [state, delegations] = await Promise.all([
      asking(() => this.launcher.handle(production).query(stateQuery)),
      listDelegations(this.db, actor.id),
    ]);
    const standsInFor = delegations.filter(({ to }) => to.id === actor.id).map(({ from }) => from);
    return { ...state, standsInFor };
  }

  /**
   * Takes a decision to the workflow, which takes exactly one. Who signs is read from the database at this moment: a role lost since the page
   * was opened signs nothing.
   * @throws StudioError APPROVAL_DECIDED with the decision there is, APPROVAL_DIGEST with the newer version's number, and the other refusals
   */
  async decide(production: ProductionRecord, gate: Gate, body: DecisionBody, who: Actor): Promise<Decision> {
    const actor = await this.#signer(production, gate, who.id);
    const { decision, digest, comment } = body;
    const onBehalfOf = body.onBehalfOf ? await this.#principal(production, gate, body.onBehalfOf, actor.id) : null;
    const ownWork = await mayApproveOwn(this.db, production.departmentId);
    const args = [{ gate, decision, digest, comment, actor, onBehalfOf, ownWork }] as const;
    try {
      const taken = await asking(() =>
        this.launcher.handle(production).executeUpdate(decideUpdate, { args: [...args] }),
      );
      await this.#audit(production, taken);
      return taken;
    } catch (error) {
      throw await this.#explained(error, production, gate, digest);
    }
  }

  async #signer(production: ProductionRecord, gate: Gate, id: string): Promise<Actor> {
    const actor = await findActor(this.db, id);
    const refused = refuseAction(`approval.${gate}`, actor, { departmentId: production.departmentId });
    if (refused === 'FORBIDDEN') throw new StudioError('APPROVAL_ROLE');
    if (refused) throw new StudioError(refused, { what: 'production' });
    return actor!;
  }

  /** Whoever is stood in for must be able to sign here, and must have said so. */
  async #principal(production: ProductionRecord, gate: Gate, id: string, deputy: string) {
    const [principal, allowed] = await Promise.all([findActor(this.db, id), standsIn(this.db, id, deputy)]);
    const refused = refuseAction(`approval.${gate}`, principal, { departmentId: production.departmentId });
    if (!allowed || !principal || refused) throw new StudioError('APPROVAL_DEPUTY');
    return { id, displayName: principal.displayName };
  }

  async #audit({ id, departmentId }: ProductionRecord, taken: Decision): Promise<void> {
    const { gate, decision, version, digest, onBehalfOf, ownWork, actor } = taken;
    await appendAudit(this.db, {
      actorId: actor.id,
      action: decision === 'approve' ? `approval.${gate}` : `approval.return-${gate}`,
      resource: 'approval',
      resourceId: id,
      departmentId,
      to: String(version),
      detail: { digest, ownWork, onBehalfOf: onBehalfOf?.id ?? '' },
    });
  }

  /** Of a workflow that has ended, the rows still know that this very thing was decided, and by whom. */
  async #explained(error: unknown, { id }: ProductionRecord, gate: Gate, digest: string): Promise<unknown> {
    if (!(error instanceof StudioError) || error.code !== 'APPROVAL_NOT_OPEN') return error;
    const all = await listDecisions(this.db, id);
    const own = all.findLast((item) => item.gate === gate && item.digest === digest && !item.voidedAt);
    if (!own) return error;
    const { version, decision, at, actorId: byId } = own;
    const by = (await namesOf(this.db, [byId])).get(byId) ?? byId;
    return new StudioError('APPROVAL_DECIDED', { version, decision, at, by, byId });
  }
}
