import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pino from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { May } from '#api/http/auth';
import { requirePolicy, routesOf } from '#api/http/routes';
import type { Action } from '#domain/policy';

/** The routes of an application with one controller. */
async function routesWith(controller: new () => object) {
  @Module({ controllers: [controller] })
  class TestModule {}
  const app = await NestFactory.create(TestModule, { logger: false });
  const routes = routesOf(app);
  await app.close();
  return routes;
}

@Controller('api/guarded')
class Guarded {
  @Get([':id', 'also/:id'])
  @May('production.read')
  read() {}
  @Post()
  @May('production.create')
  make() {}
  notARoute() {}
}

@Controller('api/forgotten')
class Forgotten {
  @Get()
  @May('production.read')
  read() {}
  @Post('open')
  open() {}
}

@Controller('api/misspelt')
class Misspelt {
  @Get()
  @May('production.raed' as Action)
  read() {}
}

describe('the API at its start', () => {
  it('knows every route by method, path and action', async () => {
    const routes = await routesWith(Guarded);
    expect(routes.map(({ method, path, action }) => [method, path, action])).toEqual([
      ['GET', '/api/guarded/:id', 'production.read'],
      ['GET', '/api/guarded/also/:id', 'production.read'],
      ['POST', '/api/guarded', 'production.create'],
    ]);
    expect(() => requirePolicy(routes)).not.toThrow();
  });

  it('refuses to start when a route has no action, or one the table does not know, and names it', async () => {
    const forgotten = await routesWith(Forgotten);
    expect(() => requirePolicy(forgotten)).toThrow(/POST \/api\/forgotten\/open \(Forgotten\.open\): no @May/);
    const misspelt = await routesWith(Misspelt);
    expect(() => requirePolicy(misspelt)).toThrow(
      /GET \/api\/misspelt \(Misspelt\.read\): unknown action production\.raed/,
    );
  });

  it('is refused as a whole, before it listens, for one such route', async () => {
    vi.doMock('#api/search/room', () => ({ searchRoom: () => ({ controllers: [Forgotten], providers: [] }) }));
    const { createApi } = await import('#api/app');
    const nowhere = { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', temporalAddress: '127.0.0.1:1' };
    const api = createApi({ ...nowhere, dataDir: tmpdir() }, pino({ enabled: false }));
    await expect(api).rejects.toThrow(/does not start.*\n.*Forgotten\.open/);
  });
});
