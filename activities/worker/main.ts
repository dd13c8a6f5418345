import path from 'node:path';
import { NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import pino from 'pino';
import { sweepScratch } from '#activities/media/scratch';
import { readSettings } from '#activities/settings';
import { BlobStore } from '#activities/store/blob-store';
import { Intake } from '#activities/store/intake';
import { openDatabase } from '#prisma/records/database';
import { QUEUES, WORKFLOW_QUEUE } from '#workflows/messages';
import { createActivities } from './activities.ts';
import { StepRunner } from './step-runner.ts';
import { uploadActivities } from './upload-activities.ts';

/** Work under way at once on one machine, by queue: analysis fills memory, rendering fills cores. */
const AT_ONCE: Record<string, number> = {
  [QUEUES.light]: 20,
  [QUEUES.intake]: 2,
  [QUEUES.analysis]: 1,
  [QUEUES.speech]: 3,
  [QUEUES.render]: 2,
};

const settings = readSettings(process.env);
const log = pino({ name: 'worker', base: { pid: process.pid } });
Runtime.install({
  shutdownSignals: ['SIGINT', 'SIGTERM'],
  telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
});

const connection = await NativeConnection.connect({ address: settings.temporalAddress });
const db = openDatabase(settings.databaseUrl);
const store = new BlobStore(path.join(settings.dataDir, 'store'));
await sweepScratch(store);
const intake = new Intake(path.join(settings.dataDir, 'intake'));
const steps = new StepRunner(db, store, log);
const activities = createActivities({ db, store, intake, log, dataDir: settings.dataDir, steps });
const uploads = uploadActivities({ db, steps, dataDir: settings.dataDir });

const common = {
  connection,
  // Cancellation reaches an activity with its next heartbeat, so these must not be held back.
  maxHeartbeatThrottleInterval: '1 second',
  defaultHeartbeatThrottleInterval: '1 second',
  shutdownGraceTime: '3 seconds',
} satisfies Partial<WorkerOptions>;

const known = [WORKFLOW_QUEUE, ...Object.keys(AT_ONCE)];
/** People name a queue without the number of the workflow's shape. */
const numbered = (name: string) => known.find((queue) => queue === name || queue.replace(/-\d+$/, '') === name) ?? name;
const wanted = settings.queues?.map(numbered) ?? known;
const workers = await Promise.all(
  wanted.map((taskQueue) =>
    taskQueue === WORKFLOW_QUEUE
      ? Worker.create({
          ...common,
          taskQueue,
          workflowsPath: new URL('../../workflows/all.ts', import.meta.url).pathname,
        })
      : Worker.create({
          ...common,
          taskQueue,
          activities: { ...activities, ...uploads },
          maxConcurrentActivityTaskExecutions: AT_ONCE[taskQueue] ?? 1,
        }),
  ),
);
log.info({ queues: wanted }, 'worker ready');
try {
  await Promise.all(workers.map((worker) => worker.run()));
} finally {
  await db.$disconnect();
  await connection.close();
}
process.exit(0);
