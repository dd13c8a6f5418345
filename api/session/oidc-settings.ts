import type { Request } from 'express';
import type { Database } from '#prisma/records/database';
import { readSealed } from '#prisma/records/settings';
import type { HouseKey } from './house-key.ts';

/** Where the sign-on service sends people back to; it must know this very address. */
export const oidcReturnAddress = (request: Request): string =>
  `${request.protocol}://${request.host}/api/session/oidc/callback`;

/** The client's secret: the environment's before the kept one. */
export async function oidcSecretFrom(
  db: Database,
  key: HouseKey,
): Promise<{ from: 'environment' | 'kept'; secret: string } | { from: 'none'; secret: null }> {
  const environment = process.env.CASELOOM_OIDC_SECRET;
  if (environment) return { from: 'environment', secret: environment };
  const sealed = await readSealed(db, 'oidc-secret');
  return sealed === null ? { from: 'none', secret: null } : { from: 'kept', secret: await key.open('oidc', sealed) };
}
