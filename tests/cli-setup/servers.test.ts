import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startPostgres } from '#cli/launch/postgres';
import { startTemporal } from '#cli/launch/temporal';
import { gone, scratchFolder, until } from './processes.ts';

it('whose process got kill -9 end by themselves, and a new start at that very moment gets servers of its own', async () => {
  const dataDir = await scratchFolder();
  const readyFile = path.join(dataDir, 'ready');
  const host = path.join(import.meta.dirname, 'servers-host.ts');
  const root = path.join(import.meta.dirname, '..', '..');
  const parent = spawn(process.execPath, ['--import', 'tsx', host, dataDir, readyFile], { stdio: 'ignore', cwd: root });
  const pids = async () => (await readFile(readyFile, 'utf8').catch(() => '')).split('\n').filter(Boolean).map(Number);
  await until('both servers', async () => (await pids()).length === 2, 30_000);
  const old = await pids();
  parent.kill('SIGKILL');
  await until('the parent is dead', () => gone(parent.pid!));
  const [postgres, temporal] = await Promise.all([startPostgres({ dataDir }), startTemporal({ dataDir })]);
  try {
    expect([postgres.source, temporal.source]).toEqual(['started', 'started']);
    expect(old.map(gone)).toEqual([true, true]);
  } finally {
    await temporal.stop();
    await postgres.stop();
  }
});
