import { pathToFileURL } from 'node:url';
import { StudioError } from '#domain/errors';
import { HOUSE_SCHEMA, NO_FILTER, readMigrations, type SchemaPlace, withSchemaEngine } from './schema-engine.ts';

/**
 * Brings a database up to date with the migrations on disk, offline, and records them in the standard
 * `_prisma_migrations` table. Returns the names applied now: empty when there was nothing to do.
 *
 * All of them or none are applied, so a process that dies here leaves nothing to repair. For the same reason a
 * migration cannot hold what PostgreSQL refuses inside a transaction (`create index concurrently`).
 * Errors: PostgreSQL's own, of the statement that failed.
 */
export async function applyMigrations(databaseUrl: string, place: SchemaPlace = HOUSE_SCHEMA): Promise<string[]> {
  const migrationsList = await readMigrations(place.migrationsDir);
  if (migrationsList.migrationDirectories.length === 0) return [];
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, undefined, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
  );
  return appliedMigrationNames;
}

// As a program (`npx tsx prisma/migrate.ts` with DATABASE_URL), for servers that are not started by the studio command.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new StudioError('SETTINGS_INVALID', { detail: 'DATABASE_URL is not set' });
  const applied = await applyMigrations(databaseUrl);
  console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'the database is up to date');
  process.exit(0);
}
