/** The page to go to after signing in: one of ours, never another address. */
export const nextAddress = (wished: unknown): string =>
  typeof wished === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(wished) && !wished.startsWith('/login') ? wished : '/';
