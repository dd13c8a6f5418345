import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '#cli/launch/postgres';
import { Supervisor } from '#cli/launch/supervisor';
import { applyMigrations } from '#prisma/migrate';

export interface TestDatabase {
  readonly dataDir: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL with the house's tables on a throw-away data folder. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-test-'));
  const supervisor = new Supervisor({ logDir: path.join(dataDir, 'logs') });
  const { url } = await startPostgres({ dataDir, supervisor });
  await applyMigrations(url);
  return {
    dataDir,
    databaseUrl: url,
    stop: async () => {
      await supervisor.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
