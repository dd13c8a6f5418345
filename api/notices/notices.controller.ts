import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers, Takes } from '#api/http/describe';
import { DATABASE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { NoticeBoard } from '#domain/notice';
import type { Database } from '#prisma/records/database';
import { countUnread, listNotices, readNotices } from '#prisma/records/notices';

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  unread: z.literal('1').optional(),
});
type Page = z.infer<typeof Page>;
/** POST …/read: the named ones, or all. */
const ReadBody = z.strictObject({ ids: z.array(z.string().max(40)).max(200).nullable().default(null) });
type ReadBody = z.infer<typeof ReadBody>;

/** What a person should know, in the studio only: no mail leaves the house. */
@ApiBearerAuth()
@Controller('api/notices')
export class NoticesController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @May('notice.use')
  @Answers(NoticeBoard)
  @ApiOperation({ summary: 'Notices of the person who asks, newest first, and how many are unread' })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'unread', required: false })
  list(@Query({ schema: Page }) { limit, unread }: Page, @CurrentActor() actor: Actor): Promise<NoticeBoard> {
    return this.#board(actor.id, limit, unread === '1');
  }

  @Post('read')
  @HttpCode(200)
  @May('notice.use')
  @Takes(ReadBody)
  @Answers(NoticeBoard)
  @ApiOperation({ summary: 'Marks notices as read: the named ones, or all' })
  async read(@Body({ schema: ReadBody }) { ids }: ReadBody, @CurrentActor() actor: Actor): Promise<NoticeBoard> {
    await readNotices(this.db, actor.id, ids);
    return this.#board(actor.id, 30, false);
  }

  async #board(accountId: string, limit: number, unreadOnly: boolean): Promise<NoticeBoard> {
    const [notices, unread] = await Promise.all([
      listNotices(this.db, accountId, limit, unreadOnly),
      countUnread(this.db, accountId),
    ]);
    return { unread, notices };
  }
}
