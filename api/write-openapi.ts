/**
 * Writes web/client/schema.d.ts, the types of the browser's API client, from the routes themselves. `--check` only compares, for
 * `npm run check`: exit code 1 when the file is not what the routes say. Needs no database: nothing is asked.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import pino from 'pino';
import { createApi } from './app.ts';
import type { DocumentHolder } from './house.controller.ts';
import { DOCUMENT } from './tokens.ts';

const FILE = path.join(import.meta.dirname, '..', 'web', 'client', 'schema.d.ts');

const app = await createApi(
  { databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', temporalAddress: '127.0.0.1:1', dataDir: tmpdir() },
  pino({ enabled: false }),
);
const document = app.get<DocumentHolder>(DOCUMENT).current!;
const types = astToString(await openapiTS(JSON.stringify(document)));
const wanted = `// Written by api/write-openapi.ts from the API's routes. Not to be edited.\n${types}`;
if (process.argv.includes('--check')) {
  const kept = await readFile(FILE, 'utf8').catch(() => '');
  if (kept !== wanted) {
    console.error('web/client/schema.d.ts is out of date: npx tsx api/write-openapi.ts');
    process.exit(1);
  }
} else {
  await writeFile(FILE, wanted);
  console.log(`wrote ${path.relative(process.cwd(), FILE)}`);
}
process.exit(0);
