import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';

/** Hands everything but `/api/` to the server of the pages, so that a browser sees one address. */
export const pagesProxy = (pages: string): RequestHandler =>
  createProxyMiddleware({ target: pages, pathFilter: (path) => !path.startsWith('/api/'), xfwd: true, ws: true });
