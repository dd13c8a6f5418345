import { hashPassword } from '#api/session/passwords';
import type { Role } from '#domain/approval';
import type { SessionAnswer } from '#domain/session';
import { keepAccount } from '#prisma/records/accounts';
import type { TestApi } from '#tests/api/open-api';

export const PASSWORD = 'nine-lives-of-a-scanner';

/** An account with a password, as an invitation would have left it. */
export async function keepPerson(api: TestApi, login: string, roles: Role[], departments = ['house']): Promise<void> {
  await keepAccount(api.db, { id: login, displayName: login, roles, departments, demo: false });
  await api.db.account.update({ where: { id: login }, data: { login, passwordHash: await hashPassword(PASSWORD) } });
}

/** A browser with a cookie jar, on a page of the studio. */
export class Browser {
  readonly jar = new Map<string, string>();
  csrf = '';
  constructor(private readonly api: TestApi) {}

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {},
  ): Promise<Response> {
    const all: Record<string, string | undefined> = {
      origin: this.api.address,
      cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(method === 'GET' ? {} : { 'x-caseloom-csrf': this.csrf }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const answer = await fetch(path.startsWith('http') ? path : `${this.api.address}${path}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }

  async signIn(login: string, password = PASSWORD): Promise<Response> {
    const answer = await this.ask('POST', '/api/session', { login, password });
    if (answer.ok) this.csrf = ((await answer.clone().json()) as SessionAnswer).csrf;
    return answer;
  }

  /** GET /api/session, or the code of its refusal. */
  async whoAmI(): Promise<SessionAnswer | string> {
    const answer = await this.ask('GET', '/api/session');
    const body = (await answer.json()) as SessionAnswer & { code: string };
    return answer.ok ? body : body.code;
  }
}

/** The code of a refusal. */
export const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { code?: string }).code ?? `HTTP ${answer.status}`;
