import { open } from 'node:fs/promises';
import path from 'node:path';
import { BlobStore } from '#activities/store/blob-store';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';

const MOST_BYTES = 200 * 1024 * 1024;

/** What a sound file begins with: RIFF/WAVE, FLAC, MP3 with or without an ID3 tag. */
const SIGNS: readonly [mediaType: string, is: (head: Buffer) => boolean][] = [
  ['audio/wav', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WAVE'],
  ['audio/flac', (head) => head.toString('latin1', 0, 4) === 'fLaC'],
  ['audio/mpeg', (head) => head.toString('latin1', 0, 3) === 'ID3' || head.readUInt16BE(0) >>> 5 === 0x7ff],
];

/**
 * Copies a film's music into the store, so that the order names its bytes and not a path.
 * @throws StudioError INPUT_INVALID for anything but a WAV, FLAC or MP3 file of reasonable size
 */
export async function keepMusic(file: string, dataDir: string): Promise<ArtifactRef> {
  const invalid = () =>
    new StudioError('INPUT_INVALID', { detail: 'music must be a WAV, FLAC or MP3 file of at most 200 MiB' });
  if (!path.isAbsolute(file)) throw invalid();
  const handle = await open(file, 'r').catch(() => {
    throw invalid();
  });
  try {
    const info = await handle.stat();
    const head = Buffer.alloc(12);
    const { bytesRead } = info.isFile() ? await handle.read(head, 0, 12, 0) : { bytesRead: 0 };
    const mediaType = bytesRead === 12 && SIGNS.find(([, is]) => is(head))?.[0];
    if (!mediaType || info.size > MOST_BYTES) throw invalid();
    return await new BlobStore(path.join(dataDir, 'store')).putFile(file, mediaType, 'music');
  } finally {
    await handle.close();
  }
}
