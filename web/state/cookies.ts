/** Cookies the pages read; the session's is set by the API. */
export const SESSION_COOKIE = 'caseloom_session';
export const LANGUAGE_COOKIE = 'caseloom_language';
export const SCHEME_COOKIE = 'caseloom_scheme';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Scheme = 'auto' | 'light' | 'dark';

/** The language a person chose, else the first one the browser accepts that we have, else Chinese. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  for (const part of (accepted ?? '').split(',')) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

/** What a person chose; `auto` follows the machine. */
export const schemeOf = (chosen: string | undefined): Scheme =>
  chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
