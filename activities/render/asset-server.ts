import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';

export interface AssetServer {
  /** `http://127.0.0.1:<port>/<token>`: `<base>/<digest>` are the bytes. */
  readonly base: string;
  close(): Promise<void>;
}

/** Every artifact named anywhere inside a value, by digest. */
export function artifactsIn(value: unknown, into = new Map<string, ArtifactRef>()): Map<string, ArtifactRef> {
  if (Array.isArray(value)) for (const item of value) artifactsIn(item, into);
  else if (value !== null && typeof value === 'object') {
    const candidate = value as Partial<ArtifactRef>;
    if (typeof candidate.digest === 'string' && typeof candidate.mediaType === 'string')
      into.set(candidate.digest, candidate as ArtifactRef);
    for (const member of Object.values(value)) artifactsIn(member, into);
  }
  return into;
}

/**
 * Serves the named artifacts, and nothing else, to the browser of this machine: loopback only, under a random path.
 * The browser's page comes from another origin, so canvases may read the pictures (CORS).
 */
export async function serveAssets(store: BlobStore, refs: Iterable<ArtifactRef>): Promise<AssetServer> {
  const token = randomBytes(16).toString('hex');
  const allowed = new Map([...refs].map((ref) => [`/${token}/${ref.digest}`, ref]));
  const server = createServer((request, response) => {
    const ref = allowed.get(request.url ?? '');
    if (!ref || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404).end();
      return;
    }
    const bytes = createReadStream(store.path(ref));
    bytes.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(404).end()));
    bytes.once('open', () => {
      response.writeHead(200, {
        'content-type': ref.mediaType,
        'content-length': ref.bytes,
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      if (request.method === 'HEAD') {
        bytes.destroy();
        response.end();
      } else bytes.pipe(response);
    });
    response.once('close', () => bytes.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
