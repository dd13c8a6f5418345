import { z } from 'zod';

/** A SHA-256 in lower-case hex. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes in the content-addressed store. Steps exchange these, never paths. `role` says what the bytes are for, free of patient data. */
export const ArtifactRef = z.object({
  digest: Digest,
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  role: z.string(),
});
export type ArtifactRef = z.infer<typeof ArtifactRef>;
