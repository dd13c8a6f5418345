import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import createClient, { type Middleware } from 'openapi-fetch';
import { cache } from 'react';
import { SessionAnswer } from '#domain/session';
import { Refusal, refusalOf } from '../client/refusal.ts';
import type { paths } from '../client/schema.d.ts';
import { SESSION_COOKIE } from '../state/cookies.ts';
import { here } from './here.ts';

const address = (): string => process.env.CASELOOM_API ?? 'http://127.0.0.1:4170';

const asReader: Middleware = {
  async onRequest({ request }) {
    const jar = await cookies();
    const session = jar.get(SESSION_COOKIE)?.value ?? '';
    request.headers.set('cookie', `${SESSION_COOKIE}=${session}`);
    return request;
  },
  async onResponse({ response }) {
    if (response.status === 401) redirect(`/login?next=${encodeURIComponent(await here())}`);
    if (!response.ok) throw await refusalOf(response);
  },
  onError() {
    return new Refusal('SERVER_GONE', { server: 'API' }, 503);
  },
};

const client = createClient<paths>({ baseUrl: address(), cache: 'no-store' });
client.use(asReader);

/** The API for server components, asked with the reader's own cookie. Nobody signed in: to the sign-in page. @throws Refusal */
export const api = client;

/** Who reads this page; asked once per request. A sign-in that is not finished goes back to the sign-in page. */
export const session = cache(async (): Promise<SessionAnswer> => {
  const { data } = await api.GET('/api/session');
  const answer = SessionAnswer.parse(data);
  if (answer.state !== 'ok') redirect(`/login?next=${encodeURIComponent(await here())}`);
  return answer;
});
