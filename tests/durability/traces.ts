import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { openDatabase } from '#prisma/records/database';
import type { TestStudio } from './harness.ts';

/** Where any of the words is found: every file of the data folder, every row of the database, every workflow history and the film's metadata. */
export async function traces(studio: TestStudio, words: readonly string[]): Promise<string[]> {
  const needles = words.map((word) => Buffer.from(word));
  const holds = (bytes: Buffer) => needles.some((needle) => bytes.includes(needle));
  const found: string[] = [];
  for (const entry of await readdir(studio.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(studio.dataDir, file);
    if (words.some((word) => name.includes(word))) found.push(`name of ${name}`);
    // PostgreSQL and Temporal rewrite their files while we look: their contents are read through themselves below.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (holds(bytes)) found.push(name);
  }
  for (const row of await databaseRows(studio.databaseUrl))
    if (holds(Buffer.from(row.text))) found.push(`database ${row.table}`);
  for (const history of await histories(studio.temporalAddress))
    if (holds(history.bytes)) found.push(`history ${history.id}`);
  const [film] = (await readdir(path.join(studio.dataDir, 'store'), { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  );
  if (film) for (const line of await filmMetadata(studio)) if (holds(Buffer.from(line))) found.push('film metadata');
  return found;
}

async function databaseRows(url: string): Promise<Array<{ table: string; text: string }>> {
  const db = openDatabase(url);
  try {
    const tables = await db.$queryRaw<
      Array<{ name: string }>
    >`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    const rows = await Promise.all(
      tables.map(async ({ name }) => ({
        table: name,
        text: JSON.stringify(await db.$queryRawUnsafe(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)),
      })),
    );
    return rows;
  } finally {
    await db.$disconnect();
  }
}

/** Payload bytes are kept raw in the encoded history, so a plain search sees into them. */
async function histories(address: string): Promise<Array<{ id: string; bytes: Buffer }>> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    const all: Array<{ id: string; bytes: Buffer }> = [];
    for await (const { workflowId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId).fetchHistory();
      all.push({ id: workflowId, bytes: Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish()) });
    }
    return all;
  } finally {
    await connection.close();
  }
}

async function filmMetadata(studio: TestStudio): Promise<string[]> {
  const productions = await studio.client.list();
  const lines: string[] = [];
  for (const { id } of productions) {
    const digest = (await studio.client.read(id)).outputs.find((output) => output.name === 'film.mp4')?.digest;
    if (!digest) continue;
    const file = path.join(studio.dataDir, 'store', digest.slice(0, 2), digest);
    lines.push(
      execFileSync('ffprobe', ['-v', 'error', '-show_format', '-show_streams', '-show_chapters', '-of', 'json', file], {
        encoding: 'utf8',
      }),
    );
  }
  return lines;
}
