import { Client, Connection } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { freePort } from '#cli/launch/loopback-port';
import { startTemporal } from '#cli/launch/temporal';
import { gone, scratchFolder, until } from './processes.ts';

async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

const status = (address: string, workflowId: string) =>
  withClient(address, async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name);

describe('Temporal server', () => {
  it('keeps a waiting workflow over kill -9, and comes back on the same address', async () => {
    const dataDir = await scratchFolder();
    const server = await startTemporal({ dataDir });
    try {
      const start = (client: Client) =>
        client.workflow.start('waits', { taskQueue: 'nobody', workflowId: 'kept', args: [] });
      await withClient(server.address, start);
      const pid = server.pid()!;
      process.kill(pid, 'SIGKILL');
      await until('a new server process', () => server.pid() !== undefined && server.pid() !== pid);
      await until('the workflow is still there', () =>
        status(server.address, 'kept').then(
          (name) => name === 'RUNNING',
          () => false,
        ),
      );
    } finally {
      await server.stop();
    }
  });

  it('is reused while it runs, stopped by who started it, and keeps its workflows for the next start', async () => {
    const dataDir = await scratchFolder();
    const owner = await startTemporal({ dataDir });
    const pid = owner.pid()!;
    await withClient(owner.address, (client) =>
      client.workflow.start('waits', { taskQueue: 'nobody', workflowId: 'kept', args: [] }),
    );
    const guest = await startTemporal({ dataDir });
    expect([guest.source, guest.address]).toEqual(['already running', owner.address]);
    await guest.stop();
    expect(gone(pid)).toBe(false);
    await owner.stop();
    expect(gone(pid)).toBe(true);

    const next = await startTemporal({ dataDir });
    try {
      expect(next.address).toBe(owner.address);
      expect(await status(next.address, 'kept')).toBe('RUNNING');
    } finally {
      await next.stop();
    }
  });

  it('says that a given server does not answer', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await expect(startTemporal({ dataDir: await scratchFolder(), address })).rejects.toMatchObject({
      code: 'SERVER_GONE',
    });
  });
});
