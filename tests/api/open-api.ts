import { createHash, randomBytes } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import pino from 'pino';
import { type ApiSettings, createApi } from '#api/app';
import { type Route, routesOf } from '#api/http/routes';
import { Role } from '#domain/approval';
import { keepAccount, keepToken } from '#prisma/records/accounts';
import { type Database, openDatabase } from '#prisma/records/database';
import { openTestHouse, type TestHouse } from '#tests/house/stack';

export interface TestApi {
  readonly house: TestHouse;
  readonly db: Database;
  readonly address: string;
  readonly tokens: Readonly<Record<Role, string>>;
  /** Everything the API logged. */
  readonly log: string[];
  /** Every route it serves. */
  readonly routes: readonly Route[];
  ask(
    method: string,
    path: string,
    options?: { token?: string | null; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  stop(): Promise<void>;
}

/** The real API on real PostgreSQL and Temporal, with one account a role. No worker: orders stay queued. */
export async function openTestApi(change: Partial<ApiSettings> = {}): Promise<TestApi> {
  const house = await openTestHouse();
  const db = openDatabase(house.databaseUrl);
  const tokens = {} as Record<Role, string>;
  for (const role of Role.options) {
    tokens[role] = randomBytes(24).toString('base64url');
    const hash = createHash('sha256').update(tokens[role]).digest('hex');
    const actor = { id: `test-${role}`, displayName: role, roles: [role], departments: ['house'], demo: false };
    await keepAccount(db, actor);
    await keepToken(db, actor.id, 'test', hash);
  }
  const log: string[] = [];
  const app: INestApplication = await createApi(
    { ...house, ...change },
    pino({}, { write: (line: string) => void log.push(line) }),
  );
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  return {
    house,
    db,
    address,
    tokens,
    log,
    routes: routesOf(app),
    ask: (method, path, { token = tokens.admin, body, headers = {} } = {}) => {
      const sent: Record<string, string> = { ...headers };
      if (token !== null) sent.authorization = `Bearer ${token}`;
      if (body !== undefined) sent['content-type'] = 'application/json';
      return fetch(`${address}${path}`, {
        method,
        headers: sent,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    stop: async () => {
      await app.close();
      await db.$disconnect();
      await house.stop();
    },
  };
}
