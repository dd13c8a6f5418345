import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentActor, May } from '#api/http/auth';
import { Answers } from '#api/http/describe';
import { DATABASE } from '#api/tokens';
import type { Actor } from '#domain/approval';
import { Desk, FilmLibrary } from '#domain/desk';
import type { Database } from '#prisma/records/database';
import { readDesk, readFilms } from '#prisma/records/desk';
import type { Thumbnails } from './thumbnails.ts';

/** The small pictures. */
export const THUMBNAILS = Symbol('thumbnails');

const Films = z.object({ series: z.string().max(40).optional() });

/** What a person sees first, and the films that are out. */
@ApiBearerAuth()
@Controller('api')
export class DeskController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(THUMBNAILS) private readonly thumbnails: Thumbnails,
  ) {}

  @Get('desk')
  @May('production.list')
  @Answers(Desk)
  @ApiOperation({ summary: 'What waits for the reader, what runs, the newest films' })
  desk(@CurrentActor() actor: Actor) {
    return readDesk(this.db, actor);
  }

  @Get('films')
  @May('production.list')
  @Answers(FilmLibrary)
  @ApiOperation({ summary: 'Released films, newest first' })
  @ApiQuery({ name: 'series', required: false })
  films(@Query({ schema: Films }) { series }: z.infer<typeof Films>, @CurrentActor() actor: Actor) {
    return readFilms(this.db, actor.departments, series);
  }

  @Get('productions/:id/thumbnail')
  @May('media.read')
  @ApiParam({ name: 'id' })
  @ApiProduces('image/webp')
  @ApiOperation({ summary: 'A small picture for lists: poster or middle slice' })
  async thumbnail(@Param('id') id: string, @Res() response: Response) {
    const picture = await this.thumbnails.of(id);
    // Patient-derived: nobody keeps it.
    response.setHeader('cache-control', 'private, no-store');
    if (picture) response.type('image/webp').send(picture);
    else response.status(204).end();
  }
}
