import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { artifactsIn, serveAssets } from '#activities/render/asset-server';
import type { BlobStore } from '#activities/store/blob-store';
import { emptyStore } from './fixture/scene.ts';

let store: BlobStore;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => rm(store.root, { recursive: true, force: true }));

it('serves the artifacts that were named, and nothing else', async () => {
  const shown = await store.put(Buffer.from('shown'), 'image/png', 'picture');
  const hidden = await store.put(Buffer.from('hidden'), 'image/png', 'picture');
  const server = await serveAssets(store, artifactsIn({ a: [{ image: shown }, null, 3], b: 'x' }).values());
  try {
    const answer = await fetch(`${server.base}/${shown.digest}`);
    expect([answer.status, await answer.text()]).toEqual([200, 'shown']);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { origin } = new URL(server.base);
    const refused = [
      `${server.base}/${hidden.digest}`,
      `${origin}/${shown.digest}`,
      `${server.base}/../../etc/passwd`,
      `${server.base}/%2e%2e/%2e%2e/etc/passwd`,
      server.base,
    ];
    for (const address of refused) expect((await fetch(address)).status).toBe(404);
    expect((await fetch(`${server.base}/${shown.digest}`, { method: 'POST' })).status).toBe(404);
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:/);
  } finally {
    await server.close();
  }
});
