import createClient, { type Middleware } from 'openapi-fetch';
import { asRefusal, refusalOf } from './refusal.ts';
import type { paths } from './schema.d.ts';

const CSRF = 'x-caseloom-csrf';
let csrf = '';

/** The value every changing request carries; the shell gives it from the session. */
export function keepCsrf(value: string): void {
  csrf = value;
}

/** For requests that do not go through `api` (uploads): the headers of a changing request. */
export const csrfHeaders = (): Record<string, string> => ({ [CSRF]: csrf });

const house: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set(CSRF, csrf);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await refusalOf(response);
  },
  onError({ error }) {
    return asRefusal(error) as unknown as Error;
  },
};

/** The API at this very address, typed by its own description; a refusal is thrown as `Refusal`. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
api.use(house);

/** The body of an answer: `const me = await taken(api.GET('/api/me'))`. @throws Refusal */
export async function taken<T>(asking: Promise<{ data?: T }>): Promise<T> {
  return (await asking).data as T;
}
