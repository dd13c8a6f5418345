import { cookies } from 'next/headers';
import { StudioError } from '#domain/errors';
import { fromOwnPage, problem } from '../../../../server/door.ts';
import { seeOther } from '../../../../server/see-other.ts';
import { SESSION_COOKIE } from '../../../../state/cookie-names.ts';

/** Signs out of this browser. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPage(request)) return problem(new StudioError('FORBIDDEN'));
  (await cookies()).delete(SESSION_COOKIE);
  return seeOther('/sign-in');
}
