import type { Response } from 'express';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';

/** Streams stored bytes with Range, ETag and no caching by others: films hold patient-derived pictures. */
export function sendArtifact(response: Response, file: string, artifact: ArtifactRef): Promise<void> {
  return new Promise((resolve, reject) => {
    response.type(artifact.mediaType);
    response.setHeader('ETag', `"${artifact.digest}"`);
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // The data folder may lie below a dot folder such as ~/.local.
    response.sendFile(
      file,
      { dotfiles: 'allow', acceptRanges: true, cacheControl: false, etag: false, lastModified: false },
      (error?: Error) => {
        if (!error) return resolve();
        const status = (error as { status?: number }).status;
        if (status === 416) return reject(new StudioError('RANGE_INVALID'));
        // The client went away: nobody is left to tell.
        if ((error as NodeJS.ErrnoException).code === 'ECONNABORTED' || response.headersSent) return resolve();
        reject(new StudioError('STORE_MISSING', { role: artifact.role }, { cause: error }));
      },
    );
  });
}
