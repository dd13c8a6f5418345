import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler, Response } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { WAITING_PAGE, WAITING_POLICY } from './waiting-page.ts';

/**
 * Hands everything but `/api/` to the server of the pages, so that a browser sees one address. Nothing is read or kept on the way: answers
 * stream, bodies pass, and who leaves ends the request behind as well.
 */
export const pagesProxy = (pages: string): RequestHandler =>
  createProxyMiddleware<IncomingMessage, Response>({
    target: pages,
    pathFilter: (path) => !path.startsWith('/api/'),
    xfwd: true,
    // Only the development server of the pages speaks over sockets.
    ws: process.env.NODE_ENV !== 'production',
    on: {
      error: (_, request, response) => {
        if (response instanceof Socket) response.destroy();
        else if (response.headersSent || response.destroyed) response.end();
        else sayWait(request, response);
      },
    },
  }) as unknown as RequestHandler;

function sayWait(request: IncomingMessage, response: Response): void {
  const html = request.headers.accept?.includes('text/html') ?? false;
  response
    .status(503)
    .set({ 'Retry-After': '3', 'Cache-Control': 'no-store', 'Content-Security-Policy': WAITING_POLICY })
    .type(html ? 'html' : 'text')
    .send(html ? WAITING_PAGE : 'the pages are being built\n');
}
