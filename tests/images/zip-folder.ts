import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

export async function zipFolder(folder: string, target: string): Promise<void> {
  const zip = new yazl.ZipFile();
  for (const name of await readdir(folder)) zip.addFile(path.join(folder, name), `export/${name}`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}
