/** A headless Chromium where the system has none: Remotion's own download, kept in the per-user cache. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderSize } from './folder-size.mjs';
import { cacheDir, projectRoot } from './places.mjs';
import { SetupProblem, step } from './progress.mjs';
import { run } from './run.mjs';
import { howToInstall } from './system-packages.mjs';
import { findChromium, isProgram, onPath } from './tools.mjs';

export async function bringBrowser() {
  const found = findChromium();
  if (found) {
    if (isProgram(found.path)) return found;
    throw new SetupProblem(`CASELOOM_CHROMIUM names ${found.path}, which is not a program. Correct or unset it.`);
  }
  if (process.env.CASELOOM_OFFLINE) throw new SetupProblem(noBrowser());
  const folder = path.join(cacheDir(), 'chromium');
  mkdirSync(folder, { recursive: true });
  // Remotion downloads below the nearest package.json above the working folder.
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const brought = await step('headless browser', 'downloading', async () => {
    const renderer = pathToFileURL(path.join(projectRoot, 'node_modules', '@remotion', 'renderer', 'dist', 'index.js'));
    const script = `const r = await import(${JSON.stringify(renderer.href)}); await (r.ensureBrowser ?? r.default.ensureBrowser)({ logLevel: 'error' });`;
    await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      quietLimitMs: 30_000,
      moved: () => folderSize(folder),
    });
    const now = findChromium();
    if (!now) throw new SetupProblem(noBrowser());
    return now;
  });
  return brought;
}

function noBrowser() {
  const name = onPath('apt-get') ? 'chromium-headless-shell' : 'chromium';
  return `${howToInstall([name])} Or set CASELOOM_CHROMIUM to one.`;
}
