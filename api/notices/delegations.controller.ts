import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { DATABASE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { Delegation } from '#domain/notice';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { endDelegation, keepDelegation, listDelegations } from '#prisma/records/delegations';
import { findActor } from '#prisma/records/signers';

const LONGEST_MS = 90 * 24 * 3600 * 1000;
const SIGNING = ['physician', 'publicity'] as const;

const DelegateBody = z.strictObject({ toId: z.string().min(1).max(60), until: z.iso.datetime() });
type DelegateBody = z.infer<typeof DelegateBody>;

/** One person lets another sign in their stead for a while. Both must hold the role that the gate asks for; the record names both. */
@ApiBearerAuth()
@Controller('api/delegations')
export class DelegationsController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @May('approval.delegate')
  @Answers(z.array(Delegation))
  @ApiOperation({ summary: 'Live delegations that the person gave or received' })
  list(@CurrentActor() actor: Actor): Promise<Delegation[]> {
    return listDelegations(this.db, actor.id);
  }

  @Post()
  @May('approval.delegate')
  @Takes(DelegateBody)
  @Answers(z.array(Delegation), 201)
  @ApiOperation({ summary: 'Let a colleague of the same role and department sign until a moment' })
  async delegate(@Body({ schema: DelegateBody }) { toId, until }: DelegateBody, @CurrentActor() actor: Actor) {
    const deputy = await findActor(this.db, toId);
    const shared = deputy?.departments.some((id) => actor.departments.includes(id)) ?? false;
    if (!deputy || !shared || toId === actor.id) throw new StudioError('NOT_FOUND', { what: 'account' });
    if (!SIGNING.some((role) => actor.roles.includes(role) && deputy.roles.includes(role)))
      throw new StudioError('APPROVAL_ROLE');
    const ms = Date.parse(until) - Date.now();
    if (ms <= 0 || ms > LONGEST_MS)
      throw new StudioError('INPUT_INVALID', { detail: 'until: within 90 days from now' });
    const id = await keepDelegation(this.db, actor.id, toId, new Date(until));
    await this.#audit(actor, 'delegation.make', id, toId);
    return listDelegations(this.db, actor.id);
  }

  @Delete(':id')
  @HttpCode(200)
  @May('approval.delegate')
  @ApiParam({ name: 'id' })
  @Answers(z.array(Delegation))
  @ApiOperation({ summary: 'End a delegation of one’s own at once' })
  async end(@Param('id') id: string, @CurrentActor() actor: Actor) {
    if (!(await endDelegation(this.db, id, actor.id))) throw new StudioError('NOT_FOUND', { what: 'delegation' });
    await this.#audit(actor, 'delegation.end', id, null);
    return listDelegations(this.db, actor.id);
  }

  #audit(actor: Actor, action: 'delegation.make' | 'delegation.end', id: string, to: string | null) {
    return appendAudit(this.db, { actorId: actor.id, action, resource: 'delegation', resourceId: id, to });
  }
}
