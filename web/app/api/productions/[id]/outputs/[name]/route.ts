import { ask } from '../../../../../../server/api.ts';
import { problem } from '../../../../../../server/door.ts';
import { sessionToken } from '../../../../../../server/session.ts';

type Place = { params: Promise<{ id: string; name: string }> };

const ASKED = ['range', 'if-range', 'if-none-match'] as const;
const ANSWERED = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag'] as const;

const kept = (names: readonly string[], from: Headers): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (from.has(name) ? [[name, from.get(name) as string]] : [])));

/** A finished file, whole or a range of it; `?download` offers it for keeping. Nobody may cache it. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { id, name } = await params;
  try {
    const path = `/api/productions/${encodeURIComponent(id)}/outputs/${encodeURIComponent(name)}`;
    const answer = await ask(await sessionToken(), path, {
      headers: kept(ASKED, request.headers),
      signal: request.signal,
    });
    const headers = new Headers(kept(ANSWERED, answer.headers));
    headers.set('cache-control', 'private, no-store, no-transform');
    headers.set('x-content-type-options', 'nosniff');
    // A page among the files may style itself and do nothing else.
    headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (new URL(request.url).searchParams.has('download'))
      headers.set('content-disposition', `attachment; filename="${id}-${name.replace(/[^\w.-]/g, '_')}"`);
    return new Response(answer.body, { status: answer.status, headers });
  } catch (error) {
    return problem(error);
  }
}
