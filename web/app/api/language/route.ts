import { cookies } from 'next/headers';
import { StudioError } from '#domain/errors';
import { fromOwnPage, problem } from '../../../server/door.ts';
import { ownPath, seeOther } from '../../../server/see-other.ts';
import { LANGUAGE_COOKIE } from '../../../state/cookie-names.ts';

const A_YEAR = 365 * 24 * 3600;

/** Keeps the reader's choice of language. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPage(request)) return problem(new StudioError('FORBIDDEN'));
  const form = await request.formData().catch(() => new FormData());
  const language = form.get('language') === 'en' ? 'en' : 'zh-CN';
  (await cookies()).set(LANGUAGE_COOKIE, language, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: A_YEAR });
  return seeOther(ownPath(String(form.get('back') ?? '')));
}
