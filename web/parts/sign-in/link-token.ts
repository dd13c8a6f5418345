/** The token in the link's fragment. */
export const linkToken = (): string => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
