import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));
const known = new Map<string, string>();

/**
 * Digest of the source of the named rooms (folders or files from the project's root). A step's result is kept under its inputs and the
 * version of the code that made it, so a change of code can never serve a stale result.
 */
export function codeVersion(...rooms: string[]): string {
  const name = rooms.join('|');
  let version = known.get(name);
  if (!version) {
    const hash = createHash('sha256');
    for (const file of rooms.flatMap((room) => sources(path.join(HOUSE, room))).sort()) {
      hash.update(path.relative(HOUSE, file)).update('\0').update(readFileSync(file)).update('\0');
    }
    version = hash.digest('hex').slice(0, 16);
    known.set(name, version);
  }
  return version;
}

function sources(place: string): string[] {
  if (/\.\w+$/.test(path.basename(place))) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'node_modules' ? [] : sources(inside);
    return entry.name.endsWith('.md') ? [] : [inside];
  });
}
