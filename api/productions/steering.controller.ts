import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { PRODUCTIONS, STEERING } from '#api/tokens';
import { type Actor, PendingApproval } from '#domain/approval';
import { ProductionSummary } from '#domain/production';
import { RerenderBody, ReviseBody } from './bodies.ts';
import type { ProductionsService } from './productions.service.ts';
import type { SteeringService } from './steering.service.ts';

const Held = z.object({ id: z.string(), paused: z.boolean(), changed: z.boolean() });
const Cancelling = z.object({ id: z.string(), cancelling: z.boolean() });

/** Changing the course of a production: its words, its pace, its end. */
@ApiBearerAuth()
@Controller('api/productions')
export class SteeringController {
  constructor(
    @Inject(PRODUCTIONS) private readonly productions: ProductionsService,
    @Inject(STEERING) private readonly steering: SteeringService,
  ) {}

  @Put(':id/script')
  @May('script.edit')
  @ApiParam({ name: 'id' })
  @Takes(ReviseBody)
  @Answers(PendingApproval)
  @ApiOperation({ summary: 'Change sentences: makes the next version and voids approvals of older ones' })
  async revise(@Param('id') id: string, @Body({ schema: ReviseBody }) body: ReviseBody, @CurrentActor() actor: Actor) {
    return this.steering.revise(await this.productions.find(id), body, actor);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @May('production.steer')
  @ApiParam({ name: 'id' })
  @Answers(Held)
  @ApiOperation({ summary: 'Hold a production; finished steps are kept and found again' })
  async pause(@Param('id') id: string, @CurrentActor() actor: Actor) {
    return { id, paused: true, changed: await this.steering.pause(await this.productions.find(id), actor) };
  }

  @Post(':id/resume')
  @HttpCode(200)
  @May('production.steer')
  @ApiParam({ name: 'id' })
  @Answers(Held)
  @ApiOperation({ summary: 'Go on with a production that was held' })
  async resume(@Param('id') id: string, @CurrentActor() actor: Actor) {
    return { id, paused: false, changed: await this.steering.resume(await this.productions.find(id), actor) };
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @May('production.steer')
  @ApiParam({ name: 'id' })
  @Answers(Cancelling, 202)
  @ApiOperation({ summary: 'Stop a production; finished steps are kept' })
  async cancel(@Param('id') id: string, @CurrentActor() actor: Actor) {
    await this.steering.cancel(await this.productions.find(id), actor);
    return { id, cancelling: true };
  }

  @Post(':id/retry')
  @May('production.steer')
  @ApiParam({ name: 'id' })
  @Answers(ProductionSummary, 201)
  @ApiOperation({ summary: 'Try again what failed or was cancelled; an approval of the same version stands' })
  async retry(@Param('id') id: string, @CurrentActor() actor: Actor) {
    await this.steering.retry(await this.productions.find(id), actor);
    return this.productions.find(id);
  }

  @Post(':id/rerender')
  @May('production.steer')
  @ApiParam({ name: 'id' })
  @Takes(RerenderBody)
  @Answers(ProductionSummary, 201)
  @ApiOperation({ summary: 'The next revision, with changed sentences or to make it once more' })
  async rerender(
    @Param('id') id: string,
    @Body({ schema: RerenderBody }) body: RerenderBody,
    @CurrentActor() actor: Actor,
  ) {
    await this.steering.rerender(await this.productions.find(id), body, actor);
    return this.productions.find(id);
  }
}
