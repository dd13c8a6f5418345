import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandleWithStartDetails, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { type ProduceFilmInput, QUEUES } from '#workflows/messages';
import type { produceFilm } from '#workflows/produce-film';
import { type FakeWorld, REQUEST } from './fake-activities.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });
const WORKFLOWS = new URL('../../workflows/all.ts', import.meta.url).pathname;

export interface WorkflowStage {
  readonly client: Client;
  start(input?: Partial<ProduceFilmInput>): Promise<WorkflowHandleWithStartDetails<typeof produceFilm>>;
  close(): Promise<void>;
}

/** A worker on a real Temporal with made-up activities. */
export async function stage(address: string, world: FakeWorld): Promise<WorkflowStage> {
  const connection = await NativeConnection.connect({ address });
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection });
  const workflowQueue = `test-${randomUUID()}`;
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS });
  const common = { connection, maxHeartbeatThrottleInterval: 200, defaultHeartbeatThrottleInterval: 200 };
  const workers = await Promise.all([
    Worker.create({ ...common, taskQueue: workflowQueue, workflowBundle }),
    ...Object.values(QUEUES).map((taskQueue) => Worker.create({ ...common, taskQueue, activities: world.activities })),
  ]);
  const running = workers.map((worker) => worker.run());
  return {
    client,
    start: (input = {}) =>
      client.workflow.start<typeof produceFilm>('produceFilm', {
        taskQueue: workflowQueue,
        workflowId: `film-${randomUUID()}`,
        args: [
          {
            run: { productionId: 'p0000000test', revision: 1 },
            request: REQUEST,
            intake: 'ticket',
            from: null,
            reminderMs: 3_600_000,
            escalateAfter: 2,
            ...input,
          },
        ],
      }),
    close: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.allSettled(running);
      await connection.close();
      await clientConnection.close();
    },
  };
}

/** The code a refused Update carries, or `accepted`. */
export async function outcome(update: Promise<unknown>): Promise<string> {
  try {
    await update;
    return 'accepted';
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
      return error.cause.type ?? 'no code';
    throw error;
  }
}

/** Waits until a condition holds; fails after `ms`. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
