import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChildEvent, Supervisor } from '#cli/launch/supervisor';
import { gone, scratchFolder, until } from './processes.ts';

const running: Supervisor[] = [];
afterEach(async () => {
  for (const supervisor of running.splice(0)) await supervisor.stop();
});

/** A shell line that notes its own and its children's process numbers, one a line, in PIDS. */
const shell = (script: string, pids: string) => ({
  command: 'sh',
  args: ['-c', script],
  env: { ...process.env, PIDS: pids },
});

const pidsIn = async (file: string): Promise<number[]> =>
  (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean).map(Number);

async function supervise(onEvent?: (event: ChildEvent) => void) {
  const folder = await scratchFolder();
  const supervisor = new Supervisor({ logDir: path.join(folder, 'logs'), ...(onEvent ? { onEvent } : {}) });
  running.push(supervisor);
  return { supervisor, folder, pids: path.join(folder, 'pids') };
}

const STUBBORN_FAMILY = `
  trap '' TERM INT HUP; echo $$ >> "$PIDS"
  sh -c 'trap "" TERM INT HUP; echo $$ >> "$PIDS"; while :; do sleep 1; done' &
  setsid sh -c 'trap "" TERM INT HUP; echo $$ >> "$PIDS"; while :; do sleep 1; done' &
  while :; do sleep 1; done`;

describe('Supervisor', () => {
  it('starts a dead child again, with what it said in its log file', async () => {
    const events: ChildEvent[] = [];
    const { supervisor, pids } = await supervise((event) => events.push(event));
    const child = supervisor.start({ name: 'talker', ...shell('echo $$ >> "$PIDS"; echo hello; exec sleep 60', pids) });
    await until('first start', async () => (await pidsIn(pids)).length === 1);
    process.kill(child.pid()!, 'SIGKILL');
    await until('second start', async () => (await pidsIn(pids)).length === 2);
    expect(child.restarts()).toBe(1);
    expect(events.map(({ kind }) => kind)).toEqual(['started', 'died', 'started']);
    expect(await readFile(child.logFile, 'utf8')).toBe('hello\nhello\n');
  });

  it('ends a family that ignores every signal, also the member with a session of its own', async () => {
    const { supervisor, pids } = await supervise();
    supervisor.start({ name: 'stubborn', graceMs: 300, ...shell(STUBBORN_FAMILY, pids) });
    await until('three members', async () => (await pidsIn(pids)).length === 3);
    await supervisor.stop();
    expect((await pidsIn(pids)).map(gone)).toEqual([true, true, true]);
  });

  it('clears away what a dead child left running before it starts the next', async () => {
    const { supervisor, pids } = await supervise();
    const script = 'setsid sh -c \'echo $$ >> "$PIDS"; exec sleep 60\' & exec sleep 60';
    const child = supervisor.start({ name: 'parent', ...shell(script, pids) });
    await until('helper', async () => (await pidsIn(pids)).length === 1);
    process.kill(child.pid()!, 'SIGKILL');
    await until('next helper', async () => (await pidsIn(pids)).length === 2);
    const [old] = await pidsIn(pids);
    expect(gone(old!)).toBe(true);
  });

  it('lets a child end in its own way when asked', async () => {
    const { supervisor, pids, folder } = await supervise();
    const script = 'trap \'echo polite >> "$PIDS.end"; exit 0\' INT; echo $$ >> "$PIDS"; while :; do sleep 0.05; done';
    supervisor.start({ name: 'polite', stopSignal: 'SIGINT', ...shell(script, pids) });
    await until('started', async () => (await pidsIn(pids)).length === 1);
    await supervisor.stop();
    expect(await readFile(path.join(folder, 'pids.end'), 'utf8')).toBe('polite\n');
  });

  it('gives up a child that cannot live', async () => {
    const events: ChildEvent[] = [];
    const { supervisor, pids } = await supervise((event) => events.push(event));
    const child = supervisor.start({ name: 'broken', maxRestarts: 2, ...shell('echo $$ >> "$PIDS"; exit 3', pids) });
    await until('given up', () => child.gaveUp());
    expect(await pidsIn(pids)).toHaveLength(3);
    expect(events.at(-1)).toEqual({ kind: 'given-up', name: 'broken', restarts: 2 });
    expect(events.filter(({ kind }) => kind === 'died')[0]).toMatchObject({ code: 3 });
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('leaves no orphan when its process gets %s', async (signal) => {
    const folder = await scratchFolder();
    const pids = path.join(folder, 'pids');
    const host = path.join(import.meta.dirname, 'supervisor-host.ts');
    const parent = spawn(process.execPath, ['--import', 'tsx', host, folder, pids, STUBBORN_FAMILY], {
      stdio: 'ignore',
      cwd: path.join(import.meta.dirname, '..', '..'),
    });
    await until('three members', async () => (await pidsIn(pids)).length === 3);
    parent.kill(signal);
    await until('nobody is left', async () => (await pidsIn(pids)).every(gone), 12_000);
  });
});
