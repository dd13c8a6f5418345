import {
  Body,
  Controller,
  Get,
  Headers,
  Inject,
  type MessageEvent,
  Param,
  Post,
  Query,
  Req,
  Res,
  Sse,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Observable } from 'rxjs';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { sendArtifact } from '#api/http/send-artifact';
import { fromThisMachine } from '#api/http/this-machine';
import { PRODUCTIONS, PROGRESS_FEED, STORE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { ProductionFilter } from '#domain/desk';
import { StudioError } from '#domain/errors';
import { LogEntry, ProductionDetail, ProductionSummary } from '#domain/production';
import { CreateBody } from './bodies.ts';
import type { ProductionsService } from './productions.service.ts';
import type { ProgressFeed } from './progress-feed.ts';

const Version = z.object({ version: z.coerce.number().int().positive().optional() });
/** Productions: order, watch, read, download. */
@ApiBearerAuth()
@Controller('api/productions')
export class ProductionsController {
  constructor(
    @Inject(PRODUCTIONS) private readonly productions: ProductionsService,
    @Inject(PROGRESS_FEED) private readonly feed: ProgressFeed,
    @Inject(STORE) private readonly store: BlobStore,
  ) {}

  @Post()
  @May('production.create')
  @Answers(ProductionSummary, 201)
  @ApiOperation({ summary: 'Order a film from an upload, or from a folder or ZIP on this machine' })
  @Takes(CreateBody)
  create(@Body({ schema: CreateBody }) body: CreateBody, @CurrentActor() actor: Actor, @Req() request: Request) {
    if ((body.source !== undefined || body.music !== null) && !fromThisMachine(request))
      throw new StudioError('SOURCE_LOCAL');
    return this.productions.create(body, actor);
  }

  @Get()
  @May('production.list')
  @Answers(z.array(ProductionSummary))
  @ApiOperation({ summary: 'Productions, newest first' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'before', required: false })
  @ApiQuery({ name: 'status', required: false })
  @ApiQuery({ name: 'mine', required: false })
  @ApiQuery({ name: 'text', required: false })
  list(@Query({ schema: ProductionFilter }) filter: ProductionFilter, @CurrentActor() actor: Actor) {
    return this.productions.list(actor, filter);
  }

  @Get(':id')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @Answers(ProductionDetail)
  @ApiOperation({ summary: 'A production with its progress, steps and outputs' })
  read(@Param('id') id: string) {
    return this.productions.read(id);
  }

  @Get(':id/script')
  @May('script.read')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'version', required: false })
  @ApiOperation({ summary: 'A version of the script, the newest by default' })
  script(@Param('id') id: string, @Query({ schema: Version }) query: z.infer<typeof Version>) {
    return this.productions.script(id, query.version);
  }

  @Get(':id/log')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @Answers(z.array(LogEntry))
  @ApiOperation({ summary: 'Who did what, and when, oldest first' })
  log(@Param('id') id: string) {
    return this.productions.log(id);
  }

  @Sse(':id/events')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Progress as server-sent events; resumes with Last-Event-ID' })
  async events(@Param('id') id: string, @Headers('last-event-id') last?: string): Promise<Observable<MessageEvent>> {
    await this.productions.find(id);
    return this.feed.watch(id, /^\d+$/.test(last ?? '') ? Number(last) : 0);
  }

  @Get(':id/outputs/:name')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'name' })
  @ApiOperation({ summary: 'A finished file, with Range' })
  async output(@Param('id') id: string, @Param('name') name: string, @Res() response: Response) {
    const artifact = await this.productions.output(id, name);
    await sendArtifact(response, this.store.path(artifact), artifact);
  }
}
