import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Caller } from '#api/http/auth';
import { StudioError } from '#domain/errors';
import { needsSecondFactor } from '#domain/house-rules';
import {
  type ConfirmBody,
  type InvitationBody,
  Login,
  type Proof,
  refusePassword,
  type SecondFactorBody,
  type SessionAnswer,
  type SignInBody,
  type SignInWays,
} from '#domain/session';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { peekOneTime, useOneTime } from '#prisma/records/one-time';
import { closeSession, markProved } from '#prisma/records/sessions';
import type { Authenticators } from './authenticators.ts';
import type { CallerSession, Door } from './door.ts';
import { Locks } from './locks.ts';
import { hashPassword, isPassword } from './passwords.ts';

/** Every refusal at the door takes at least this long, whatever was wrong. */
const REFUSAL_MS = 350;

type Account = NonNullable<Awaited<ReturnType<Database['account']['findUnique']>>>;

/** Signing in, its second step, proving again who one is, and leaving. */
export class SessionService {
  readonly #locks: Locks;
  constructor(
    private readonly db: Database,
    private readonly door: Door,
    private readonly authenticators: Authenticators,
    private readonly log: Logger,
  ) {
    this.#locks = new Locks(db);
  }

  async ways(): Promise<SignInWays> {
    const { oidc, hospital, help } = await this.door.rules();
    return { oidc: oidc && { name: oidc.name }, hospital, help };
  }

  /** Who signed in, and what the page needs to go on. */
  async answer({ actor, session }: Caller): Promise<SessionAnswer> {
    if (!session) throw new StudioError('SESSION_NEEDED');
    const [account, departments, rules] = await Promise.all([
      this.#account(actor.id),
      this.db.department.findMany({ where: { id: { in: [...actor.departments] } }, orderBy: { name: 'asc' } }),
      this.door.rules(),
    ]);
    const { totpSince } = account;
    return {
      state: session.state,
      actor,
      csrf: session.csrf,
      totp: totpSince ? 'on' : needsSecondFactor(rules, actor) ? 'required' : 'none',
      totpSince: totpSince?.toISOString() ?? null,
      proofs: proofsOf(account),
      authenticatedAt: session.authenticatedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      departments: departments.map(({ id, name }) => ({ id, name })),
      demo: actor.demo,
    };
  }

  async signIn(body: SignInBody, request: Request, response: Response): Promise<SessionAnswer> {
    return slowRefusal(async () => {
      const login = Login.safeParse(body.login).data ?? '';
      await this.#locks.attempt(addressOf(request));
      const account = login ? await this.db.account.findUnique({ where: { login } }) : null;
      this.#locks.refuseLocked(account, body.login);
      const open = account && !account.disabledAt;
      if (await isPassword(open ? account.passwordHash : null, body.password))
        return this.enter(account!, request, response);
      await this.#failed(account, body.login);
      throw new StudioError('SIGN_IN_REFUSED');
    });
  }

  /** Opens a session for somebody whose first factor is proved. */
  async enter(account: Account, request: Request, response: Response, proved = new Date()): Promise<SessionAnswer> {
    const state = account.totpSince ? 'totp' : 'ok';
    const caller = await this.door.open(request, response, account.id, state, proved);
    if (state === 'ok') {
      await this.#locks.succeeded(addressOf(request), account.id);
      await this.#audit(account.id, 'session.open');
    }
    return this.answer(caller);
  }

  /** Opens a session for somebody whom the sign-on service knows; `proved` is when they last typed a secret there. */
  async arrive(accountId: string, proved: Date, request: Request, response: Response): Promise<SessionAnswer> {
    return this.enter(await this.#account(accountId), request, response, proved);
  }

  /** The second step. The session is a new one: what was known before it is worth nothing after it. */
  async secondFactor(caller: Caller, { code }: SecondFactorBody, request: Request, response: Response) {
    const session = sessionOf(caller);
    if (session.state !== 'totp') return this.answer(caller);
    const account = await this.#account(caller.actor.id);
    await this.#attempt(account, request, () => this.authenticators.accept(account, code), 'TOTP_WRONG');
    const fresh = await this.door.open(request, response, account.id, 'ok');
    await this.#audit(account.id, 'session.open');
    return this.answer(fresh);
  }

  /** A link that signs in once. */
  async once(token: string, request: Request, response: Response): Promise<SessionAnswer> {
    await this.#locks.attempt(addressOf(request));
    const account = await this.#linked(await useOneTime(this.db, token, 'sign-in'));
    return this.enter(account, request, response);
  }

  /** Whom an invitation is for; the link stays good. */
  async invited(token: string): Promise<{ login: string; displayName: string }> {
    const { login, displayName } = await this.#linked(await peekOneTime(this.db, token, 'invitation'));
    return { login: login ?? '', displayName };
  }

  /** Sets the password an invitation asks for, and signs in. A refused password leaves the link good. */
  async accept({ token, password }: InvitationBody, request: Request, response: Response): Promise<SessionAnswer> {
    await this.#locks.attempt(addressOf(request));
    const account = await this.#linked(await peekOneTime(this.db, token, 'invitation'));
    await this.#refuseWeak(password, account);
    const passwordHash = await hashPassword(password);
    if ((await useOneTime(this.db, token, 'invitation')) !== account.id) throw new StudioError('LINK_SPENT');
    await this.db.account.update({
      where: { id: account.id },
      data: { passwordHash, failedSignIns: 0, lockedUntil: null },
    });
    await this.db.session.deleteMany({ where: { accountId: account.id } });
    await this.#audit(account.id, 'account.password');
    return this.enter(account, request, response);
  }

  /** The person proves again who they are; signing asks for it. */
  async confirm(caller: Caller, body: ConfirmBody, request: Request): Promise<{ authenticatedAt: string }> {
    const { idHash, state } = sessionOf(caller);
    if (state === 'totp') throw new StudioError('TOTP_NEEDED');
    const account = await this.#account(caller.actor.id);
    const proved = () => {
      if (body.code !== undefined && account.totpSince) return this.authenticators.accept(account, body.code);
      if (body.password !== undefined) return isPassword(account.passwordHash, body.password);
      return Promise.resolve(proofsOf(account).includes('none'));
    };
    await this.#attempt(account, request, proved, 'PROOF_WRONG');
    const authenticatedAt = await markProved(this.db, idHash);
    await this.#audit(account.id, 'session.prove');
    return { authenticatedAt: authenticatedAt.toISOString() };
  }

  /** A new password ends the person's other sessions. */
  async changePassword(caller: Caller, current: string | undefined, password: string, request: Request): Promise<void> {
    const { idHash } = sessionOf(caller);
    const account = await this.#account(caller.actor.id);
    await this.#attempt(account, request, () => isPassword(account.passwordHash, current ?? ''), 'PROOF_WRONG');
    await this.#refuseWeak(password, account);
    const passwordHash = await hashPassword(password);
    await this.db.account.update({ where: { id: account.id }, data: { passwordHash } });
    await this.db.session.deleteMany({ where: { accountId: account.id, idHash: { not: idHash } } });
    await markProved(this.db, idHash);
    await this.#audit(account.id, 'account.password');
  }

  async leave(caller: Caller, request: Request, response: Response): Promise<void> {
    await closeSession(this.db, sessionOf(caller).idHash);
    this.door.forget(request, response);
    await this.#audit(caller.actor.id, 'session.close');
  }

  /** One try at a secret of an account, counted where it fails. */
  async #attempt(
    account: Account,
    request: Request,
    proved: () => Promise<boolean>,
    refusal: 'TOTP_WRONG' | 'PROOF_WRONG',
  ): Promise<void> {
    const address = addressOf(request);
    await this.#locks.attempt(address);
    this.#locks.refuseLocked(account, account.id);
    if (!(await proved())) {
      await this.#failed(account, account.id);
      throw new StudioError(refusal);
    }
    await this.#locks.succeeded(address, account.id);
  }

  async #failed(account: Account | null, login: string): Promise<void> {
    const pause = await this.#locks.failed(account, login);
    if (!account) return;
    await this.#audit(account.id, pause > 0 ? 'session.lock' : 'session.refused', 'nobody');
  }

  async #account(id: string): Promise<Account> {
    const account = await this.db.account.findUnique({ where: { id } });
    if (!account) throw new StudioError('UNAUTHENTICATED');
    return account;
  }

  async #linked(accountId: string | null): Promise<Account> {
    const account = accountId === null ? null : await this.db.account.findUnique({ where: { id: accountId } });
    if (!account || account.disabledAt) throw new StudioError('LINK_SPENT');
    return account;
  }

  async #refuseWeak(password: string, { login }: Account): Promise<void> {
    const why = refusePassword(password, login ?? '');
    if (why) throw new StudioError('PASSWORD_WEAK', { why });
  }

  async #audit(accountId: string, action: Parameters<typeof appendAudit>[1]['action'], actorId = accountId) {
    this.log.info({ action, account: accountId }, 'session');
    await appendAudit(this.db, { actorId, action, resource: 'account', resourceId: accountId });
  }
}

/** How an account can prove again who is there. */
function proofsOf({ passwordHash, totpSince, oidcSubject, demo }: Account): Proof[] {
  const proofs: Proof[] = [];
  if (passwordHash) proofs.push('password');
  if (totpSince) proofs.push('totp');
  if (oidcSubject) proofs.push('oidc');
  // A made-up account signs made-up cases only and has no secret to ask for.
  if (proofs.length === 0 && demo) proofs.push('none');
  return proofs;
}

function sessionOf({ session }: Caller): CallerSession {
  if (!session) throw new StudioError('SESSION_NEEDED');
  return session;
}

const addressOf = (request: Request): string => request.ip ?? 'unknown';

/** What was wrong must not show in how long the answer took. */
async function slowRefusal<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } catch (error) {
    await sleep(Math.max(0, REFUSAL_MS - (performance.now() - begun)));
    throw error;
  }
}
