/** Where things lie: the project, the per-user cache, and the data folder outside git. */
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Downloads and built tools; may be deleted at any time. */
export function cacheDir(env = process.env) {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'caseloom');
}

/** Studies, films, databases and logs. CASELOOM_DATA chooses another place. */
export function dataDir(env = process.env) {
  if (env.CASELOOM_DATA) return path.resolve(env.CASELOOM_DATA);
  return path.join(env.XDG_DATA_HOME || path.join(homedir(), '.local', 'share'), 'caseloom');
}
