import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import { type Authenticated, CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { requireRecentProof } from '#api/session/recent-proof';
import { GATES, PRODUCTIONS } from '#api/tokens';
import { type Actor, Decision, GateState } from '#domain/approval';
import { DecisionBody } from './bodies.ts';
import type { GatesService } from './gates.service.ts';
import type { ProductionsService } from './productions.service.ts';

/** The two gates: the script before anything is made from it, the film before it is released. */
@ApiBearerAuth()
@Controller('api/productions')
export class GatesController {
  constructor(
    @Inject(PRODUCTIONS) private readonly productions: ProductionsService,
    @Inject(GATES) private readonly gates: GatesService,
  ) {}

  @Get(':id/approval')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @Answers(GateState)
  @ApiOperation({ summary: 'What is to be signed at either gate: version, author, digest and its parts' })
  async state(@Param('id') id: string, @CurrentActor() actor: Actor) {
    return this.gates.state(await this.productions.find(id), actor);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @May('approval.script')
  @ApiParam({ name: 'id' })
  @Takes(DecisionBody)
  @Answers(Decision)
  @ApiOperation({ summary: 'Approve the script, or request changes, bound to the digest of what was seen' })
  async decideScript(
    @Param('id') id: string,
    @Body({ schema: DecisionBody }) body: DecisionBody,
    @CurrentActor() actor: Actor,
    @Req() request: Authenticated,
  ) {
    requireRecentProof(request);
    return this.gates.decide(await this.productions.find(id), 'script', body, actor);
  }

  @Post(':id/film/decision')
  @HttpCode(200)
  @May('approval.film')
  @ApiParam({ name: 'id' })
  @Takes(DecisionBody)
  @Answers(Decision)
  @ApiOperation({ summary: 'Release the film, or request changes, bound to the digest of film and record' })
  async decideFilm(
    @Param('id') id: string,
    @Body({ schema: DecisionBody }) body: DecisionBody,
    @CurrentActor() actor: Actor,
    @Req() request: Authenticated,
  ) {
    requireRecentProof(request);
    return this.gates.decide(await this.productions.find(id), 'film', body, actor);
  }
}
