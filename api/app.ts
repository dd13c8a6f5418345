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
import { type DocumentHolder, HouseController } from './house.controller.ts';
import { AuthGuard } from './http/auth.ts';
import { ProblemFilter } from './http/problem.ts';
import { ProductionsController } from './productions/productions.controller.ts';
import { ProductionsService } from './productions/productions.service.ts';
import { openTemporal } from './temporal.ts';
import { DATABASE, DOCUMENT, PRODUCTIONS, STORE, TEMPORAL } from './tokens.ts';

export interface ApiSettings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataDir: string;
}

/** Builds the API without listening. The caller closes it. */
export async function createApi(settings: ApiSettings, log: Logger): Promise<INestApplication> {
  const db = openDatabase(settings.databaseUrl);
  const temporal = openTemporal(settings.temporalAddress);
  const service = new ProductionsService(db, temporal, settings.dataDir);
  const store = new BlobStore(path.join(settings.dataDir, 'store'));

  @Module({
    controllers: [ProductionsController, HouseController],
    providers: [
      { provide: PRODUCTIONS, useValue: service },
      { provide: DATABASE, useValue: db },
      { provide: STORE, useValue: store },
      { provide: TEMPORAL, useValue: temporal },
      { provide: DOCUMENT, useValue: { current: null } },
    ],
  })
  class ApiModule {}

  const app = await NestFactory.create<NestExpressApplication>(ApiModule, {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  app.useBodyParser('json', { limit: '1mb' });
  app.disable('x-powered-by');
  app.useGlobalGuards(new AuthGuard(db));
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
