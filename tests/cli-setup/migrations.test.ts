import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresHandle, startPostgres } from '#cli/launch/postgres';
import { applyMigrations } from '#prisma/migrate';
import { newMigration } from '#prisma/new-migration';
import { scratchFolder } from './processes.ts';

let dataDir: string;
let server: PostgresHandle;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-migrations-'));
  server = await startPostgres({ dataDir });
});
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function freshDatabase(name: string): Promise<string> {
  await rows(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

const SCHEMA = (extra: string) => `
generator client {
  provider = "prisma-client"
  output   = "generated"
}
datasource db {
  provider = "postgresql"
}
enum Colour {
  RED
  GREEN
}
model Thing {
  id     String   @id
  name   String   @unique
  colour Colour   @default(RED)
  at     DateTime @default(now())
${extra}
}
`;

describe('migrations without a downloaded engine', () => {
  it('writes what changed, applies it once, and twice is once', async () => {
    const folder = await scratchFolder();
    const place = { schemaFile: path.join(folder, 'schema.prisma'), migrationsDir: path.join(folder, 'migrations') };
    await writeFile(place.schemaFile, SCHEMA(''));
    const first = await newMigration('first', place);
    // The next one is made within the same second, and order goes by name.
    const [made] = (await readdir(place.migrationsDir)).filter((name) => name.endsWith('_first'));
    await rename(path.dirname(first!), path.join(place.migrationsDir, '20200101000000_first'));
    expect(made).toMatch(/^\d{14}_first$/);
    expect(await newMigration('nothing', place)).toBeNull();

    await writeFile(place.schemaFile, SCHEMA('  size   Int?'));
    const second = path.basename(path.dirname((await newMigration('second', place))!));

    const url = await freshDatabase('twice');
    const both = await Promise.all([applyMigrations(url, place), applyMigrations(url, place)]);
    expect(both.flat()).toEqual(['20200101000000_first', second]);
    expect(await applyMigrations(url, place)).toEqual([]);
    expect(await rows(url, 'select migration_name, applied_steps_count from _prisma_migrations order by 1')).toEqual([
      { migration_name: '20200101000000_first', applied_steps_count: 1 },
      { migration_name: second, applied_steps_count: 1 },
    ]);
    await rows(url, `insert into "Thing" (id, name, size) values ('1', 'a', 3)`);
    expect(await rows(url, 'select colour, size from "Thing"')).toEqual([{ colour: 'RED', size: 3 }]);
  });

  it('a migration that fails leaves nothing behind, and works once it is mended', async () => {
    const folder = await scratchFolder();
    const place = { schemaFile: path.join(folder, 'schema.prisma'), migrationsDir: path.join(folder, 'migrations') };
    await writeFile(place.schemaFile, SCHEMA(''));
    const file = (await newMigration('broken', place))!;
    const broken = "create table kept (id int, note text default 'a;b');\nselect 1 / 0;\n";
    await writeFile(file, broken);
    const url = await freshDatabase('broken');
    await expect(applyMigrations(url, place)).rejects.toThrow('division by zero');
    expect(await rows(url, `select tablename from pg_tables where schemaname = 'public'`)).toEqual([]);
    await writeFile(file, broken.replace('1 / 0', '1 / 1'));
    expect(await applyMigrations(url, place)).toHaveLength(1);
    await rows(url, 'insert into kept (id) values (1)');
    expect(await rows(url, 'select note from kept')).toEqual([{ note: 'a;b' }]);
  });

  it("the house's own migrations say the same as its schema", async () => {
    const url = await freshDatabase('house');
    const applied = await applyMigrations(url);
    expect(applied.length).toBeGreaterThan(0);
    expect(await newMigration('none')).toBeNull();
  });
});
