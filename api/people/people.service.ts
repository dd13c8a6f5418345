import { StudioError } from '#domain/errors';
import type {
  AccountAnswer,
  AccountChangeBody,
  Colleague,
  DepartmentAnswer,
  DepartmentChangeBody,
  InvitationAnswer,
  NewAccountBody,
  NewDepartmentBody,
} from '#domain/people';
import { actorOf } from '#prisma/records/accounts';
import { appendAudit } from '#prisma/records/audit';
import type { Database, Transaction } from '#prisma/records/database';
import { makeOneTime, ONE_TIME_LIFE_MS } from '#prisma/records/one-time';

type Row = NonNullable<Awaited<ReturnType<Database['account']['findUnique']>>>;
const LAST_SEEN = { sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } } } as const;

/** People and departments, as an admin keeps them. Every change is written to the audit in the same transaction. */
export class PeopleService {
  constructor(private readonly db: Database) {}

  /** The people who share a department with somebody; nobody's sign-in shows. */
  async colleagues(departments: readonly string[]): Promise<Colleague[]> {
    const rows = await this.db.account.findMany({
      where: { disabledAt: null, departments: { hasSome: [...departments] } },
      orderBy: { displayName: 'asc' },
    });
    return rows.map((row) => {
      const { id, displayName, roles, departments } = actorOf(row);
      return { id, displayName, roles, departments };
    });
  }

  async accounts(): Promise<AccountAnswer[]> {
    const rows = await this.db.account.findMany({ orderBy: [{ login: 'asc' }, { id: 'asc' }], include: LAST_SEEN });
    return rows.map((row) => answerOf(row, row.sessions[0]?.lastSeenAt));
  }

  /** Makes an account without a password: its person sets one on the link. */
  async create(body: NewAccountBody, actorId: string): Promise<InvitationAnswer> {
    const { login } = body;
    await this.#refuseUnknownDepartments(body.departments);
    await this.db.$transaction(async (tx) => {
      if ((await tx.account.count({ where: { OR: [{ login }, { id: login }] } })) > 0)
        throw new StudioError('LOGIN_TAKEN', { login });
      await tx.account.create({ data: { ...body, id: login } });
      const detail = { roles: body.roles, departments: body.departments };
      await appendAudit(tx, { actorId, action: 'account.create', resource: 'account', resourceId: login, detail });
    });
    return this.#invite(login);
  }

  /** Takes the password away, ends every session, and gives a link on which the person sets a new one. */
  async resetPassword(id: string, actorId: string): Promise<InvitationAnswer> {
    const row = await this.#row(id);
    if (row.login === null || row.disabledAt) throw new StudioError('NOT_FOUND', { what: 'account' });
    await this.db.$transaction(async (tx) => {
      await tx.account.update({ where: { id }, data: { passwordHash: null, failedSignIns: 0, lockedUntil: null } });
      await tx.session.deleteMany({ where: { accountId: id } });
      await audit(tx, actorId, 'account.password', id, { to: 'reset' });
    });
    return this.#invite(id);
  }

  async change(id: string, body: AccountChangeBody, actorId: string): Promise<AccountAnswer> {
    const { disabled, ...rest } = body;
    if (rest.departments) await this.#refuseUnknownDepartments(rest.departments);
    await this.db.$transaction(async (tx) => {
      // One change of people at a time, or two admins could each remove the other.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(7219002)`;
      const before = await tx.account.findUnique({ where: { id } });
      if (!before) throw new StudioError('NOT_FOUND', { what: 'account' });
      const disabledAt =
        disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? new Date()) : null;
      await tx.account.update({ where: { id }, data: { ...rest, disabledAt } });
      if (isAdmin(before) && !isAdmin({ ...before, ...rest, disabledAt })) await refuseNoAdmin(tx);
      if (disabledAt && !before.disabledAt) await tx.session.deleteMany({ where: { accountId: id } });
      if (disabled !== undefined && (disabledAt === null) !== (before.disabledAt === null))
        await audit(tx, actorId, disabled ? 'account.disable' : 'account.enable', id);
      const { roles, departments } = { ...before, ...rest };
      if (Object.keys(rest).length > 0)
        await audit(tx, actorId, 'account.change', id, { detail: { roles, departments } });
    });
    return this.#answer(id);
  }

  /** For a person whose phone is lost: the next sign-in asks for the password only, and for enrolment where the house asks for it. */
  async resetAuthenticator(id: string, actorId: string): Promise<AccountAnswer> {
    await this.#row(id);
    await this.db.$transaction(async (tx) => {
      const data = { totpSecret: null, totpSince: null, totpStep: null, recoveryCodes: [] };
      await tx.account.update({ where: { id }, data });
      await tx.session.deleteMany({ where: { accountId: id } });
      await audit(tx, actorId, 'account.totp', id, { to: 'reset' });
    });
    return this.#answer(id);
  }

  async departments(): Promise<DepartmentAnswer[]> {
    const [rows, people] = await Promise.all([
      this.db.department.findMany({ orderBy: { createdAt: 'asc' } }),
      this.db.account.findMany({ where: { disabledAt: null }, select: { departments: true } }),
    ]);
    return rows.map(({ id, name, selfApproval }) => ({
      id,
      name,
      selfApproval,
      people: people.filter(({ departments }) => departments.includes(id)).length,
    }));
  }

  async createDepartment(body: NewDepartmentBody, actorId: string): Promise<DepartmentAnswer> {
    await this.db.$transaction(async (tx) => {
      if ((await tx.department.count({ where: { OR: [{ id: body.id }, { name: body.name }] } })) > 0)
        throw new StudioError('DEPARTMENT_TAKEN', { name: body.name });
      await tx.department.create({ data: body });
      const entry = { actorId, action: 'department.create', resource: 'department', resourceId: body.id } as const;
      await appendAudit(tx, entry);
    });
    return { ...body, selfApproval: false, people: 0 };
  }

  async changeDepartment(id: string, body: DepartmentChangeBody, actorId: string): Promise<DepartmentAnswer> {
    await this.db.$transaction(async (tx) => {
      const before = await tx.department.findUnique({ where: { id } });
      if (!before) throw new StudioError('NOT_FOUND', { what: 'department' });
      if (body.name && (await tx.department.count({ where: { name: body.name, id: { not: id } } })) > 0)
        throw new StudioError('DEPARTMENT_TAKEN', { name: body.name });
      await tx.department.update({ where: { id }, data: body });
      const detail = {
        renamed: body.name !== undefined,
        ...(body.selfApproval === undefined ? {} : { selfApproval: body.selfApproval }),
      };
      const entry = { actorId, action: 'department.change', resource: 'department', resourceId: id } as const;
      await appendAudit(tx, { ...entry, departmentId: id, detail });
    });
    return (await this.departments()).find((each) => each.id === id)!;
  }

  async #invite(id: string): Promise<InvitationAnswer> {
    const token = await makeOneTime(this.db, id, 'invitation');
    const expiresAt = new Date(Date.now() + ONE_TIME_LIFE_MS.invitation).toISOString();
    return { account: await this.#answer(id), token, expiresAt };
  }

  async #answer(id: string): Promise<AccountAnswer> {
    const row = await this.db.account.findUniqueOrThrow({ where: { id }, include: LAST_SEEN });
    return answerOf(row, row.sessions[0]?.lastSeenAt);
  }

  async #row(id: string): Promise<Row> {
    const row = await this.db.account.findUnique({ where: { id } });
    if (!row) throw new StudioError('NOT_FOUND', { what: 'account' });
    return row;
  }

  async #refuseUnknownDepartments(ids: readonly string[]): Promise<void> {
    const known = await this.db.department.count({ where: { id: { in: [...ids] } } });
    if (known !== new Set(ids).size) throw new StudioError('NOT_FOUND', { what: 'department' });
  }
}

function answerOf(row: Row, lastSeenAt: Date | undefined): AccountAnswer {
  const { id, displayName, roles, departments, demo } = actorOf(row);
  const locked = row.lockedUntil && row.lockedUntil > new Date();
  const canSignIn = row.login === null || row.passwordHash !== null || row.oidcSubject !== null;
  const state = row.disabledAt ? 'disabled' : locked ? 'locked' : canSignIn ? 'active' : 'invited';
  return {
    id,
    displayName,
    roles,
    departments,
    demo,
    state,
    login: row.login,
    totp: row.totpSince !== null,
    oidc: row.oidcSubject !== null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Somebody who can sign in and manage; the machine's own account is not a person. */
const isAdmin = (row: Pick<Row, 'roles' | 'disabledAt' | 'login'>): boolean =>
  row.roles.includes('admin') && row.disabledAt === null && row.login !== null;

async function refuseNoAdmin(tx: Transaction): Promise<void> {
  const admins = await tx.account.count({
    where: { roles: { has: 'admin' }, disabledAt: null, login: { not: null } },
  });
  if (admins === 0) throw new StudioError('LAST_ADMIN');
}

const audit = (
  tx: Transaction,
  actorId: string,
  action: 'account.change' | 'account.disable' | 'account.enable' | 'account.password' | 'account.totp',
  resourceId: string,
  more: { to?: string; detail?: Record<string, string[]> } = {},
) => appendAudit(tx, { actorId, action, resource: 'account', resourceId, ...more });
