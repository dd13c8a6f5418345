import type { Role } from '#domain/approval';

export interface NavItem {
  readonly key: 'home' | 'productions' | 'films' | 'audit' | 'settings';
  readonly href: string;
  /** Who has it; hidden for others. */
  readonly roles: readonly Role[] | 'everybody';
}

/** Places of the main navigation; only pages that exist stand here. */
export const NAV: readonly NavItem[] = [
  { key: 'home', href: '/', roles: 'everybody' },
  { key: 'productions', href: '/productions', roles: 'everybody' },
  { key: 'films', href: '/films', roles: 'everybody' },
];
export const NAV_END: readonly NavItem[] = [
  { key: 'audit', href: '/audit', roles: 'everybody' },
  { key: 'settings', href: '/settings', roles: 'everybody' },
];

/** The place a page belongs to. */
export const placeOf = (pathname: string): string =>
  [...NAV, ...NAV_END].findLast(({ href }) => (href === '/' ? pathname === '/' : pathname.startsWith(href)))?.href ??
  '';

/** Pages where one works on one production: the navigation makes room (studio-style §2). */
export const isWorkPage = (pathname: string): boolean =>
  /^\/productions\/[^/]+\/(findings|script|review)(\/|$)/.test(pathname);
