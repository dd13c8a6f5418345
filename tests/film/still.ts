import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderStill, selectComposition } from '@remotion/renderer';
import { artifactsIn, serveAssets } from '#activities/render/asset-server';
import { RenderBrowser } from '#activities/render/browser';
import { bundleFilm } from '#activities/render/bundle';
import { CHROMIUM_OPTIONS, findBrowser } from '#activities/render/find-browser';
import type { BlobStore } from '#activities/store/blob-store';
import type { FilmProps, SceneProps } from '#domain/film/film';

export interface StillStudio {
  /** PNG of one frame of a scene; `scale` shrinks it (0.25 = 480x270). */
  still(scene: SceneProps, frame: number, scale?: number): Promise<Buffer>;
  /** The same of the whole film's composition, which the preview plays. */
  filmStill(film: FilmProps, frame: number, scale?: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens one browser on the real bundle (kept between runs); pictures of `film` come from `store`. Close it when done. */
export async function openStills(store: BlobStore, film: unknown): Promise<StillStudio> {
  const { dir } = await bundleFilm(path.join(tmpdir(), 'caseloom-film-look'), new AbortController().signal);
  const server = await serveAssets(store, artifactsIn(film).values());
  const browsers = new RenderBrowser();
  const lease = await browsers.lease();
  const shared = {
    serveUrl: dir,
    puppeteerInstance: lease.browser,
    browserExecutable: await findBrowser(),
    chromiumOptions: CHROMIUM_OPTIONS,
    logLevel: 'error',
  } as const;
  const draw = async (
    id: string,
    inputProps: Record<string, unknown>,
    frame: number,
    scale: number,
  ): Promise<Buffer> => {
    const composition = await selectComposition({ ...shared, id, inputProps });
    const { buffer } = await renderStill({ ...shared, composition, inputProps, frame, imageFormat: 'png', scale });
    if (!buffer) throw new Error('the renderer gave no picture');
    return buffer;
  };
  const assetBase = server.base;
  return {
    still: (scene, frame, scale = 1) => draw('scene', { scene, assetBase, frames: [frame] }, 0, scale),
    filmStill: (film, frame, scale = 1) => draw('film', { film, assetBase }, frame, scale),
    async close() {
      await lease.release(true);
      await browsers.close();
      await server.close();
    },
  };
}
