/**
 * The studio's pages as a server: builds them when their source has changed since the last build, then serves.
 * `CASELOOM_WEB_PORT` (4171) and `CASELOOM_WEB_HOST` (127.0.0.1) say where; `CASELOOM_API` is the API's address.
 * `node web/main.mjs build` only builds, for images that are made once and run often.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const room = path.dirname(fileURLToPath(import.meta.url));
const house = path.dirname(room);
const next = path.join(house, 'node_modules', 'next', 'dist', 'bin', 'next');
const KEPT_BUILDS = 2;
const READY = 'caseloom-ready';

process.env.NEXT_TELEMETRY_DISABLED = '1';
// A caller who names a folder of his own (a test) gets a build of his own there.
const dist = process.env.CASELOOM_WEB_DIST ?? path.join('.next', `studio-${await sourceDigest()}`);
process.env.CASELOOM_WEB_DIST = dist;
if (!existsSync(path.join(room, dist, READY))) await build();
if (process.argv[2] !== 'build') {
  const { CASELOOM_WEB_PORT: port = '4171', CASELOOM_WEB_HOST: host = '127.0.0.1' } = process.env;
  process.argv.splice(2, Infinity, 'start', room, '--port', port, '--hostname', host);
  await import(next);
}

/** Digest of all that decides the built pages: this room, the shared truth, the film of the preview, the packages. */
async function sourceDigest() {
  const hash = createHash('sha256').update(process.version.split('.', 1)[0]);
  for (const folder of ['web', 'domain', 'remotion'])
    for (const file of await sources(path.join(house, folder)))
      hash.update(`${path.relative(house, file)}\0`).update(await readFile(file));
  // The lock decides every package the pages are made of.
  hash.update(await readFile(path.join(house, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

async function sources(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => name !== '.next' && name !== 'next-env.d.ts')
      .map((entry) => {
        const place = path.join(folder, entry.name);
        return entry.isDirectory() ? sources(place) : [place];
      }),
  );
  return found.flat().sort();
}

async function build() {
  await mkdir(path.join(room, dist), { recursive: true });
  const child = spawn(process.execPath, [next, 'build', room], { cwd: house, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) process.exit(1);
  await writeFile(path.join(room, dist, READY), '');
  await dropOlder();
}

/** A studio that is up may still serve the build before this one. */
async function dropOlder() {
  const names = (await readdir(path.join(room, '.next'))).filter((name) => name.startsWith('studio-'));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(room, '.next', name))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(KEPT_BUILDS))
    await rm(path.join(room, '.next', name), { recursive: true, force: true });
}
