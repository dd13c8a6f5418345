import { ask, refusal } from '../../../../../server/api.ts';
import { problem } from '../../../../../server/door.ts';
import { withHeartbeat } from '../../../../../server/heartbeat.ts';
import { sessionToken } from '../../../../../server/session.ts';

type Place = { params: Promise<{ id: string }> };

/**
 * Progress as server-sent events. A browser that lost its line comes back with Last-Event-ID; a page that already shows
 * event n begins with `?after=n`. Nothing is missed and nothing told twice.
 */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { id } = await params;
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after') ?? '0';
  try {
    const upstream = await ask(await sessionToken(), `/api/productions/${encodeURIComponent(id)}/events`, {
      headers: { 'last-event-id': /^\d{1,15}$/.test(after) ? after : '0' },
      signal: request.signal,
    });
    if (!upstream.ok || !upstream.body) throw await refusal(upstream);
    return new Response(withHeartbeat(upstream.body), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // no-transform: compression would hold events back.
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    return problem(error);
  }
}
