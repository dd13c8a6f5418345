import { createHash } from 'node:crypto';
import { VIDEO_ENCODER } from '#activities/media/argv-video';
import { canonicalJson } from '#domain/canonical';
import type { SceneProps } from '#domain/film/film';

/**
 * Name of the work "draw and encode this scene": same key, same chunk.
 * @param codeVersion from `renderCodeVersion` (or `FilmBundle.version`)
 */
export function sceneKey(scene: SceneProps, codeVersion: string): string {
  return createHash('sha256')
    .update(canonicalJson({ scene, codeVersion, encoder: VIDEO_ENCODER }))
    .digest('hex');
}
