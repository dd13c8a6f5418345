import { createHash } from 'node:crypto';
import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { type Action, refuseAction, type Scope, type Subject } from '#domain/policy';
import { findAccountByTokenHash } from '#prisma/records/accounts';
import type { Database } from '#prisma/records/database';
import { departmentOf } from '#prisma/records/productions';

const ACTION = Symbol('action');

/** What a request turned out to be: who asks, and what the token (if it was one) may be used for. */
export interface Caller {
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
}

interface Authenticated extends Request {
  caller?: Caller;
}

/** The action of the policy table that a route performs. A route without it stops the API from starting: forgetting it must not open a door. */
export const May = (action: Action) => SetMetadata(ACTION, action);
/** The action of a route's handler; undefined when the mark was forgotten. */
export const actionOf = (handler: object): Action | undefined => Reflect.getMetadata(ACTION, handler);

/** The person (or program) who asks. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { caller } = context.switchToHttp().getRequest<Authenticated>();
  if (!caller) throw new StudioError('UNAUTHENTICATED');
  return caller.actor;
});

/** Asks the policy table before every route. Bearer tokens are known by their SHA-256 only, so a stolen database opens nothing. */
export class AuthGuard implements CanActivate {
  constructor(private readonly db: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Authenticated>();
    const action = actionOf(context.getHandler());
    if (!action) throw new StudioError('FORBIDDEN');
    const caller = await this.#caller(request);
    const actor = caller?.actor ?? null;
    // Role first: whoever may not use a route at all learns nothing of what exists.
    const refused = refuseAction(action, actor, null, caller?.scopes);
    if (refused) throw new StudioError(refused);
    const subject = await this.#subject(request);
    const hidden = subject && refuseAction(action, actor, subject, caller?.scopes);
    if (hidden) throw new StudioError(hidden, hidden === 'NOT_FOUND' ? { what: 'production' } : {});
    if (caller) request.caller = caller;
    return true;
  }

  async #caller(request: Authenticated): Promise<Caller | null> {
    const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    return token ? findAccountByTokenHash(this.db, createHash('sha256').update(token).digest('hex')) : null;
  }

  async #subject(request: Authenticated): Promise<Subject | null> {
    const id = /^\/api\/productions\/([^/?]+)/.exec(request.originalUrl)?.[1];
    if (!id) return null;
    const departmentId = await departmentOf(this.db, decodeURIComponent(id));
    return departmentId === null ? null : { departmentId };
  }
}
