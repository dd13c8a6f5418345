import { z } from 'zod';
import { ArtifactRef, Digest } from './artifact.ts';

/** One scene drawn and encoded: a closed-GOP piece of the film's picture. */
export const SceneChunk = z.object({
  sceneId: z.string(),
  /** Digest of all that decides its bytes: props, code version, encoder settings. */
  key: Digest,
  video: ArtifactRef,
  frames: z.int().positive(),
  /** Frames that were drawn; the others repeat one of these. */
  distinctFrames: z.int().positive(),
});
export type SceneChunk = z.infer<typeof SceneChunk>;
