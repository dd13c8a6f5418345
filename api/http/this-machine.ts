import type { Request } from 'express';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** A program with a token on this very machine, spoken to directly: neither a browser's session nor anything that came through a proxy. */
export function fromThisMachine(request: Request): boolean {
  const { authorization, forwarded, 'x-forwarded-for': behindProxy } = request.headers;
  const direct = forwarded === undefined && behindProxy === undefined;
  return authorization !== undefined && direct && LOOPBACK.has(request.socket.remoteAddress ?? '');
}
