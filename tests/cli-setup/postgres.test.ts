import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { startPostgres } from '#cli/launch/postgres';
import { gone, scratchFolder, until } from './processes.ts';

async function query(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL', () => {
  it('starts, keeps what was written over a clean stop, and leaves no process', async () => {
    const dataDir = await scratchFolder();
    const first = await startPostgres({ dataDir });
    const pid = first.pid()!;
    await query(first.url, 'create table kept as select 42 as answer');
    expect(await query(first.url, 'show listen_addresses')).toEqual([['127.0.0.1']]);
    await first.stop();
    expect(gone(pid)).toBe(true);

    const second = await startPostgres({ dataDir });
    try {
      expect(second.source).toBe('started');
      expect(second.url).toBe(first.url);
      expect(await query(second.url, 'select answer from kept')).toEqual([[42]]);
    } finally {
      await second.stop();
    }
  });

  it('keeps its password to its owner and refuses another one', async () => {
    const dataDir = await scratchFolder();
    const server = await startPostgres({ dataDir });
    try {
      expect((await stat(path.join(dataDir, 'postgres', 'access.json'))).mode & 0o777).toBe(0o600);
      const wrong = new URL(server.url);
      wrong.password = 'guess';
      await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
      await expect(startPostgres({ dataDir, databaseUrl: wrong.href })).rejects.toMatchObject({ code: 'SERVER_GONE' });
    } finally {
      await server.stop();
    }
  });

  it('is one server for two callers, even when they start together', async () => {
    const dataDir = await scratchFolder();
    const [one, two] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
    expect([one.source, two.source].sort()).toEqual(['already running', 'started']);
    expect(one.pid()).toBe(two.pid());
    const [guest, owner] = one.source === 'started' ? [two, one] : [one, two];
    await guest.stop();
    expect(await query(owner.url, 'select 1')).toEqual([[1]]);
    await owner.stop();
    expect(gone(one.pid() ?? guest.pid()!)).toBe(true);
  });

  it('comes back on the same address after kill -9, with what was committed', async () => {
    const dataDir = await scratchFolder();
    const server = await startPostgres({ dataDir });
    try {
      await query(server.url, 'create table kept as select 7 as answer');
      const pid = server.pid()!;
      process.kill(pid, 'SIGKILL');
      await until('a new server process', () => server.pid() !== undefined && server.pid() !== pid);
      await until('answers again', () =>
        query(server.url, 'select answer from kept').then(
          (rows) => rows[0]?.[0] === 7,
          () => false,
        ),
      );
    } finally {
      await server.stop();
    }
  });

  it('starts over a note of a dead server whose process number now belongs to another program', async () => {
    const dataDir = await scratchFolder();
    const first = await startPostgres({ dataDir });
    await first.stop();
    const note = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    // Our own parent: alive, ours, and not PostgreSQL.
    await writeFile(note, `${process.ppid}\n${path.dirname(note)}\n1760000000\n5432\n\n127.0.0.1\n  1 1\nready\n`);
    const second = await startPostgres({ dataDir });
    expect(second.source).toBe('started');
    expect(await readFile(note, 'utf8')).toContain(String(second.pid()));
    await second.stop();
  });

  it('takes another port when its own was taken meanwhile, and says so when one was insisted on', async () => {
    const dataDir = await scratchFolder();
    await (await startPostgres({ dataDir })).stop();
    const { port } = JSON.parse(await readFile(path.join(dataDir, 'postgres', 'access.json'), 'utf8')) as {
      port: number;
    };
    const intruder = createServer().listen(port, '127.0.0.1');
    try {
      await expect(startPostgres({ dataDir, port })).rejects.toMatchObject({ code: 'PORT_IN_USE', details: { port } });
      const server = await startPostgres({ dataDir });
      expect(new URL(server.url).port).not.toBe(String(port));
      await server.stop();
    } finally {
      intruder.close();
    }
  });

  it('does not use a cluster that was only half made', async () => {
    const dataDir = await scratchFolder();
    await mkdir(path.join(dataDir, 'postgres', 'cluster.new', 'base'), { recursive: true });
    const server = await startPostgres({ dataDir });
    expect(await query(server.url, 'select current_database()')).toEqual([['caseloom']]);
    await server.stop();
  });
});
