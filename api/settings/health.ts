import { statfs } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import type { HealthAnswer, HealthPart } from '#domain/house-report';
import type { Database } from '#prisma/records/database';
import { QUEUES, WORKFLOW_QUEUE } from '#workflows/messages';

const DISK_WANTED = 5 * 2 ** 30;
const POLL_FRESH_MS = 2 * 60_000;

/** Whether each part works, asked now. */
export async function examineHouse(db: Database, temporal: Client, dataDir: string): Promise<HealthAnswer> {
  const parts = await Promise.all([database(db), workflows(temporal), workers(temporal), disk(dataDir), audit(db)]);
  return { parts, at: new Date().toISOString() };
}

const down = (part: HealthPart['part']) => (): HealthPart => ({ part, state: 'down', detail: {} });

async function database(db: Database): Promise<HealthPart> {
  const begun = performance.now();
  return db.$queryRaw<Array<{ version: string }>>`SELECT current_setting('server_version') AS version`.then(
    ([row]) => ({
      part: 'database',
      state: 'ok',
      detail: { version: row?.version.split(' ')[0] ?? '', ms: Math.round(performance.now() - begun) },
    }),
    down('database'),
  );
}

async function workflows(temporal: Client): Promise<HealthPart> {
  return temporal.workflowService
    .getSystemInfo({})
    .then(
      ({ serverVersion }) => ({ part: 'workflows', state: 'ok', detail: { version: serverVersion ?? '' } }),
      down('workflows'),
    );
}

/** A queue nobody has asked for work lately has no worker. */
async function workers(temporal: Client): Promise<HealthPart> {
  const queues = [WORKFLOW_QUEUE, ...Object.values(QUEUES)];
  const served = async (name: string): Promise<boolean> => {
    const taskQueueType = name === WORKFLOW_QUEUE ? 1 : 2;
    const { pollers } = await temporal.workflowService.describeTaskQueue({
      namespace: temporal.options.namespace,
      taskQueue: { name },
      taskQueueType,
    });
    const last = Math.max(
      0,
      ...(pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000),
    );
    return Date.now() - last < POLL_FRESH_MS;
  };
  return Promise.all(queues.map(served)).then((seen): HealthPart => {
    const count = seen.filter(Boolean).length;
    const state = count === queues.length ? 'ok' : count === 0 ? 'down' : 'warning';
    return { part: 'workers', state, detail: { served: count, queues: queues.length } };
  }, down('workers'));
}

async function disk(dataDir: string): Promise<HealthPart> {
  return statfs(dataDir).then(({ bavail, bsize }): HealthPart => {
    const freeBytes = bavail * bsize;
    return { part: 'disk', state: freeBytes < DISK_WANTED ? 'warning' : 'ok', detail: { freeBytes } };
  }, down('disk'));
}

/** How long the audit is; walking it is another matter (`studio audit verify`). */
async function audit(db: Database): Promise<HealthPart> {
  return db.auditEvent
    .count()
    .then((count): HealthPart => ({ part: 'audit', state: 'ok', detail: { count } }), down('audit'));
}
