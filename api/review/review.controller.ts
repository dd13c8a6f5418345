import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  type MessageEvent,
  Param,
  Post,
  Query,
  Res,
  Sse,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { sendArtifact } from '#api/http/send-artifact';
import { COMMENTS, REVIEW, REVIEW_PULSES, STORE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { Comment, CommentList, NewComment, NewReply } from '#domain/comment';
import { ReviewQuery, ReviewRoom } from '#domain/review';
import type { CommentsService } from './comments.service.ts';
import type { ReviewService } from './review.service.ts';
import type { ReviewPulses } from './review-pulse.ts';

const Version = z.object({ v: z.coerce.number().int().positive() });

/** The review room: what is to be signed, what changed, and what people say about it. */
@ApiBearerAuth()
@Controller('api/productions/:id')
export class ReviewController {
  constructor(
    @Inject(REVIEW) private readonly review: ReviewService,
    @Inject(COMMENTS) private readonly comments: CommentsService,
    @Inject(REVIEW_PULSES) private readonly pulses: ReviewPulses,
    @Inject(STORE) private readonly store: BlobStore,
  ) {}

  @Get('review')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'v', required: false, type: Number })
  @ApiQuery({ name: 'compare', required: false, type: Number })
  @Answers(ReviewRoom)
  @ApiOperation({ summary: 'Everything the review room shows of a version, beside the one signed before it' })
  room(@Param('id') id: string, @Query({ schema: ReviewQuery }) query: ReviewQuery, @CurrentActor() actor: Actor) {
    return this.review.room(id, query, actor);
  }

  @Get('review/preview')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiQuery({ name: 'v', type: Number })
  @ApiOperation({ summary: 'The film of a version as props (domain/film FilmProps), while it is not made yet' })
  preview(@Param('id') id: string, @Query({ schema: Version }) { v }: z.infer<typeof Version>) {
    return this.review.preview(id, v);
  }

  @Get('review/pictures/:digest')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'digest' })
  @ApiOperation({ summary: 'A picture of a version of this film, by its digest' })
  async picture(@Param('id') id: string, @Param('digest') digest: string, @Res() response: Response) {
    const image = await this.review.picture(id, digest);
    await sendArtifact(response, this.store.path(image), image);
  }

  @Sse('review/events')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Tells open review rooms that something was said, decided or put before people' })
  events(@Param('id') id: string, @Headers('last-event-id') last?: string): Observable<MessageEvent> {
    return this.pulses.of(id, last);
  }

  @Get('comments')
  @May('production.read')
  @ApiParam({ name: 'id' })
  @Answers(CommentList)
  @ApiOperation({ summary: 'What people said about a production, oldest first' })
  list(@Param('id') id: string) {
    return this.comments.list(id);
  }

  @Post('comments')
  @May('comment.write')
  @ApiParam({ name: 'id' })
  @Takes(NewComment)
  @Answers(Comment, 201)
  @ApiOperation({ summary: 'Say something of a version, a sentence, a frame or a range of frames' })
  add(@Param('id') id: string, @Body({ schema: NewComment }) body: NewComment, @CurrentActor() actor: Actor) {
    return this.comments.add(id, body, actor);
  }

  @Post('comments/:commentId/replies')
  @May('comment.write')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'commentId' })
  @Takes(NewReply)
  @Answers(Comment, 201)
  @ApiOperation({ summary: 'Answer a remark' })
  reply(
    @Param('id') id: string,
    @Param('commentId') commentId: string,
    @Body({ schema: NewReply }) body: NewReply,
    @CurrentActor() actor: Actor,
  ) {
    return this.comments.reply(id, commentId, body, actor);
  }

  @Post('comments/:commentId/resolve')
  @HttpCode(200)
  @May('comment.write')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'commentId' })
  @Answers(Comment)
  @ApiOperation({ summary: 'Mark a remark as settled' })
  resolve(@Param('id') id: string, @Param('commentId') commentId: string, @CurrentActor() actor: Actor) {
    return this.comments.settle(id, commentId, true, actor);
  }

  @Post('comments/:commentId/reopen')
  @HttpCode(200)
  @May('comment.write')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'commentId' })
  @Answers(Comment)
  @ApiOperation({ summary: 'Take up a settled remark again' })
  reopen(@Param('id') id: string, @Param('commentId') commentId: string, @CurrentActor() actor: Actor) {
    return this.comments.settle(id, commentId, false, actor);
  }

  @Delete('comments/:commentId')
  @HttpCode(204)
  @May('comment.write')
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'commentId' })
  @ApiOperation({ summary: 'Take back a remark of your own, within minutes and unanswered' })
  remove(@Param('id') id: string, @Param('commentId') commentId: string, @CurrentActor() actor: Actor) {
    return this.comments.remove(id, commentId, actor);
  }
}
