import { type NextRequest, NextResponse } from 'next/server';
import { SESSION_COOKIE } from './state/cookies.ts';

const DEV = process.env.NODE_ENV === 'development';
/** Pages for people who are not signed in (yet). */
const OPEN = /^\/(login|invite|open)(\/|$)/;

/** One policy for every page: scripts by this answer's nonce only, everything else from this address, nothing from others. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    // React's development build evaluates strings; the production build does not.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${DEV ? " 'unsafe-eval'" : " 'wasm-unsafe-eval'"}`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sends whoever has no session to the sign-in page and puts the security headers on every page. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!OPEN.test(pathname) && !request.cookies.has(SESSION_COOKIE)) {
    const door = request.nextUrl.clone();
    door.pathname = '/login';
    door.search = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(door);
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', csp);
  headers.set('x-nonce', nonce);
  headers.set('x-caseloom-path', pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  return response;
}

export const config = {
  // Files of the build are the same for everybody; the API guards itself.
  matcher: ['/((?!api/|_next/|icon.svg$).*)'],
};
