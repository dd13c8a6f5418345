/** The Temporal dev server: found, downloaded by the SDK, or built from its published source. */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { folderSize } from './folder-size.mjs';
import { cacheDir, projectRoot } from './places.mjs';
import { SetupProblem, step } from './progress.mjs';
import { run } from './run.mjs';
import { cachedTemporal, findTemporal, onPath } from './tools.mjs';

/** The newest version that can be installed this way: later ones replace modules in their go.mod. */
const SOURCE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
/** Where the SDK fetches from. */
const DOWNLOAD_HOST = 'https://temporal.download/';
const DOWNLOAD_QUIET_MS = 20_000;

/**
 * Nothing to do when TEMPORAL_ADDRESS names a server. The download needs the SDK and so waits for the npm tree; the
 * build from source, which takes minutes, begins at once where the download host cannot be reached.
 */
export async function bringTemporal(treeReady) {
  if (process.env.TEMPORAL_ADDRESS || findTemporal()) return;
  await step('Temporal server', 'looking for the download', async (nowDoing) => {
    if (await canDownload()) {
      await treeReady;
      nowDoing('downloading');
      if (await download()) return;
    }
    if (!onPath('go')) throw new SetupProblem(howToBring());
    nowDoing('building it with Go (some minutes, once)');
    await build();
  });
}

async function canDownload() {
  if (process.env.CASELOOM_OFFLINE) return false;
  try {
    await fetch(DOWNLOAD_HOST, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

/** The SDK's test environment downloads the server it was tested with; only the file is wanted here. */
async function download() {
  const folder = scratchFolder('temporal-download-');
  try {
    const testing = path.join(projectRoot, 'node_modules', '@temporalio', 'testing');
    const script = `const { TestWorkflowEnvironment: T } = require(${JSON.stringify(testing)});
      T.createLocal({ server: { executable: { type: 'cached-download', downloadDir: ${JSON.stringify(folder)} } } })
        .then((env) => env.teardown()).then(() => process.exit(0), () => process.exit(1));`;
    const { code } = await run(process.execPath, ['-e', script], {
      quietLimitMs: DOWNLOAD_QUIET_MS,
      moved: () => folderSize(folder),
    });
    const file = readdirSync(folder).find((name) => name.startsWith('temporal'));
    if (code !== 0 || !file) return false;
    return keep(path.join(folder, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Module and build caches of some gigabytes are needed for the minutes of the build only, unless the user has his own. */
async function build() {
  const folder = scratchFolder('temporal-build-');
  try {
    const { tail: flags } = await run('go', ['env', 'GOFLAGS']);
    const env = {
      ...process.env,
      GOBIN: path.join(folder, 'bin'),
      GOFLAGS: `${flags} -modcacherw`.trim(),
      GOMODCACHE: process.env.GOMODCACHE ?? path.join(folder, 'mod'),
      GOCACHE: process.env.GOCACHE ?? path.join(folder, 'build'),
    };
    const args = ['install', '-trimpath', '-ldflags=-s -w', SOURCE];
    const { code, tail } = await run('go', args, { cwd: folder, env });
    if (code !== 0) throw new SetupProblem(`go install failed:\n${tail}\n${howToBring()}`);
    if (!(await keep(path.join(folder, 'bin', 'temporal'))))
      throw new SetupProblem('the built Temporal server does not run');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts a program that runs into the cache under its final name, never a half-copied one. */
async function keep(file) {
  chmodSync(file, 0o755);
  if ((await run(file, ['--version'])).code !== 0) return false;
  const target = cachedTemporal();
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(file, `${target}.new`);
  renameSync(`${target}.new`, target);
  return true;
}

/** One at a time runs here, so older folders of this name were left by a killed set-up. */
function scratchFolder(prefix) {
  mkdirSync(cacheDir(), { recursive: true });
  for (const name of readdirSync(cacheDir())) {
    if (name.startsWith(prefix)) rmSync(path.join(cacheDir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(path.join(cacheDir(), prefix));
}

function howToBring() {
  return `No Temporal server: put the "temporal" command line program (docs.temporal.io/cli) on the PATH or at ${cachedTemporal()}, or install Go 1.24 or newer, or set TEMPORAL_ADDRESS; then run this again.`;
}
