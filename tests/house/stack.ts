import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '#cli/launch/postgres';
import { Supervisor } from '#cli/launch/supervisor';
import { startTemporal } from '#cli/launch/temporal';
import { applyMigrations } from '#prisma/migrate';

export interface TestHouse {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL and a real Temporal on a throw-away data folder. */
export async function openTestHouse(): Promise<TestHouse> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-test-'));
  const supervisor = new Supervisor({ logDir: path.join(dataDir, 'logs') });
  const [database, temporal] = await Promise.all([
    startPostgres({ dataDir, supervisor }),
    startTemporal({ dataDir, supervisor }),
  ]);
  await applyMigrations(database.url);
  return {
    dataDir,
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    stop: async () => {
      await supervisor.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
