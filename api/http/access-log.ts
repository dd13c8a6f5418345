import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { ProductionId } from '#domain/production';
import type { Authenticated } from './auth.ts';

/** Names a request in its answer and in the log, so that a person can tell us which one it was. */
export const REQUEST_ID = 'X-Request-Id';

/**
 * One line for every request: which route, how it ended, how long it took, whose it was. Never the address as it was asked, which may hold what
 * people searched for or a signed permission, nor bodies or headers.
 */
export const accessLog =
  (log: Logger) =>
  (request: Authenticated, response: Response, next: () => void): void => {
    const id = randomUUID().slice(0, 13);
    const start = performance.now();
    response.setHeader(REQUEST_ID, id);
    response.once('close', () => {
      const route: string = request.route?.path ?? 'unknown';
      const { statusCode: status } = response;
      // Asked every moment by whoever waits for the house to come up.
      if (route === '/api/health' && status === 200) return;
      const production = ProductionId.safeParse(request.params?.id).data;
      const ms = Math.round(performance.now() - start);
      const line = { id, method: request.method, route, production, status, ms, account: request.caller?.actor.id };
      log[status >= 500 ? 'warn' : 'info'](line, 'request');
    });
    next();
  };
