/** Finding the programs the studio needs. The same order for the set-up, the launchers and the doctor. */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { cacheDir } from './places.mjs';

const CHROMIUM_NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
];

/** Full path of a program on the PATH, or undefined. */
export function onPath(name, env = process.env) {
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder || '.', name);
    if (isProgram(file)) return file;
  }
  return undefined;
}

/** `{ path, source }` of a Chromium, or undefined. CASELOOM_CHROMIUM counts even when it is wrong, so that this shows. */
export function findChromium(env = process.env) {
  if (env.CASELOOM_CHROMIUM) return { path: env.CASELOOM_CHROMIUM, source: 'CASELOOM_CHROMIUM' };
  for (const name of CHROMIUM_NAMES) {
    const file = onPath(name, env);
    if (file && !isSnapStub(file)) return { path: file, source: 'PATH' };
  }
  const cached = findBelow(path.join(cacheDir(env), 'chromium'), ['chrome-headless-shell', 'headless_shell'], 7);
  return cached ? { path: cached, source: 'cache' } : undefined;
}

/** `{ path, source }` of a Temporal dev server, or undefined. */
export function findTemporal(env = process.env) {
  const installed = onPath('temporal', env);
  if (installed) return { path: installed, source: 'PATH' };
  const cached = cachedTemporal(env);
  return isProgram(cached) ? { path: cached, source: 'cache' } : undefined;
}

export function cachedTemporal(env = process.env) {
  return path.join(cacheDir(env), 'bin', process.platform === 'win32' ? 'temporal.exe' : 'temporal');
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu's chromium-browser is a script that only asks for the snap; the real program is much larger. */
function isSnapStub(file) {
  return (
    path.basename(file) === 'chromium-browser' && statSync(file).size < 10_000 && !existsSync('/snap/bin/chromium')
  );
}

function findBelow(folder, names, depth) {
  if (depth === 0 || !existsSync(folder)) return undefined;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const found = findBelow(file, names, depth - 1);
      if (found) return found;
    } else if (names.includes(entry.name) && isProgram(file)) return file;
  }
  return undefined;
}
