import { createServer } from 'node:net';
import { StudioError } from '#domain/errors';

/** A port on 127.0.0.1 that nobody listens on now, chosen by the system. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

export async function portIsFree(port: number): Promise<boolean> {
  return (await listenOnce(port).catch(() => 0)) === port;
}

/** The given port when it is free. Errors: PORT_IN_USE. */
export async function claimPort(port: number): Promise<number> {
  if (!(await portIsFree(port))) throw new StudioError('PORT_IN_USE', { port });
  return port;
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}
