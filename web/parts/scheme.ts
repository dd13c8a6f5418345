import type { MantineColorSchemeManager } from '@mantine/core';
import { SCHEME_COOKIE, schemeOf } from '../state/cookies.ts';

const YEAR_S = 365 * 24 * 3600;
const read = () => schemeOf(new RegExp(`(?:^|; )${SCHEME_COOKIE}=(\\w+)`).exec(document.cookie)?.[1]);

/** Keeps the choice of light or dark in a cookie, so that the server draws the first page in it. */
export const schemeKeeper: MantineColorSchemeManager = {
  get: (fallback) => (typeof document === 'undefined' ? fallback : read()),
  set: (scheme) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in hospitals' older browsers
    document.cookie = `${SCHEME_COOKIE}=${scheme}; path=/; max-age=${YEAR_S}; samesite=lax`;
  },
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** Runs before the first paint where the machine decides: the page is never white in a dark room. */
export const EARLY_SCHEME = `document.documentElement.setAttribute('data-mantine-color-scheme',matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')`;
