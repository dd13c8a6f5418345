import { execFile, spawnSync } from 'node:child_process';
import { chown, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StudioError } from '#domain/errors';

/** How to start a program: a prefix for its command line, and the user it then runs as. */
export interface RunAs {
  readonly prefix: readonly string[];
  /** Owner its files must have. Undefined: whoever we are. */
  readonly uid?: number;
  readonly gid?: number;
  readonly how: 'ourselves' | 'unprivileged user' | 'unprivileged user with file access' | 'user namespace';
}

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root. As root this finds an account it may run under and that can reach both the
 * programs and the data, least privilege first: a plain unprivileged user; the same with the right to pass closed
 * folders (a checkout below /root); a user namespace in which root has another number.
 * Errors: TOOL_MISSING when none of them works here.
 */
export async function runAsForPostgres(program: string, dataDir: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [], how: 'ourselves' };
  const { uid, gid } = unprivilegedUser();
  const candidates: RunAs[] = [
    { prefix: [...setpriv(uid, gid)], uid, gid, how: 'unprivileged user' },
    {
      // Without the secure bit access(2), by which initdb looks for its neighbours, would leave the right out of account.
      prefix: [
        ...setpriv(uid, gid),
        '--securebits=+no_setuid_fixup',
        '--inh-caps=-all,+dac_override',
        '--ambient-caps=-all,+dac_override',
      ],
      uid,
      gid,
      how: 'unprivileged user with file access',
    },
    { prefix: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`], uid: 0, gid: 0, how: 'user namespace' },
  ];
  for (const candidate of candidates) {
    if (await works(candidate, program, dataDir)) return candidate;
  }
  throw new StudioError('TOOL_MISSING', {
    tool: 'an unprivileged account for PostgreSQL',
    how: 'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  });
}

/** Gives a folder and all below it to the user the program runs as. Only changes what differs. */
export async function giveTo(runAs: RunAs, target: string): Promise<void> {
  const { uid, gid } = runAs;
  if (uid === undefined || gid === undefined) return;
  const info = await lstat(target);
  if (info.uid !== uid || info.gid !== gid) await chown(target, uid, gid);
  if (!info.isDirectory()) return;
  for (const name of await readdir(target)) await giveTo(runAs, path.join(target, name));
}

function setpriv(uid: number, gid: number): string[] {
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'];
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout || Number.NaN);
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout || Number.NaN);
    if (Number.isInteger(uid) && uid > 0 && Number.isInteger(gid)) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
}

async function works({ prefix }: RunAs, program: string, dataDir: string): Promise<boolean> {
  const [command, ...args] = prefix;
  try {
    // It says its version all the same when it cannot find its neighbours, and complains on stderr.
    const { stderr } = await run(command!, [...args, program, '--version'], { timeout: 10_000, cwd: '/' });
    if (stderr.trim() !== '') return false;
    await run(command!, [...args, 'ls', '-d', `${dataDir}/.`], { timeout: 10_000, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
