import 'reflect-metadata';
import path from 'node:path';
import { type INestApplication, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { BlobStore } from '#activities/store/blob-store';
import { StudioError } from '#domain/errors';
import { openDatabase } from '#prisma/records/database';
import { auditRoom } from './audit/room.ts';
import { choicesRoom } from './choices/room.ts';
import { deskRoom } from './desk/room.ts';
import { findingsRoom } from './findings/room.ts';
import { type DocumentHolder, houseRoom } from './house.controller.ts';
import { accessLog } from './http/access-log.ts';
import { AuthGuard } from './http/auth.ts';
import { apiHeaders } from './http/headers.ts';
import { pagesProxy } from './http/pages-proxy.ts';
import { ProblemFilter } from './http/problem.ts';
import { requirePolicy, routesOf } from './http/routes.ts';
import { mediaRoom } from './media/room.ts';
import { noticesRoom } from './notices/room.ts';
import { peopleRoom } from './people/room.ts';
import { productionsRoom } from './productions/room.ts';
import { reviewRoom } from './review/room.ts';
import type { HouseParts } from './room.ts';
import { scriptRoom } from './script/room.ts';
import { searchRoom } from './search/room.ts';
import { Door } from './session/door.ts';
import { HouseKey } from './session/house-key.ts';
import { sessionRoom } from './session/room.ts';
import { settingsRoom } from './settings/room.ts';
import { openTemporal } from './temporal.ts';
import { DATABASE, DOCUMENT, STORE, TEMPORAL } from './tokens.ts';
import { uploadsRoom } from './uploads/room.ts';

const UPLOAD_MS = 3_600_000;

export interface ApiSettings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataDir: string;
  /** Address of the studio's pages, served through this one port; null when there are none. */
  readonly pages?: string | null;
  /** Which proxies in front are believed about scheme and address (Express's `trust proxy`); none when absent. */
  readonly trustProxy?: string | null;
}

/** Builds the API without listening. The caller closes it. */
export async function createApi(settings: ApiSettings, log: Logger): Promise<INestApplication> {
  const parts: HouseParts = {
    db: openDatabase(settings.databaseUrl),
    temporal: openTemporal(settings.temporalAddress),
    store: new BlobStore(path.join(settings.dataDir, 'store')),
    dataDir: settings.dataDir,
    log,
  };
  const { db, temporal } = parts;
  const key = new HouseKey(settings.dataDir);
  const door = new Door(db, key);
  const rooms = [
    houseRoom(),
    productionsRoom(parts),
    auditRoom(parts),
    reviewRoom(parts),
    scriptRoom(parts),
    searchRoom(),
    deskRoom(parts),
    sessionRoom(parts, door, key),
    mediaRoom(parts, key),
    peopleRoom(parts),
    settingsRoom(parts, door, key),
    uploadsRoom(parts),
    choicesRoom(parts),
    findingsRoom(parts),
    noticesRoom(),
  ];

  @Module({
    controllers: rooms.flatMap((room) => room.controllers),
    providers: [
      { provide: DATABASE, useValue: db },
      { provide: STORE, useValue: parts.store },
      { provide: TEMPORAL, useValue: temporal },
      ...rooms.flatMap((room) => room.providers),
    ],
  })
  class ApiModule {}

  const app = await NestFactory.create<NestExpressApplication>(ApiModule, {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  requirePolicy(routesOf(app));
  if (settings.pages) app.use(pagesProxy(settings.pages));
  app.use(accessLog(log), apiHeaders);
  // A large file may take its time; what stalls is cut all the same.
  app.getHttpServer().requestTimeout = UPLOAD_MS;
  app.useBodyParser('json', { limit: '1mb' });
  app.disable('x-powered-by');
  if (settings.trustProxy) app.set('trust proxy', settings.trustProxy);
  app.useGlobalGuards(new AuthGuard(db, door));
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) =>
        new StudioError('INPUT_INVALID', {
          detail: issues
            .map((issue) => `${(issue.path ?? []).join('.')} ${issue.message}`)
            .join('; ')
            .slice(0, 400),
        }),
    }),
  );
  app.enableShutdownHooks();
  const shutdown = app.close.bind(app);
  app.close = async () => {
    await shutdown();
    await Promise.all([db.$disconnect(), temporal.connection.close()]);
  };
  const about = new DocumentBuilder().setTitle('Caseloom').setVersion('1').addBearerAuth().build();
  app.get<DocumentHolder>(DOCUMENT).current = SwaggerModule.createDocument(app, about);
  return app;
}
