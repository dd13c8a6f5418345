import { ERROR_KINDS, StudioError } from '#domain/errors';
import { ask } from './api.ts';
import { sessionToken } from './session.ts';

/**
 * True when a request that changes something was made by a page of this very address. Browsers name the page's origin
 * on every POST; one without it is not from a browser's page and is refused too.
 */
export function fromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (!origin || !host || !URL.canParse(origin)) return false;
  const site = request.headers.get('sec-fetch-site');
  return new URL(origin).host === host && (site === null || site === 'same-origin');
}

/** A refusal as the API gives them (RFC 9457), without its text: the page says it in the reader's language. */
export function problem(error: unknown): Response {
  const { code, details } = error instanceof StudioError ? error : new StudioError('INTERNAL', { reference: 'web' });
  return Response.json(
    { type: `urn:caseloom:error:${code}`, status: ERROR_KINDS[code].http, code, details },
    {
      status: ERROR_KINDS[code].http,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  );
}

/** Carries a page's POST to the API under the cookie's token; the answer comes back as it is. */
export async function carry(request: Request, path: string, body?: unknown): Promise<Response> {
  try {
    if (!fromOwnPage(request)) throw new StudioError('FORBIDDEN');
    const answer = await ask(await sessionToken(), path, { method: 'POST', body: body ?? {}, signal: request.signal });
    return new Response(answer.body, {
      status: answer.status,
      headers: {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    return problem(error);
  }
}
