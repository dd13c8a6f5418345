import type { Decision, Gate } from '#domain/approval';
import type { Database } from './database.ts';

/** Keeps a decision once. */
export async function keepDecision(db: Database, productionId: string, decision: Decision): Promise<void> {
  const at = new Date(decision.at);
  const { version, gate, digest, comment, ownWork } = decision;
  const by = { actorId: decision.actor.id, onBehalfOf: decision.onBehalfOf?.id ?? null, ownWork };
  await db.approvalDecision.upsert({
    where: { productionId_digest_at: { productionId, digest, at } },
    create: { productionId, version, gate, digest, comment, at, decision: decision.decision, ...by },
    update: {},
  });
}

/** Marks every approval of a version below `version` as void. Returns the accounts that had given them. */
export async function voidDecisionsBefore(db: Database, productionId: string, version: number): Promise<string[]> {
  const where = { productionId, version: { lt: version }, decision: 'approve', voidedAt: null };
  const rows = await db.approvalDecision.findMany({ where, select: { id: true, actorId: true, onBehalfOf: true } });
  await db.approvalDecision.updateMany({
    where: { id: { in: rows.map((row) => row.id) }, voidedAt: null },
    data: { voidedAt: new Date() },
  });
  return [...new Set(rows.flatMap(({ actorId, onBehalfOf }) => (onBehalfOf ? [actorId, onBehalfOf] : [actorId])))];
}

export interface DecisionRecord {
  readonly version: number;
  readonly gate: Gate;
  readonly digest: string;
  readonly decision: Decision['decision'];
  readonly actorId: string;
  readonly onBehalfOf: string | null;
  readonly ownWork: boolean;
  readonly comment: string;
  readonly at: string;
  readonly voidedAt: string | null;
}

/** Every decision on a production, oldest first. */
export async function listDecisions(db: Database, productionId: string): Promise<DecisionRecord[]> {
  const rows = await db.approvalDecision.findMany({ where: { productionId }, orderBy: { at: 'asc' } });
  return rows.map(({ id: _, productionId: __, gate, decision, at, voidedAt, ...row }) => ({
    ...row,
    gate: gate as Gate,
    decision: decision as Decision['decision'],
    at: at.toISOString(),
    voidedAt: voidedAt?.toISOString() ?? null,
  }));
}
