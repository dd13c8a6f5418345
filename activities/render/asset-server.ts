import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';

export interface AssetServer {
  /** Address of the film's bundle, under the same random path; only when one was given. */
  readonly film: string;
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
export async function serveAssets(
  store: BlobStore,
  refs: Iterable<ArtifactRef>,
  bundleDir?: string,
): Promise<AssetServer> {
  const token = randomBytes(16).toString('hex');
  const allowed = new Map([...refs].map((ref) => [`/${token}/${ref.digest}`, ref]));
  const film = `/${token}/film/`;
  const files = bundleDir === undefined ? null : sirv(bundleDir, { etag: true });
  const server = createServer((request, response) => {
    if (files && request.url?.startsWith(film)) {
      request.url = request.url.slice(film.length - 1);
      files(request, response, () => void response.writeHead(404).end());
      return;
    }
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
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    film: `${origin}${film}`,
    base: `${origin}/${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
