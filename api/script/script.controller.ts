import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { sendArtifact } from '#api/http/send-artifact';
import { STORE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import {
  Comparison,
  DraftBody,
  DraftDesk,
  DraftPulse,
  DraftSaved,
  Lexicon,
  ListenBody,
  SubmitBody,
  VersionLine,
} from '#domain/draft';
import { LEXICON_VERSION, PRONUNCIATIONS } from '#domain/lexicon';
import type { DraftService } from './draft.service.ts';
import type { ListeningService } from './listening.service.ts';
import type { PreviewService } from './preview.service.ts';
import { DRAFTS, LISTENING, PREVIEWS } from './tokens.ts';

const Pair = z.object({ a: z.coerce.number().int().positive(), b: z.coerce.number().int().positive() });
const Saved = z.object({ save: z.coerce.number().int().positive() });
const Next = z.object({ version: z.int() });

/** Writing the narration: draft, versions, hearing it, seeing it. */
@ApiBearerAuth()
@Controller('api')
export class ScriptController {
  constructor(
    @Inject(DRAFTS) private readonly drafts: DraftService,
    @Inject(PREVIEWS) private readonly previews: PreviewService,
    @Inject(LISTENING) private readonly listening: ListeningService,
    @Inject(STORE) private readonly store: BlobStore,
  ) {}

  @Get('productions/:id/draft')
  @May('script.read')
  @ApiParam({ name: 'id' })
  @Answers(DraftDesk)
  @ApiOperation({ summary: 'The script on the desk: newest version, draft, and the findings it is checked against' })
  desk(@Param('id') id: string) {
    return this.drafts.desk(id);
  }

  @Get('productions/:id/draft/pulse')
  @May('script.read')
  @ApiParam({ name: 'id' })
  @Answers(DraftPulse)
  @ApiOperation({ summary: 'Whether somebody else has saved or sent a version since' })
  pulse(@Param('id') id: string) {
    return this.drafts.pulse(id);
  }

  @Put('productions/:id/draft')
  @May('script.edit')
  @ApiParam({ name: 'id' })
  @Takes(DraftBody)
  @Answers(DraftSaved)
  @ApiOperation({ summary: 'Save the draft on top of a save; 409 with who and when if there is a newer one' })
  save(@Param('id') id: string, @Body({ schema: DraftBody }) body: DraftBody, @CurrentActor() actor: Actor) {
    return this.drafts.save(id, body, actor);
  }

  @Delete('productions/:id/draft')
  @HttpCode(204)
  @May('script.edit')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'save' })
  @ApiOperation({ summary: 'Put the draft away and go back to the newest version' })
  drop(@Param('id') id: string, @Query({ schema: Saved }) { save }: z.infer<typeof Saved>) {
    return this.drafts.drop(id, save);
  }

  @Post('productions/:id/draft/submit')
  @HttpCode(200)
  @May('script.edit')
  @ApiParam({ name: 'id' })
  @Takes(SubmitBody)
  @Answers(Next)
  @ApiOperation({ summary: 'Send the draft for approval as the next version' })
  submit(@Param('id') id: string, @Body({ schema: SubmitBody }) body: SubmitBody, @CurrentActor() actor: Actor) {
    return this.drafts.submit(id, body, actor);
  }

  @Get('productions/:id/script/versions')
  @May('script.read')
  @ApiParam({ name: 'id' })
  @Answers(z.array(VersionLine))
  @ApiOperation({ summary: 'Every version of the script, newest first' })
  versions(@Param('id') id: string) {
    return this.drafts.versions(id);
  }

  @Get('productions/:id/script/compare')
  @May('script.read')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'a' })
  @ApiQuery({ name: 'b' })
  @Answers(Comparison)
  @ApiOperation({ summary: 'Two versions, sentence by sentence, word by word' })
  compare(@Param('id') id: string, @Query({ schema: Pair }) { a, b }: z.infer<typeof Pair>) {
    return this.drafts.compare(id, a, b);
  }

  @Post('productions/:id/speech')
  @HttpCode(200)
  @May('script.read')
  @ApiParam({ name: 'id' })
  @ApiProduces('audio/wav')
  @Takes(ListenBody)
  @ApiOperation({ summary: 'One sentence spoken by the voice of the film; a sentence heard once is kept' })
  async speech(@Body({ schema: ListenBody }) body: ListenBody, @Req() request: Request, @Res() response: Response) {
    const gone = new AbortController();
    request.once('close', () => response.writableEnded || gone.abort());
    const take = await this.listening.listen(body, gone.signal);
    response.setHeader('X-Take-Ms', String(Math.round(take.durationMs)));
    await sendArtifact(response, this.store.path(take.audio), take.audio);
  }

  @Get('productions/:id/preview')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiOperation({
    summary: 'The film of the script on the desk as props, and what it was composed from (domain/draft Preview)',
  })
  preview(@Param('id') id: string) {
    return this.previews.preview(id);
  }

  @Get('productions/:id/pictures/:digest')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'digest' })
  @ApiOperation({ summary: 'A picture of this film, by its digest' })
  async picture(@Param('id') id: string, @Param('digest') digest: string, @Res() response: Response) {
    const image = await this.previews.picture(id, digest);
    await sendArtifact(response, this.store.path(image), image);
  }

  @Get('lexicon')
  @May('house.read')
  @Answers(Lexicon)
  @ApiOperation({ summary: 'Words whose reading the house fixes' })
  lexicon() {
    return { version: LEXICON_VERSION, readings: PRONUNCIATIONS };
  }
}
