import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LANGUAGE_COOKIE, LANGUAGES, type Language, languageOf } from '../state/cookies.ts';

export type Messages = Record<string, Record<string, unknown>>;

const FILES = import.meta.glob<Record<string, unknown>>('../messages/*/*.json', { import: 'default' });
const NAME = /\/messages\/([^/]+)\/([^/]+)\.json$/;
const kept = new Map<Language, Promise<Messages>>();

async function load(language: Language): Promise<Messages> {
  const found = Object.entries(FILES).flatMap(([file, read]) => {
    const [, folder, space] = NAME.exec(file) ?? [];
    return folder === language && space ? [read().then((words) => [space, words] as const)] : [];
  });
  return Object.fromEntries(await Promise.all(found));
}

/** Every text of a language; a file is a namespace. */
export function messagesOf(language: Language): Promise<Messages> {
  const cached = kept.get(language);
  if (cached && process.env.NODE_ENV === 'production') return cached;
  const reading = load(language);
  kept.set(language, reading);
  return reading;
}

/** The reader's language: chosen by the menu, else by the browser. */
export async function readerLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return languageOf(chosen, (await headers()).get('accept-language'));
}

/** Read by next-intl for every request. Times are those of the hospital's machine. */
export default getRequestConfig(async ({ locale }) => {
  const language = LANGUAGES.find((one) => one === locale) ?? (await readerLanguage());
  return {
    locale: language,
    messages: await messagesOf(language),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: new Date(),
  };
});
