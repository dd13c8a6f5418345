import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AUDIT_ORIGIN, type AuditCheck, AuditEntry, type AuditEvent, AuditLine, type AuditQuery } from '#domain/audit';
import { canonicalJson } from '#domain/canonical';
import type { Database, Transaction } from './database.ts';

/** One writer of the chain at a time, in the whole house. */
const CHAIN_LOCK = 7_219_001;
const PAGE = 1000;

type Row = NonNullable<Awaited<ReturnType<Database['auditEvent']['findFirst']>>>;

const hashOf = (event: Omit<AuditEvent, 'hash'>): string =>
  createHash('sha256').update(canonicalJson(event)).digest('hex');

/** A row as it is; a row that somebody changed may be anything. */
const raw = ({ at, ...row }: Row) => ({ ...row, at: at.toISOString() });

/**
 * Writes down what somebody did, as the chain's next entry. Given a transaction it is part of it: nothing is done unrecorded, nothing recorded
 * undone. Call it last there, since the chain stays locked until the transaction ends.
 */
export async function appendAudit(db: Database | Transaction, entry: z.input<typeof AuditEntry>): Promise<AuditEvent> {
  const whole = AuditEntry.parse(entry);
  return db.$transaction((tx) => append(tx, whole), { maxWait: 15_000, timeout: 30_000 });
}

async function append(tx: Transaction, entry: AuditEntry): Promise<AuditEvent> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const unsealed = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    at: new Date().toISOString(),
    previous: last?.hash ?? AUDIT_ORIGIN,
  };
  const event = { ...unsealed, hash: hashOf(unsealed) };
  await tx.auditEvent.create({ data: { ...event, at: new Date(event.at) } });
  return event;
}

/** Walks the chain from its beginning, page by page: every number in turn, every hash over what stands there. */
export async function verifyAudit(db: Database): Promise<AuditCheck> {
  let count = 0;
  let head = AUDIT_ORIGIN;
  for (;;) {
    const rows = await db.auditEvent.findMany({ where: { seq: { gt: count } }, orderBy: { seq: 'asc' }, take: PAGE });
    for (const row of rows) {
      const { hash, ...rest } = raw(row);
      const whole = rest.seq === count + 1 && rest.previous === head;
      if (!whole || hashOf(rest as Omit<AuditEvent, 'hash'>) !== hash) return { count, head, brokenAt: count + 1 };
      count = rest.seq;
      head = hash;
    }
    if (rows.length < PAGE) return { count, head, brokenAt: null };
  }
}

/** True when an entry with this hash is in the chain: a head that was written down earlier still stands. */
export async function auditHolds(db: Database, hash: string): Promise<boolean> {
  return (await db.auditEvent.count({ where: { hash } })) > 0;
}

export interface AuditFilter extends AuditQuery {
  /** Entries below this number. */
  readonly before?: number;
}

/** Entries, newest first, with the names of who acted. */
export async function listAudit(db: Database, filter: AuditFilter, limit: number): Promise<AuditLine[]> {
  const { actor, action, production, from, to, before } = filter;
  const rows = await db.auditEvent.findMany({
    where: {
      actorId: actor,
      action,
      at: { gte: from && new Date(from), lte: to && new Date(to) },
      seq: { lt: before },
      ...(production === undefined ? {} : { OR: aboutProduction(production) }),
    },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  const ids = [...new Set(rows.map((row) => row.actorId))];
  const accounts = await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } });
  const names = new Map(accounts.map((account) => [account.id, account.displayName]));
  return rows.map((row) => AuditLine.parse({ ...raw(row), actorName: names.get(row.actorId) ?? null }));
}

/** Entries about a production name it as their thing, or in their detail when the thing is a part of it. */
const aboutProduction = (id: string) => [
  { resource: { in: ['production', 'script', 'findings', 'approval', 'film'] }, resourceId: id },
  { detail: { path: ['production'], equals: id } },
];
