import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm';
import pg from 'pg';

/** Where the schema and its history lie. */
export interface SchemaPlace {
  readonly schemaFile: string;
  readonly migrationsDir: string;
}

const here = import.meta.dirname;
export const HOUSE_SCHEMA: SchemaPlace = {
  schemaFile: path.join(here, 'schema.prisma'),
  migrationsDir: path.join(here, 'migrations'),
};

export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] };
export const MIGRATION_LOCK = '# Do not edit: says which database the migrations are for.\nprovider = "postgresql"\n';

type EngineModule = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void };

/**
 * Prisma's schema engine as WebAssembly inside this process. The usual command line downloads a native engine, which a
 * hospital without internet cannot do. `schema` may be left out when only finished migrations are applied.
 *
 * All that `work` does is one transaction under a lock: it is there completely or, after an error or a kill -9, not at
 * all, and processes that start together wait for each other.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  schema: string | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // One connection: a lock or transaction taken on it covers all that the engine does.
  const pool = new CataloguePool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  const adapter = new CatalogueAdapter(pool);
  const datamodels: [string, string][] | undefined = schema === undefined ? undefined : [['schema.prisma', schema]];
  try {
    await pool.query('begin');
    await pool.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const { SchemaEngine: Engine } = await loadEngine();
    const engine = await Engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
    const result = await work(engine).finally(() => engine.free());
    await pool.query('commit');
    return result;
  } catch (error) {
    // What the engine says after a failed statement is about its own notes in the broken transaction.
    throw adapter.scriptError ?? error;
  } finally {
    await pool.end();
  }
}

/** Any number, as long as every process of the house uses the same one. */
const ADVISORY_LOCK = 20_251_031;

/**
 * The engine reads the catalogues, whose one-byte "char" columns (type 18) adapter-pg 7.10 refuses although the engine
 * wants a character there. The pool calls them bytes, which no catalogue query uses, and the adapter calls bytes
 * characters; the values themselves were read as text before either looks.
 */
const ONE_BYTE_CHAR = 18;
const BYTES = 17;

class CataloguePool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: the signature has a dozen overloads and all are passed on unchanged.
  override async query(...args: any[]): Promise<any> {
    const result = await (super.query as (...all: unknown[]) => Promise<pg.QueryArrayResult>)(...args);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === ONE_BYTE_CHAR) field.dataTypeID = BYTES;
    }
    return result;
  }
}

class CatalogueAdapter extends PrismaPg {
  scriptError: unknown;

  override async connect() {
    const connection = await super.connect();
    // adapter-pg cuts scripts at every semicolon, also inside strings and function bodies; PostgreSQL knows better.
    connection.executeScript = async (script) => {
      await connection
        .underlyingDriver()
        .query(script)
        .catch((error: unknown) => {
          this.scriptError ??= error;
          throw error;
        });
    };
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Bytes ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return connection;
  }
}

let loaded: Promise<EngineModule> | undefined;

/** Node 20 cannot import WebAssembly as a module, so its glue code is given the instance by hand. */
function loadEngine(): Promise<EngineModule> {
  loaded ??= (async () => {
    // The engine reports a panic here before it throws; without it the report itself would fail.
    (globalThis as { PRISMA_WASM_PANIC_REGISTRY?: object }).PRISMA_WASM_PANIC_REGISTRY ??= {
      set_message: () => undefined,
    };
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const module = (await import(/* @vite-ignore */ pathToFileURL(glue).href)) as EngineModule &
      WebAssembly.ModuleImports;
    const bytes = await readFile(path.join(path.dirname(glue), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': module });
    module.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return module;
  })();
  return loaded;
}

/** The migrations on disk in the order of their names, as the engine wants them. */
export async function readMigrations(migrationsDir: string): Promise<MigrationList> {
  const entries = await readdir(migrationsDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lock = await readFile(path.join(migrationsDir, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: migrationsDir,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok',
            value: await readFile(path.join(migrationsDir, name, 'migration.sql'), 'utf8'),
          } as const,
        },
      })),
    ),
  };
}
