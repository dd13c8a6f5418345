import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderStill, selectComposition } from '@remotion/renderer';
import { artifactsIn, serveAssets } from '#activities/render/asset-server';
import { CHROMIUM_OPTIONS, findBrowser, RenderBrowser } from '#activities/render/browser';
import { bundleFilm } from '#activities/render/bundle';
import type { BlobStore } from '#activities/store/blob-store';
import type { SceneProps } from '#domain/film/film';

export interface StillStudio {
  /** PNG of one frame of a scene; `scale` shrinks it (0.25 = 480x270). */
  still(scene: SceneProps, frame: number, scale?: number): Promise<Buffer>;
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
  return {
    async still(scene, frame, scale = 1) {
      const inputProps = { scene, assetBase: server.base, frames: [frame] };
      const composition = await selectComposition({ ...shared, id: 'scene', inputProps });
      const { buffer } = await renderStill({ ...shared, composition, inputProps, frame: 0, imageFormat: 'png', scale });
      if (!buffer) throw new Error('the renderer gave no picture');
      return buffer;
    },
    async close() {
      await lease.release(true);
      await browsers.close();
      await server.close();
    },
  };
}
