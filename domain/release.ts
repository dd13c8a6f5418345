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

/** The film's sound, ready to be muxed: AAC, 48 kHz, stereo, as long as the picture. */
export const VoiceMix = z.object({
  audio: ArtifactRef,
  /** LUFS and dBTP of the encoded sound, by the EBU R128 meter; -99 = silence. */
  integrated: z.number(),
  truePeak: z.number(),
  /** True when peaks had to be limited to reach the loudness by one gain. */
  limited: z.boolean(),
});
export type VoiceMix = z.infer<typeof VoiceMix>;
