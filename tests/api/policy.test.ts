import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '#api/app';
import { type Route, routesOf } from '#api/http/routes';
import { type Actor, Role } from '#domain/approval';
import { POLICY, refuseAction, SCOPES, type Scope, type Subject } from '#domain/policy';
import { keepAccount, keepToken } from '#prisma/records/accounts';
import { REQUEST } from '#tests/workflow/fake-activities';
import { openTestApi, type TestApi } from './open-api.ts';
import { type BodySchema, sampleBody } from './sample-body.ts';

/** Somebody at the door: who they are, what their token may be used for, and whether the account still counts. */
interface Person {
  readonly name: string;
  readonly actor: Actor | null;
  readonly scopes: readonly Scope[];
  readonly disabled?: boolean;
}

const somebody = (name: string, roles: Role[], more: { scopes?: Scope[]; department?: string } = {}): Person => ({
  name,
  actor: {
    id: `walker-${name.replace(/\W+/g, '-')}`,
    displayName: name.slice(0, 20),
    roles,
    departments: [more.department ?? 'house'],
    demo: false,
  },
  scopes: more.scopes ?? SCOPES,
});

const SEVERAL = somebody('several roles', ['editor', 'physician']);
const PEOPLE: Person[] = [
  { name: 'nobody', actor: null, scopes: [] },
  ...Role.options.map((role) => somebody(role, [role])),
  SEVERAL,
  somebody('all roles, to read', [...Role.options], { scopes: ['read'] }),
  somebody('all roles, not to sign', [...Role.options], { scopes: ['read', 'write'] }),
  somebody('all roles, elsewhere', [...Role.options], { department: 'elsewhere' }),
  { ...somebody('disabled', [...Role.options]), disabled: true },
  { ...somebody('no role', []) },
];

/** The things that routes are about: one each, of the house's department or of the person with several roles. */
const PRODUCTION = 'p0000000wlk';
const owner = SEVERAL.actor!.id;
const THINGS: Record<string, { id: string; subject: Subject }> = {
  '/api/productions/:id': { id: `${PRODUCTION}1`, subject: { departmentId: 'house' } },
  '/api/uploads/:id': { id: 'walked-upload', subject: { ownerId: owner } },
  '/api/notices/:id': { id: 'walked-notice', subject: { ownerId: owner } },
  '/api/tokens/:id': { id: 'walked-token', subject: { ownerId: owner } },
  '/api/delegations/:id': { id: 'walked-delegation', subject: { ownerId: owner } },
};
const thingOf = (path: string) =>
  Object.entries(THINGS).find(([under]) => path === under || path.startsWith(`${under}/`))?.[1] ?? null;

/** What the table says of a person at a route. */
function outcome(route: Route, { actor, scopes, disabled }: Person): string | null {
  const counted = disabled ? null : actor;
  const subject = thingOf(route.path)?.subject ?? null;
  return (
    refuseAction(route.action!, counted, null, scopes) ??
    (subject && refuseAction(route.action!, counted, subject, scopes))
  );
}

const PARAMETERS: Record<string, string> = { name: 'film.mp4', version: '1', revision: '1', scene: 's01' };
const address = (route: Route): string =>
  route.path
    .replace(/\*\w+/g, 'x')
    .replace(/:(\w+)/g, (_, name: string) =>
      name === 'id' ? (thingOf(route.path)?.id ?? 'x') : (PARAMETERS[name] ?? 'x'),
    );
const methods = (route: Route): string[] => (route.method === 'ALL' ? ['GET', 'POST', 'PATCH'] : [route.method]);

/** The routes are known before anything runs, so that each is a test of its own; that they are the running ones is a test too. */
const routes = await (async () => {
  const app = await createApi(
    { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', temporalAddress: '127.0.0.1:1', dataDir: tmpdir() },
    pino({ enabled: false }),
  );
  const found = routesOf(app);
  await app.close();
  return found;
})();

describe('every route lets in whom the policy table says', () => {
  let api: TestApi;
  let bodies: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: BodySchema }> } }>>;
  const tokens = new Map(PEOPLE.map((person) => [person.name, randomBytes(24).toString('base64url')]));

  beforeAll(async () => {
    api = await openTestApi();
    bodies = ((await (await api.ask('GET', '/api/openapi.json')).json()) as { paths: typeof bodies }).paths;
    await api.db.department.create({ data: { id: 'elsewhere', name: 'elsewhere' } });
  }, 120_000);
  afterAll(() => api?.stop(), 60_000);

  /** People and things as they were: a route that was used may have changed them. */
  async function prepare(): Promise<void> {
    for (const person of PEOPLE) {
      if (!person.actor) continue;
      await keepAccount(api.db, person.actor);
      const data = { disabledAt: person.disabled ? new Date(0) : null };
      await api.db.account.update({ where: { id: person.actor.id }, data });
      const hash = createHash('sha256').update(tokens.get(person.name)!).digest('hex');
      await keepToken(api.db, person.actor.id, 'walk', hash, person.scopes);
    }
    const { db } = api;
    const accountId = owner;
    const keep = async (id: string, table: { upsert(args: never): PromiseLike<unknown> }, data: object) => {
      await table.upsert({ where: { id }, create: { id, ...data }, update: data } as never);
    };
    const production = { request: REQUEST, status: 'failed', revision: 1, departmentId: 'house', createdBy: 'walker' };
    await keep(`${PRODUCTION}1`, db.production, production);
    await keep('walked-upload', db.upload, { accountId, departmentId: 'house', state: 'receiving' });
    await keep('walked-notice', db.notice, { accountId, kind: 'waits', detail: {} });
    await keep('walked-token', db.apiToken, { accountId, name: 'walked', tokenHash: 'none', scopes: ['read'] });
    await keep('walked-delegation', db.delegation, { fromId: accountId, toId: 'x', until: new Date(4e12) });
  }

  /** Everything the database holds, but when tokens were last seen. */
  async function contents(): Promise<string> {
    const tables: { name: string }[] = await api.db.$queryRaw`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\_%'`;
    const sums = await Promise.all(
      tables.map(async ({ name }) => {
        const rows: { sum: string }[] = await api.db.$queryRawUnsafe(
          `SELECT md5(coalesce(string_agg((to_jsonb(t) - 'lastUsedAt')::text, ',' ORDER BY to_jsonb(t)::text), '')) AS sum FROM "${name}" t`,
        );
        return `${name} ${rows[0]?.sum}`;
      }),
    );
    return sums.sort().join('\n');
  }

  async function knock(route: Route, method: string, person: Person): Promise<{ status: number; code: string | null }> {
    const described = bodies[route.path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    const schema = described?.requestBody?.content['application/json']?.schema;
    const body = ['GET', 'HEAD', 'DELETE'].includes(method) ? undefined : schema ? sampleBody(schema) : {};
    const token = person.actor && tokens.get(person.name)!;
    const response = await api.ask(method, `${address(route)}?q=x`, { token, body });
    const told = response.headers.get('content-type')?.includes('problem+json') && method !== 'HEAD';
    if (told) return { status: response.status, code: ((await response.json()) as { code: string }).code };
    // A stream of events would never end.
    await response.body?.cancel();
    return { status: response.status, code: null };
  }

  it('are the routes that run, and each names a line of the table', () => {
    expect(api.routes).toEqual(routes);
    expect(routes.length).toBeGreaterThan(15);
    for (const { action } of routes) expect(Object.keys(POLICY)).toContain(action);
  });

  it.each(routes.map((route) => [`${route.method} ${route.path} (${route.action})`, route] as const))(
    '%s',
    async (_, route) => {
      await prepare();
      const before = await contents();
      for (const method of methods(route)) {
        for (const person of PEOPLE) {
          const refusal = outcome(route, person);
          if (refusal === null) continue;
          const status = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 }[refusal];
          // An answer to HEAD has no words.
          const code = method === 'HEAD' ? null : refusal;
          expect({ person: person.name, ...(await knock(route, method, person)) }).toEqual({
            person: person.name,
            status,
            code,
          });
        }
      }
      expect(await contents()).toBe(before);
      for (const method of methods(route)) {
        for (const person of PEOPLE) {
          if (outcome(route, person) !== null) continue;
          const { status, code } = await knock(route, method, person);
          const shut = code === null ? [401, 403].includes(status) : ['UNAUTHENTICATED', 'FORBIDDEN'].includes(code);
          expect({ person: person.name, status, code, shut }).toMatchObject({ shut: false });
          if (method !== 'GET' && method !== 'HEAD') await prepare();
        }
      }
    },
    120_000,
  );
});
