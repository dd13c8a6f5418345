import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers } from '#api/http/describe';
import { DATABASE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { SearchAnswer, SearchQuery } from '#domain/search';
import type { Database } from '#prisma/records/database';
import { search } from '#prisma/records/search';

const Search = z.object({ q: SearchQuery });

/** One field for everything: titles, case codes, what is said, findings. */
@ApiBearerAuth()
@Controller('api/search')
export class SearchController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @May('search.use')
  @Answers(SearchAnswer)
  @ApiOperation({ summary: 'Productions, findings and sentences that hold every word' })
  @ApiQuery({ name: 'q' })
  find(@Query({ schema: Search }) { q }: z.infer<typeof Search>, @CurrentActor() actor: Actor): Promise<SearchAnswer> {
    return search(this.db, actor.departments, q);
  }
}
