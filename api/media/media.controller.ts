import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Authenticated, type Caller, CurrentCaller, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { sendArtifact } from '#api/http/send-artifact';
import { MEDIA } from '#api/tokens';
import { MediaWanted, SignedMedia } from '#domain/media';
import type { MediaService } from './media.service.ts';

/** Films and pictures by addresses that carry their own permission, for minutes. */
@Controller('api')
export class MediaController {
  constructor(@Inject(MEDIA) private readonly media: MediaService) {}

  @Post('productions/:id/media/sign')
  @HttpCode(200)
  @May('media.read')
  @ApiBearerAuth()
  @ApiParam({ name: 'id' })
  @Takes(MediaWanted)
  @Answers(SignedMedia)
  @ApiOperation({ summary: 'An address for one file that works for some minutes, for you alone' })
  sign(@Param('id') id: string, @Body({ schema: MediaWanted }) body: MediaWanted, @CurrentCaller() caller: Caller) {
    return this.media.sign(id, body, caller);
  }

  @Get('media/:ticket')
  @May('media.signed')
  @ApiParam({ name: 'ticket' })
  @ApiOperation({ summary: 'The file a signed address stands for, with Range' })
  async read(@Param('ticket') ticket: string, @Req() request: Authenticated, @Res() response: Response) {
    const { claim, file } = await this.media.open(ticket, request.caller ?? null);
    if (claim.download) response.attachment(`caseloom-${claim.productionId}-${claim.name}`);
    await sendArtifact(response, file, claim.artifact);
  }
}
