import { cookies, headers } from 'next/headers';
import type { Language } from '#domain/errors';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '../state/cookie-names.ts';
import { languageOf } from '../state/language.ts';

/** The signed-in account's token. It stays on this server: pages never get it. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(SESSION_COOKIE)?.value ?? null;
}

export async function readerLanguage(): Promise<Language> {
  return languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language'));
}
