import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HouseKey } from '#api/session/house-key';
import { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';

/** What a signed address stands for: one file, for one person, until then. */
const MediaClaim = z.strictObject({
  artifact: ArtifactRef,
  name: z.string(),
  download: z.boolean(),
  productionId: z.string(),
  accountId: z.string(),
  /** The browser's session it was made in; null when a program asked. */
  session: z.string().nullable(),
  /** Milliseconds since 1970. */
  expires: z.number(),
});
export type MediaClaim = z.infer<typeof MediaClaim>;

/** `payload.seal`, both of letters that an address may hold. */
export async function writeTicket(key: HouseKey, claim: MediaClaim): Promise<string> {
  const payload = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${payload}.${await seal(key, payload)}`;
}

/** @throws StudioError MEDIA_LINK when it is altered, foreign or too old */
export async function readTicket(key: HouseKey, ticket: string, now = Date.now()): Promise<MediaClaim> {
  const [payload = '', given = '', ...more] = ticket.split('.');
  const wanted = Buffer.from(await seal(key, payload));
  const shown = Buffer.from(given);
  if (more.length > 0 || shown.length !== wanted.length || !timingSafeEqual(shown, wanted))
    throw new StudioError('MEDIA_LINK');
  const claim = MediaClaim.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (claim.expires <= now) throw new StudioError('MEDIA_LINK');
  return claim;
}

const seal = async (key: HouseKey, payload: string): Promise<string> =>
  createHmac('sha256', await key.of('media'))
    .update(payload)
    .digest('base64url');
