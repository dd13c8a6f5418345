import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import { z } from 'zod';
import { type Authenticated, CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { requireRecentProof } from '#api/session/recent-proof';
import { DATABASE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { NewTokenAnswer, NewTokenBody, TokenAnswer, TokenScope } from '#domain/people';
import { makeToken } from '#prisma/records/api-tokens';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';

type Row = NonNullable<Awaited<ReturnType<Database['apiToken']['findUnique']>>>;

const answerOf = (row: Row): TokenAnswer => ({
  id: row.id,
  name: row.name,
  scopes: TokenScope.options.filter((scope) => row.scopes.includes(scope)),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/** The own tokens for command line and scripts. */
@ApiBearerAuth()
@Controller('api/tokens')
export class ApiTokensController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @May('token.own')
  @ApiOperation({ summary: 'The own tokens that still open something' })
  @Answers(z.array(TokenAnswer))
  async list(@CurrentActor() actor: Actor) {
    const where = { accountId: actor.id, revokedAt: null };
    return (await this.db.apiToken.findMany({ where, orderBy: { createdAt: 'desc' } })).map(answerOf);
  }

  @Post()
  @May('token.own')
  @ApiOperation({ summary: 'A new token; its secret is answered once' })
  @Takes(NewTokenBody)
  @Answers(NewTokenAnswer, 201)
  async create(@Body({ schema: NewTokenBody }) body: NewTokenBody, @Req() request: Authenticated) {
    const caller = request.caller!;
    requireRecentProof(request);
    // A token makes no token that may do more than itself.
    if (body.scopes.some((scope) => !caller.scopes.includes(scope))) throw new StudioError('FORBIDDEN');
    const { id: accountId } = caller.actor;
    const { id, secret } = await makeToken(this.db, { ...body, accountId, actorId: accountId });
    const row = await this.db.apiToken.findUniqueOrThrow({ where: { id } });
    return { token: answerOf(row), secret };
  }

  @Delete(':id')
  @HttpCode(204)
  @May('token.own')
  @ApiOperation({ summary: 'Revoke a token; it acts at once' })
  @ApiParam({ name: 'id' })
  async revoke(@Param('id') id: string, @CurrentActor() actor: Actor) {
    await this.db.$transaction(async (tx) => {
      const { count } = await tx.apiToken.updateMany({
        where: { id, accountId: actor.id, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      if (count === 0) throw new StudioError('NOT_FOUND', { what: 'token' });
      await appendAudit(tx, { actorId: actor.id, action: 'token.revoke', resource: 'token', resourceId: id });
    });
  }
}
