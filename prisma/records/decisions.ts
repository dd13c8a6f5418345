import type { Decision } from '#domain/approval';
import type { Database } from './database.ts';

/** Keeps a decision once; a newer version of the script voids approvals of older ones. */
export async function keepDecision(db: Database, productionId: string, decision: Decision): Promise<void> {
  const at = new Date(decision.at);
  const { version, digest, comment } = decision;
  await db.approvalDecision.upsert({
    where: { productionId_digest_at: { productionId, digest, at } },
    create: { productionId, version, digest, comment, at, decision: decision.decision, actorId: decision.actor.id },
    update: {},
  });
}

/** Marks every approval of a version below `version` as void. */
export async function voidDecisionsBefore(db: Database, productionId: string, version: number): Promise<void> {
  await db.approvalDecision.updateMany({
    where: { productionId, version: { lt: version }, decision: 'approve', voidedAt: null },
    data: { voidedAt: new Date() },
  });
}
