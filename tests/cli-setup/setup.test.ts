import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeIsReady } from '../../cli/setup/npm-tree.mjs';
import { scratchFolder } from './processes.ts';

const root = path.join(import.meta.dirname, '..', '..');

interface Outcome {
  code: number;
  said: string;
}

/** Runs the set-up program in a world where only `bin` is on the PATH and nothing is downloaded. */
function setup(
  args: string[],
  world: Awaited<ReturnType<typeof emptyWorld>>,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const clean = { PATH: world.bin, HOME: world.home, XDG_CACHE_HOME: world.cache, CASELOOM_OFFLINE: '1', ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'cli', 'setup.mjs'), ...args],
      { env: clean, cwd: root },
      (error, out, err) => resolve({ code: (error?.code as number | undefined) ?? 0, said: err + out }),
    );
  });
}

async function emptyWorld() {
  const folder = await scratchFolder();
  const world = { bin: path.join(folder, 'bin'), home: path.join(folder, 'home'), cache: path.join(folder, 'cache') };
  for (const each of Object.values(world)) await mkdir(each);
  for (const name of ['sh', 'cat', 'chmod', 'mkdir', 'env']) await symlink(`/bin/${name}`, path.join(world.bin, name));
  return world;
}

async function script(folder: string, name: string, body: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
}

async function withPrograms() {
  const world = await emptyWorld();
  for (const name of ['ffmpeg', 'ffprobe', 'espeak-ng', 'chromium', 'temporal'])
    await script(world.bin, name, 'exit 0');
  return world;
}

describe('set-up', () => {
  it('says one line when everything is in place', async () => {
    const { code, said } = await setup([], await withPrograms());
    expect([code, said]).toEqual([0, 'setup: everything is in place\n']);
  });

  it('names what is missing and how to get it, with exit code 2, where it cannot install', async () => {
    const { code, said } = await setup([], await emptyWorld(), {
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      CASELOOM_CHROMIUM: '/bin/sh',
    });
    expect(code).toBe(2);
    expect(said).toBe(
      'setup: ffmpeg, ffprobe, espeak-ng missing. Install ffmpeg espeak-ng and put them on the PATH – then run this again.\n',
    );
  });

  it.runIf(process.getuid?.() === 0)('installs with apt what is missing, and does not repeat it', async () => {
    const world = await emptyWorld();
    await script(world.bin, 'apt-cache', 'echo "  Candidate: 1.0"');
    const apt = `printf '%s ' "$@" >> "${world.home}/calls"; echo >> "${world.home}/calls"
for program in ffmpeg ffprobe espeak-ng chromium-headless-shell; do echo '#!/bin/sh' > "${world.bin}/$program"; chmod +x "${world.bin}/$program"; done`;
    await script(world.bin, 'apt-get', apt);
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:1' };
    expect((await setup([], world, env)).code).toBe(0);
    expect(await setup([], world, env)).toEqual({ code: 0, said: 'setup: everything is in place\n' });
    const calls = (await readFile(path.join(world.home, 'calls'), 'utf8')).trim().split('\n');
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatch(/^install -y --no-install-recommends .*ffmpeg espeak-ng chromium-headless-shell/);
  });

  it('builds the Temporal server with Go once, cleans up, and keeps a program that runs', async () => {
    const world = await withPrograms();
    await chmod(path.join(world.bin, 'temporal'), 0o644);
    const go = `[ "$1" = env ] && exit 0
echo "$@" >> "${world.home}/calls"; mkdir -p "$GOBIN" "$GOMODCACHE/x"
printf '#!/bin/sh\\necho temporal version 0' > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"`;
    await script(world.bin, 'go', go);
    const first = await setup([], world);
    expect(first.said).toContain('building it with Go');
    expect(first.code).toBe(0);
    expect((await setup([], world)).said).toBe('setup: everything is in place\n');
    expect(await readFile(path.join(world.home, 'calls'), 'utf8')).toBe(
      'install -trimpath -ldflags=-s -w github.com/temporalio/cli/cmd/temporal@v1.5.1\n',
    );
    expect(await readdir(path.join(world.cache, 'caseloom'))).toEqual(['bin']);
    expect(await readdir(path.join(world.cache, 'caseloom', 'bin'))).toEqual(['temporal']);
  });

  it('says how to bring a Temporal server where there is no way to', async () => {
    const world = await withPrograms();
    await chmod(path.join(world.bin, 'temporal'), 0o644);
    const { code, said } = await setup([], world);
    expect(code).toBe(2);
    expect(said).toMatch(/put the "temporal" command line program .* on the PATH or at .*caseloom\/bin\/temporal/);
  });

  it('hands over with the arguments, and passes the exit code on', async () => {
    const world = await withPrograms();
    const none = ['--then', 'test', '--', 'tests/no-such-test'];
    expect((await setup(none, world)).code).toBe(1);
    expect((await setup([...none, '--passWithNoTests'], world)).code).toBe(0);
  });

  it('refuses an unknown command', async () => {
    const { code, said } = await setup(['--then', 'dance'], await withPrograms());
    expect([code, said]).toEqual([2, 'setup: --then needs one of studio, demo, check, bench, test\n']);
  });
});

describe('treeIsReady', () => {
  const folderWith = async (wanted: object, present: object | null) => {
    const folder = await scratchFolder();
    await mkdir(path.join(folder, 'node_modules'));
    await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
    if (present)
      await writeFile(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }));
    return folder;
  };
  const a1 = { 'node_modules/a': { version: '1.0.0', integrity: 'x' } };

  it.each([
    ['the same', a1, a1, true],
    ['nothing installed', a1, null, false],
    ['another version', a1, { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }, false],
    ['other content', a1, { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }, false],
    ['one missing', { ...a1, 'node_modules/b': { version: '2.0.0' } }, a1, false],
    ['one missing for another platform', { ...a1, 'node_modules/b': { version: '2.0.0', optional: true } }, a1, true],
  ])('%s', async (_, wanted, present, expected) => {
    expect(treeIsReady(await folderWith(wanted, present))).toBe(expected);
  });
});
