/** A page of this studio to go to after signing in: a path here, never another address. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]|[\s\\]|^\/api\//.test(wanted)) return '/';
  return wanted;
}

/** 303 with a relative address: right behind any proxy. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
