import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '@remotion/bundler';
import { openBrowser, renderStill, selectComposition } from '@remotion/renderer';
import { BlobStore } from '#activities/store/blob-store';
import type { SceneProps } from '#domain/film/film';

const HOUSE = path.resolve(import.meta.dirname, '../..');

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(HOUSE, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Bundles the real entry once per state of its sources; a second run finds the folder. */
async function bundled(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...(await sources('remotion')), ...(await sources('domain'))]) {
    hash.update(file).update(await readFile(file));
  }
  const outDir = path.join(tmpdir(), `caseloom-film-bundle-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(path.join(outDir, 'index.html'))) {
    await bundle({ entryPoint: path.join(HOUSE, 'remotion/index.ts'), outDir, publicDir: null, enableCaching: true });
  }
  return outDir;
}

/** Serves a store's pictures over loopback, as the renderer does. */
function serve(store: BlobStore): Promise<Server> {
  const server = createServer((request, response) => {
    const digest = (request.url ?? '').slice(1);
    readFile(store.path({ digest })).then(
      (bytes) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export interface StillStudio {
  /** PNG of one frame of a scene; `scale` shrinks it (0.25 = 480x270). */
  still(scene: SceneProps, frame: number, scale?: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens one browser on one cached bundle; pictures come from `store`. Close it when done. */
export async function openStills(store: BlobStore): Promise<StillStudio> {
  const serveUrl = await bundled();
  const browserExecutable =
    ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) => existsSync(file)) ?? null;
  const server = await serve(store);
  const assetBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const puppeteerInstance = await openBrowser('chrome', { browserExecutable, chromiumOptions: { gl: null } });
  const shared = {
    serveUrl,
    puppeteerInstance,
    browserExecutable,
    chromiumOptions: { gl: null },
    logLevel: 'error',
  } as const;
  return {
    async still(scene, frame, scale = 1) {
      const inputProps = { scene, assetBase, frames: [frame] };
      const composition = await selectComposition({ ...shared, id: 'scene', inputProps });
      const { buffer } = await renderStill({ ...shared, composition, inputProps, frame: 0, imageFormat: 'png', scale });
      if (!buffer) throw new Error('the renderer gave no picture');
      return buffer;
    },
    async close() {
      await puppeteerInstance.close({ silent: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
