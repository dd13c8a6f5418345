import { z } from 'zod';
import { type ErrorDetails, isErrorCode, StudioError } from '#domain/errors';

/** Where the studio's API listens: this server is its only client for browsers. */
const address = (): string => process.env.CASELOOM_API ?? 'http://127.0.0.1:4170';
const TOKEN = /^[\w-]{20,200}$/;
const Problem = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/**
 * Asks the API under the given token and gives the answer whatever its status is.
 * @throws StudioError UNAUTHENTICATED without a token that could be one, SERVER_GONE when nobody answers
 */
export async function ask(token: string | null, path: string, asking: Asking = {}): Promise<Response> {
  if (!token || !TOKEN.test(token)) throw new StudioError('UNAUTHENTICATED');
  const headers: Record<string, string> = { ...asking.headers, authorization: `Bearer ${token}` };
  if (asking.body !== undefined) headers['content-type'] = 'application/json';
  return fetch(`${address()}${path}`, {
    method: asking.method ?? 'GET',
    headers,
    cache: 'no-store',
    redirect: 'error',
    ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
    ...(asking.signal ? { signal: asking.signal } : {}),
  }).catch((cause: unknown) => {
    throw new StudioError('SERVER_GONE', { server: 'studio API' }, { cause });
  });
}

/** The coded error of a refusal. */
export async function refusal(response: Response): Promise<StudioError> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  if (problem.success && isErrorCode(problem.data.code)) {
    return new StudioError(problem.data.code, problem.data.details as ErrorDetails);
  }
  return new StudioError('INTERNAL', { reference: `HTTP ${response.status}` });
}

/** Asks and parses. @throws StudioError with the API's own code when it refuses */
export async function askFor<T>(token: string | null, path: string, schema: z.ZodType<T>, asking?: Asking): Promise<T> {
  const response = await ask(token, path, asking);
  if (!response.ok) throw await refusal(response);
  return schema.parse(await response.json());
}
