/** The eight signs people compare: `B41E-90C7`. The whole digest is what is signed. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();
