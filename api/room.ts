import type { Provider, Type } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { BlobStore } from '#activities/store/blob-store';
import type { Database } from '#prisma/records/database';

/** What every part of the API stands on. */
export interface HouseParts {
  readonly db: Database;
  readonly temporal: Client;
  readonly store: BlobStore;
  readonly dataDir: string;
  readonly log: Logger;
}

/** A part of the API: its routes and what they need beyond the house's parts. */
export interface Room {
  readonly controllers: Type[];
  readonly providers: Provider[];
}
