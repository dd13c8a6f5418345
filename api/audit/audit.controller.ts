import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { type Caller, CurrentCaller, May } from '#api/http/auth';
import { Answers } from '#api/http/describe';
import { AUDIT } from '#api/tokens';
import { AuditAction, AuditPage, AuditQuery, AuditState } from '#domain/audit';
import type { AuditService } from './audit.service.ts';

const PageQuery = AuditQuery.extend({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Who did what, when: to read, to take away, to check. Nobody writes here. */
@ApiBearerAuth()
@Controller('api/audit')
export class AuditController {
  constructor(@Inject(AUDIT) private readonly audit: AuditService) {}

  @Get()
  @May('audit.own')
  @Answers(AuditPage)
  @ApiOperation({ summary: 'Entries, newest first; an admin sees all, others their own' })
  @ApiQuery({ name: 'actor', required: false })
  @ApiQuery({ name: 'action', required: false, enum: AuditAction.options })
  @ApiQuery({ name: 'production', required: false })
  @ApiQuery({ name: 'from', required: false })
  @ApiQuery({ name: 'to', required: false })
  @ApiQuery({ name: 'before', required: false })
  @ApiQuery({ name: 'limit', required: false })
  list(@Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>, @CurrentCaller() caller: Caller) {
    const { before, limit, ...filter } = query;
    return this.audit.page(caller, filter, limit, before);
  }

  @Get('csv')
  @May('audit.own')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The same entries, all of them, as a table' })
  @ApiQuery({ name: 'actor', required: false })
  @ApiQuery({ name: 'action', required: false, enum: AuditAction.options })
  @ApiQuery({ name: 'production', required: false })
  @ApiQuery({ name: 'from', required: false })
  @ApiQuery({ name: 'to', required: false })
  async csv(
    @Query({ schema: AuditQuery }) query: AuditQuery,
    @CurrentCaller() caller: Caller,
    @Res() response: Response,
  ): Promise<void> {
    response.type('text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="caseloom-audit.csv"');
    await pipeline(Readable.from(this.audit.csv(caller, query)), response);
  }

  @Get('state')
  @May('audit.all')
  @Answers(AuditState)
  @ApiOperation({ summary: 'Whether the chain holds, from its first entry to its last' })
  state() {
    return this.audit.state();
  }
}
