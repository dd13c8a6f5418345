/**
 * Writes the next migration: the difference between prisma/migrations and prisma/schema.prisma. Works offline; needs
 * no running database (a throw-away one is started in a temporary folder).
 *
 *   npx tsx prisma/new-migration.ts add_films
 *
 * makes prisma/migrations/<time>_add_films/migration.sql, to be read, committed, and never changed afterwards.
 * Then `PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npx prisma generate` renews the client.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPostgres } from '#cli/launch/postgres';
import { applyMigrations } from './migrate.ts';
import { HOUSE_SCHEMA, MIGRATION_LOCK, NO_FILTER, type SchemaPlace, withSchemaEngine } from './schema-engine.ts';

/** Returns the new migration's file, or null when schema and migrations already agree. */
export async function newMigration(name: string, place: SchemaPlace = HOUSE_SCHEMA): Promise<string | null> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'caseloom-migration-'));
  const server = await startPostgres({ dataDir: scratch });
  try {
    await applyMigrations(server.url, place);
    const content = await readFile(place.schemaFile, 'utf8');
    // The scratch database holds exactly what the migrations make, so the difference from it is the next migration.
    const files = [{ path: place.schemaFile, content }];
    const { stdout } = await withSchemaEngine(server.url, content, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: scratch },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: NO_FILTER,
      }),
    );
    if (!stdout || stdout.includes('This is an empty migration')) return null;
    const folder = path.join(place.migrationsDir, `${timeStamp(new Date())}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(place.migrationsDir, 'migration_lock.toml'), MIGRATION_LOCK);
    const file = path.join(folder, 'migration.sql');
    await writeFile(file, stdout);
    return file;
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Migrations are applied in the order of their names: year to second, UTC, as Prisma writes it. */
function timeStamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error('Usage: npx tsx prisma/new-migration.ts NAME   (small letters, digits and _)');
    process.exit(2);
  }
  const file = await newMigration(name);
  console.log(file ? `wrote ${path.relative(process.cwd(), file)}` : 'nothing to do: schema and migrations agree');
  process.exit(0);
}
