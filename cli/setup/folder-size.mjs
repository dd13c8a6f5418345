import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes in all files below a folder; what cannot be read counts as nothing. */
export function folderSize(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      bytes += entry.isDirectory() ? folderSize(file) : statSync(file).size;
    }
  } catch {
    // Being written or deleted right now.
  }
  return bytes;
}
