import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';
import { isAlive } from './process-tree.mjs';
import { giveTo, type RunAs, runAsForPostgres } from './run-as.ts';

const run = promisify(execFile);

export const POSTGRES_USER = 'caseloom';

/** A database cluster on disk, ready to be started. */
export interface Cluster {
  readonly folder: string;
  readonly programs: PostgresPrograms;
  readonly runAs: RunAs;
}

/** What must be known to connect; kept in a file only its owner can read. */
export interface Access {
  readonly port: number;
  readonly password: string;
}

/** Makes the cluster in `home` when there is none yet. Half-made ones never carry its name. */
export async function prepareCluster(home: string, password: string): Promise<Cluster> {
  await mkdir(home, { recursive: true, mode: 0o755 });
  const programs = await postgresPrograms();
  for (const program of Object.values(programs)) await makeExecutable(program);
  const runAs = await runAsForPostgres(programs.postgres, home);
  const folder = path.join(home, 'cluster');
  if (!(await stat(path.join(folder, 'PG_VERSION')).catch(() => null))) {
    await initialise({ folder, programs, runAs }, password);
  }
  await giveTo(runAs, folder);
  return { folder, programs, runAs };
}

async function initialise({ folder, programs, runAs }: Cluster, password: string): Promise<void> {
  const scratch = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(runAs, scratch);
  await giveTo(runAs, passwordFile);
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', `--username=${POSTGRES_USER}`];
  const [command, ...args] = [...runAs.prefix, programs.initdb, '-D', scratch, `--pwfile=${passwordFile}`, ...flags];
  try {
    await run(command!, args, { cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
    await rename(scratch, folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(scratch, { recursive: true, force: true });
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}

/** The server's own notes on a running cluster: its process and its port. Undefined when none runs. */
export async function runningServer(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const notes = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (notes === undefined) return undefined;
  const lines = notes.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return isAlive(pid) && (await isServerOn(folder, pid)) ? { pid, port } : undefined;
}

/**
 * Removes the note of a server that is gone. PostgreSQL does so itself unless the process number has been given to
 * another program meanwhile (after a reboot, in a container); then it would refuse to start.
 */
export async function dropStaleNote(folder: string): Promise<void> {
  if (!(await runningServer(folder))) await rm(path.join(folder, 'postmaster.pid'), { force: true });
}

/** True for a server on this very folder; the number alone may belong to anything by now, and will be sent signals. */
async function isServerOn(folder: string, pid: number): Promise<boolean> {
  const wanted = ['postgres', '-D', folder];
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (commandLine !== undefined) {
    const [program = '', ...args] = commandLine.split('\0');
    return [path.basename(program), args[0], args[1]].every((word, index) => word === wanted[index]);
  }
  const { stdout } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(wanted.join(' '));
}

export async function readAccess(home: string): Promise<Access | undefined> {
  const text = await readFile(path.join(home, 'access.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { port, password } = JSON.parse(text) as Access;
  return Number.isInteger(port) && password ? { port, password } : undefined;
}

export async function writeAccess(home: string, access: Access): Promise<void> {
  const file = path.join(home, 'access.json');
  await mkdir(home, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(access), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export const newPassword = (): string => randomBytes(24).toString('base64url');
