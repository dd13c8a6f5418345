import pg from 'pg';
import { HOUSE_SCHEMA, NO_FILTER, readMigrations, type SchemaPlace, withSchemaEngine } from './schema-engine.ts';

/** Any number, as long as every process of the house uses the same one. */
const ADVISORY_LOCK = 20_251_031;

/**
 * Brings a database up to date with the migrations on disk, offline, and records them in the standard
 * `_prisma_migrations` table. Returns the names applied now: empty when there was nothing to do. Processes that start
 * together wait for each other.
 */
export async function applyMigrations(databaseUrl: string, place: SchemaPlace = HOUSE_SCHEMA): Promise<string[]> {
  const migrationsList = await readMigrations(place.migrationsDir);
  if (migrationsList.migrationDirectories.length === 0) return [];
  return withAdvisoryLock(databaseUrl, async () => {
    const input = { migrationsList, filters: NO_FILTER };
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, undefined, (engine) =>
      engine.applyMigrations(input),
    );
    return appliedMigrationNames;
  });
}

/** The lock belongs to the session: a process that dies here lets the next one in. */
async function withAdvisoryLock<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}
