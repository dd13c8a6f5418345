import { z } from 'zod';

/** Which file of a production is asked for: the newest film's unless said. */
export const MediaWanted = z.strictObject({
  name: z.string().regex(/^[\w-]+(\.[\w-]+)*$/),
  revision: z.int().positive().optional(),
  /** Of the script it was made from. */
  version: z.int().positive().optional(),
  /** To be kept as a file, not shown. */
  download: z.boolean().default(false),
});
export type MediaWanted = z.infer<typeof MediaWanted>;

/** An address that opens one file for a while, for the person who asked. */
export const SignedMedia = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
export type SignedMedia = z.infer<typeof SignedMedia>;
