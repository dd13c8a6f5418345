import { createHash } from 'node:crypto';
import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { type CallerSession, type Door, sameOrigin } from '#api/session/door';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { type Action, POLICY, refuseAction, type Scope } from '#domain/policy';
import { findAccountByTokenHash } from '#prisma/records/accounts';
import type { Database } from '#prisma/records/database';
import { subjectOf } from './subjects.ts';

const ACTION = Symbol('action');

/** What a request turned out to be: who asks, what the token (if it was one) may be used for, and the browser's session (if it was that). */
export interface Caller {
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
  readonly session: CallerSession | null;
}

export interface Authenticated extends Request {
  caller?: Caller;
}

/** The action of the policy table that a route performs. A route without it stops the API from starting: forgetting it must not open a door. */
export const May = (action: Action) => SetMetadata(ACTION, action);
/** The action of a route's handler; undefined when the mark was forgotten. */
export const actionOf = (handler: object): Action | undefined => Reflect.getMetadata(ACTION, handler);

/** Who asks, and what the token may be used for. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<Authenticated>();
  if (!caller) throw new StudioError('UNAUTHENTICATED');
  return caller;
});

/** The person (or program) who asks. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { caller } = context.switchToHttp().getRequest<Authenticated>();
  if (!caller) throw new StudioError('UNAUTHENTICATED');
  return caller.actor;
});

/** Asks the policy table before every route. Bearer tokens are known by their SHA-256 only, so a stolen database opens nothing. */
export class AuthGuard implements CanActivate {
  constructor(
    private readonly db: Database,
    private readonly door: Door,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Authenticated>();
    const action = actionOf(context.getHandler());
    if (!action) throw new StudioError('FORBIDDEN');
    const caller = await this.#caller(request);
    this.#comesFromUs(request, action, caller);
    const actor = caller?.actor ?? null;
    // Role first: whoever may not use a route at all learns nothing of what exists.
    const refused = refuseAction(action, actor, null, caller?.scopes);
    if (refused) throw new StudioError(refused);
    if (caller?.session) refuseHalfway(action, caller.session);
    const about = await subjectOf(this.db, request);
    const hidden = about && refuseAction(action, actor, about.subject, caller?.scopes);
    if (hidden) throw new StudioError(hidden, hidden === 'NOT_FOUND' ? { what: about.what } : {});
    if (caller) request.caller = caller;
    return true;
  }

  /** A browser sends its cookie with whatever any page asks: changes must prove that a page of ours asked. Programs with a token need not. */
  #comesFromUs(request: Authenticated, action: Action, caller: Caller | null): void {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    // Signing in has no session yet to prove; a foreign page must not sign people in all the same.
    if (action === 'session.open') {
      if ((origin !== undefined || site !== undefined) && !sameOrigin(request)) throw new StudioError('CSRF');
    } else if (caller?.session) this.door.prove(request, caller.session);
  }

  async #caller(request: Authenticated): Promise<Caller | null> {
    const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return request.headers.authorization === undefined ? this.door.find(request) : null;
    const found = await findAccountByTokenHash(this.db, createHash('sha256').update(token).digest('hex'));
    return found && { ...found, session: null };
  }
}

/** Between password and second factor a session opens nothing but the way on. */
function refuseHalfway(action: Action, { state }: CallerSession): void {
  if (state === 'ok' || action === 'session.finish' || POLICY[action].roles === 'public') return;
  throw new StudioError(state === 'totp' ? 'TOTP_NEEDED' : 'TOTP_ENROL_NEEDED');
}
