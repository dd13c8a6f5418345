import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, type OpenAPIObject } from '@nestjs/swagger';
import type { Client } from '@temporalio/client';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import type { Database } from '#prisma/records/database';
import { CurrentActor, May } from './http/auth.ts';
import type { Room } from './room.ts';
import { DATABASE, DOCUMENT, TEMPORAL } from './tokens.ts';

const PATIENCE_MS = 4_000;

/** Filled after the routes are known. */
export interface DocumentHolder {
  current: OpenAPIObject | null;
}

/** Who asks, whether the house stands, and the description of this API. */
@ApiBearerAuth()
@Controller('api')
export class HouseController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(TEMPORAL) private readonly temporal: Client,
    @Inject(DOCUMENT) private readonly document: DocumentHolder,
  ) {}

  @Get('me')
  @May('session.use')
  @ApiOperation({ summary: 'The account behind the token' })
  me(@CurrentActor() actor: Actor) {
    return actor;
  }

  @Get('health')
  @May('house.health')
  @ApiOperation({ summary: 'Database and workflow service, seen from here' })
  async health() {
    const [database, workflows] = await Promise.all([
      answers(this.db.$queryRaw`SELECT 1`),
      answers(this.temporal.workflowService.getSystemInfo({})),
    ]);
    return { database, workflows };
  }

  @Get('openapi.json')
  @May('house.read')
  @ApiOperation({ summary: 'This document' })
  openapi() {
    if (!this.document.current) throw new StudioError('NOT_FOUND', { what: 'document' });
    return this.document.current;
  }
}

/** True when it answers in time: whoever asks for health wants to know now. */
const answers = (asked: PromiseLike<unknown>): Promise<boolean> =>
  Promise.race([
    asked.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref()),
  ]);

/** What every client needs before it knows anything else. */
export const houseRoom = (): Room => ({
  controllers: [HouseController],
  providers: [{ provide: DOCUMENT, useValue: { current: null } satisfies DocumentHolder }],
});
