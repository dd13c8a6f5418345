import { type NextRequest, NextResponse } from 'next/server';
import { SESSION_COOKIE } from './state/cookie-names.ts';

/** One policy for every page: scripts by this answer's nonce only, everything else from this address, nothing from others. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sends whoever is not signed in to the sign-in page and puts the security headers on every page. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const open = pathname === '/sign-in';
  if (!open && !request.cookies.has(SESSION_COOKIE)) {
    const door = new URL('/sign-in', request.url);
    if (pathname !== '/') door.searchParams.set('next', pathname + search);
    return NextResponse.redirect(door);
  }
  const csp = policy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  return response;
}

export const config = {
  // Route handlers check the session and the origin themselves; files of the build are the same for everybody.
  matcher: ['/((?!api/|_next/static/|icon.svg$).*)'],
};
