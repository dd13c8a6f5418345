import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** Headers of every answer of the API. It answers data: a browser that takes one for a page may load and run nothing from it. */
export function apiHeaders(request: Request, response: Response, next: NextFunction): void {
  // What is told to one person is kept by no cache; routes that know better say so.
  response.setHeader('Cache-Control', 'private, no-store');
  safe(request, response, next);
}

const safe = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      // A film or picture opened by itself is its own and only content.
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Not `no-referrer`: with it browsers hide the origin of our own requests, by which they are known.
  referrerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  // The hospital's other addresses are not ours to speak for.
  strictTransportSecurity: { includeSubDomains: false },
});
