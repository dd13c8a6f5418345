import type { Actor, Role } from '#domain/approval';
import { actorOf } from './accounts.ts';
import type { Database } from './database.ts';
import { deputiesOf } from './delegations.ts';

/** Who acts, as the database has them at this moment; null when there is no such account or it is disabled. */
export async function findActor(db: Database, id: string): Promise<Actor | null> {
  const row = await db.account.findUnique({ where: { id } });
  return row && !row.disabledAt ? actorOf(row) : null;
}

/** People of a department who hold one of the roles. */
export async function peopleOf(db: Database, departmentId: string, roles: readonly Role[]): Promise<Actor[]> {
  const rows = await db.account.findMany({
    where: { disabledAt: null, departments: { has: departmentId }, roles: { hasSome: [...roles] } },
  });
  return rows.map(actorOf);
}

export interface GateAudience {
  readonly departmentId: string;
  readonly role: Role;
  /** Who wrote the version. */
  readonly author: string;
  readonly simulated: boolean;
}

/** Ids of those who can sign at a gate, and of their deputies. */
export async function signersOf(
  db: Database,
  { departmentId, role, author, simulated }: GateAudience,
): Promise<string[]> {
  const [people, own] = await Promise.all([peopleOf(db, departmentId, [role]), mayApproveOwn(db, departmentId)]);
  const able = people.filter((person) => (own || person.id !== author) && (simulated || !person.demo));
  const ids = able.map((person) => person.id);
  return [...new Set([...ids, ...(await deputiesOf(db, ids))])];
}

/** True when the department lets people approve what they wrote. */
export async function mayApproveOwn(db: Database, departmentId: string): Promise<boolean> {
  return (await db.department.findUnique({ where: { id: departmentId } }))?.selfApproval ?? false;
}

/** Display names by account id; an unknown id (a template, the engine) is not in it. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}
