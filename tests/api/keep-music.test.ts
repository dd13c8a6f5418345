import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWav } from '#activities/release/wav';
import { BlobStore } from '#activities/store/blob-store';
import { keepMusic } from '#api/productions/keep-music';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caseloom music '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const file = async (name: string, bytes: Buffer): Promise<string> => {
  await writeFile(path.join(folder, name), bytes);
  return path.join(folder, name);
};

describe('keepMusic', () => {
  it('copies a sound file into the store and names its bytes, not its path', async () => {
    const bytes = writeWav(new Int16Array(100).fill(7), 2);
    const kept = await keepMusic(await file('a name.wav', bytes), folder);
    expect(kept).toMatchObject({ mediaType: 'audio/wav', role: 'music', bytes: bytes.length });
    expect(await readFile(new BlobStore(path.join(folder, 'store')).path(kept))).toEqual(bytes);
    const tagged = await keepMusic(await file('b.mp3', Buffer.from('ID3\x04000000000')), folder);
    expect(tagged.mediaType).toBe('audio/mpeg');
  });

  it('refuses what is no sound file, is not there, or is named from nowhere', async () => {
    const text = await file('c.wav', Buffer.from('these are only words'));
    for (const wrong of [text, folder, path.join(folder, 'none.wav'), 'a name.wav'])
      await expect(keepMusic(wrong, folder)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
