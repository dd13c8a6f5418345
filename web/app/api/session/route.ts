import { cookies } from 'next/headers';
import { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { askFor } from '../../../server/api.ts';
import { fromOwnPage, problem } from '../../../server/door.ts';
import { ownPath, seeOther } from '../../../server/see-other.ts';
import { SESSION_COOKIE } from '../../../state/cookie-names.ts';

const TWELVE_HOURS = 12 * 3600;

/** Signs in: the token is tried at the API and then kept where only this server can read it. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPage(request)) return problem(new StudioError('FORBIDDEN'));
  const form = await request.formData().catch(() => new FormData());
  const token = String(form.get('token') ?? '').trim();
  const next = ownPath(String(form.get('next') ?? ''));
  try {
    await askFor(token, '/api/me', Actor);
  } catch (error) {
    const code = error instanceof StudioError ? error.code : 'INTERNAL';
    return seeOther(`/sign-in?refused=${code}&next=${encodeURIComponent(next)}`);
  }
  (await cookies()).set(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    // On the hospital's own machine the studio speaks HTTP on loopback; behind its proxy it is TLS.
    secure: request.headers.get('x-forwarded-proto') === 'https',
    path: '/',
    maxAge: TWELVE_HOURS,
  });
  return seeOther(next);
}
