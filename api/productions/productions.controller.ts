import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  type MessageEvent,
  Param,
  Post,
  Put,
  Query,
  Res,
  Sse,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';
import { Observable } from 'rxjs';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { Allow, CurrentActor } from '#api/http/auth';
import { sendArtifact } from '#api/http/send-artifact';
import { DATABASE, PRODUCTIONS, STORE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import type { Database } from '#prisma/records/database';
import { CreateBody, DecisionBody, RerenderBody, ReviseBody } from './bodies.ts';
import type { ProductionsService } from './productions.service.ts';
import { progressFeed } from './progress-feed.ts';

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.iso.datetime().optional(),
});
const Version = z.object({ version: z.coerce.number().int().positive().optional() });
type OpenApiSchema = Parameters<typeof ApiBody>[0] extends infer T
  ? T extends { schema: infer S }
    ? S
    : never
  : never;
const open = (schema: z.ZodType) => ({
  schema: z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' }) as unknown as OpenApiSchema,
});
const EVERYBODY = ['publicity', 'editor', 'physician', 'researcher', 'admin'] as const;
const MAKERS = ['publicity', 'editor', 'physician', 'admin'] as const;

/** Productions: order, watch, read, decide, cancel, re-render, download. */
@ApiBearerAuth()
@Controller('api/productions')
export class ProductionsController {
  constructor(
    @Inject(PRODUCTIONS) private readonly productions: ProductionsService,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(STORE) private readonly store: BlobStore,
  ) {}

  @Post()
  @Allow(...MAKERS)
  @ApiOperation({ summary: 'Order a film from a folder or ZIP on this machine' })
  @ApiBody(open(CreateBody))
  create(@Body({ schema: CreateBody }) body: CreateBody, @CurrentActor() actor: Actor) {
    return this.productions.create(body, actor);
  }

  @Get()
  @Allow(...EVERYBODY)
  @ApiOperation({ summary: 'Productions, newest first' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'before', required: false })
  list(@Query({ schema: Page }) page: z.infer<typeof Page>) {
    return this.productions.list(page.limit, page.before);
  }

  @Get(':id')
  @Allow(...EVERYBODY)
  @ApiParam({ name: 'id' })
  @ApiOperation({ summary: 'A production with its progress, steps and outputs' })
  read(@Param('id') id: string) {
    return this.productions.read(id);
  }

  @Get(':id/script')
  @Allow(...EVERYBODY)
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'version', required: false })
  @ApiOperation({ summary: 'A version of the script, the newest by default' })
  script(@Param('id') id: string, @Query({ schema: Version }) query: z.infer<typeof Version>) {
    return this.productions.script(id, query.version);
  }

  @Put(':id/script')
  @Allow(...MAKERS)
  @ApiParam({ name: 'id' })
  @ApiBody(open(ReviseBody))
  @ApiOperation({ summary: 'Change sentences: makes the next version and voids approvals of older ones' })
  revise(@Param('id') id: string, @Body({ schema: ReviseBody }) body: ReviseBody, @CurrentActor() actor: Actor) {
    return this.productions.revise(id, body, actor);
  }

  @Get(':id/approval')
  @Allow(...EVERYBODY)
  @ApiParam({ name: 'id' })
  @ApiOperation({ summary: 'What is to be signed: version, author, digest and its parts' })
  approval(@Param('id') id: string) {
    return this.productions.approval(id);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Allow('physician')
  @ApiParam({ name: 'id' })
  @ApiBody(open(DecisionBody))
  @ApiOperation({ summary: 'Approve, or request changes, bound to the digest of what was seen' })
  decide(@Param('id') id: string, @Body({ schema: DecisionBody }) body: DecisionBody, @CurrentActor() actor: Actor) {
    return this.productions.decide(id, body, actor);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Allow(...MAKERS)
  @ApiParam({ name: 'id' })
  @ApiOperation({ summary: 'Stop a production; finished steps are kept' })
  async cancel(@Param('id') id: string) {
    await this.productions.cancel(id);
    return { id, cancelling: true };
  }

  @Post(':id/rerender')
  @Allow(...MAKERS)
  @ApiParam({ name: 'id' })
  @ApiBody(open(RerenderBody))
  @ApiOperation({ summary: 'The next revision, with changed sentences or to try again' })
  rerender(@Param('id') id: string, @Body({ schema: RerenderBody }) body: RerenderBody, @CurrentActor() actor: Actor) {
    return this.productions.rerender(id, body, actor);
  }

  @Sse(':id/events')
  @Allow(...EVERYBODY)
  @ApiParam({ name: 'id' })
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Progress as server-sent events; resumes with Last-Event-ID' })
  async events(@Param('id') id: string, @Headers('last-event-id') last?: string): Promise<Observable<MessageEvent>> {
    await this.productions.find(id);
    return progressFeed(this.db, id, /^\d+$/.test(last ?? '') ? Number(last) : 0);
  }

  @Get(':id/outputs/:name')
  @Allow(...EVERYBODY)
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'name' })
  @ApiOperation({ summary: 'A finished file, with Range' })
  async output(@Param('id') id: string, @Param('name') name: string, @Res() response: Response) {
    const artifact = await this.productions.output(id, name);
    await sendArtifact(response, this.store.path(artifact), artifact);
  }
}
