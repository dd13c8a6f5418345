import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '@remotion/bundler';
import { StudioError } from '#domain/errors';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SOURCES = ['remotion', 'domain'];
/** Packages whose version changes pixels. */
const PACKAGES = [
  ...['remotion', '@remotion/bundler', '@remotion/renderer', 'react', 'react-dom'],
  ...['@fontsource-variable/inter', '@fontsource-variable/noto-sans-sc', '@fontsource-variable/noto-serif-sc'],
];

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|css|svg|json)$/.test(entry.name) && entry.name !== 'tsconfig.json')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Digest of all that turns a scene's props into pixels: the film's source and the exact versions it stands on.
 * The same version gives the same frames on the same browser.
 */
export async function renderCodeVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of await sourceFiles(path.join(ROOT, source))) {
      hash.update(`${path.relative(ROOT, file)}\0`);
      hash.update(await readFile(file));
    }
  for (const name of PACKAGES) {
    const meta = JSON.parse(await readFile(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
    hash.update(`${name}@${meta.version}\0`);
  }
  return hash.digest('hex');
}

async function build(entryPoint: string, place: string): Promise<void> {
  const temp = `${place}.${randomUUID()}.part`;
  try {
    await mkdir(path.dirname(place), { recursive: true });
    await bundle({ entryPoint, outDir: temp, rootDir: ROOT, enableCaching: true, onProgress: () => {} });
    // Another worker may have been quicker; its bundle is as good.
    await rename(temp, place).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw new StudioError('DISK_FULL', {}, { cause });
    throw new StudioError('RENDER_BROWSER', { detail: `bundle: ${(cause as Error).message.slice(0, 200)}` }, { cause });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

const underWay = new Map<string, Promise<void>>();

export interface FilmBundle {
  /** Folder for `serveUrl`. */
  readonly dir: string;
  readonly version: string;
}

/**
 * The film's code as the browser runs it, built once per code version and kept in `<dataDir>/bundles`. Building takes 3-20 s and cannot be
 * interrupted: an abort returns at once and the build goes on for the next one who asks.
 * @throws StudioError RENDER_BROWSER, DISK_FULL, CANCELLED
 */
export async function bundleFilm(
  dataDir: string,
  signal: AbortSignal,
  entry: string = path.join(ROOT, 'remotion/index.ts'),
): Promise<FilmBundle> {
  const version = await renderCodeVersion();
  const suffix = createHash('sha256').update(path.relative(ROOT, entry)).digest('hex').slice(0, 8);
  const dir = path.join(dataDir, 'bundles', `${version.slice(0, 24)}-${suffix}`);
  const ready = await access(path.join(dir, 'index.html')).then(
    () => true,
    () => false,
  );
  if (!ready) {
    let building = underWay.get(dir);
    if (!building) {
      building = build(entry, dir).finally(() => underWay.delete(dir));
      building.catch(() => {});
      underWay.set(dir, building);
    }
    await Promise.race([building, cancelled(signal)]);
  }
  return { dir, version };
}

function cancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new StudioError('CANCELLED'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
