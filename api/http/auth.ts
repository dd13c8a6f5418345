import { createHash } from 'node:crypto';
import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor, Role } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { findAccountByTokenHash } from '#prisma/records/accounts';
import type { Database } from '#prisma/records/database';

const ROLES = Symbol('roles');

interface Authenticated extends Request {
  actor?: Actor;
}

/** Roles that may use a route. A route without this mark is refused: forgetting it must not open a door. */
export const Allow = (...roles: Role[]) => SetMetadata(ROLES, roles);

/** The account behind the request's token. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<Authenticated>();
  if (!actor) throw new StudioError('UNAUTHENTICATED');
  return actor;
});

/** Bearer tokens against the accounts table; only their SHA-256 is kept, so a stolen database opens nothing. */
export class AuthGuard implements CanActivate {
  constructor(private readonly db: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Authenticated>();
    const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new StudioError('UNAUTHENTICATED');
    const actor = await findAccountByTokenHash(this.db, createHash('sha256').update(token).digest('hex'));
    if (!actor) throw new StudioError('UNAUTHENTICATED');
    const allowed = Reflect.getMetadata(ROLES, context.getHandler()) as Role[] | undefined;
    if (!allowed?.some((role) => actor.roles.includes(role))) throw new StudioError('FORBIDDEN');
    request.actor = actor;
    return true;
  }
}
