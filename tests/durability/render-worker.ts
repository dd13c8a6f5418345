import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { workflowId } from '#workflows/messages';
import type { TestStudio } from './harness.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const TSX = pathToFileURL(path.join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

/** A further worker process that only draws, as another machine on the same store would. Resolves when it takes work. */
export async function startRenderWorker(studio: TestStudio): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', TSX, path.join(ROOT, 'activities/worker/main.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      CASELOOM_DATA: studio.dataDir,
      DATABASE_URL: studio.databaseUrl,
      TEMPORAL_ADDRESS: studio.temporalAddress,
      CASELOOM_QUEUES: 'caseloom-render',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the worker ended with ${code}`)));
    child.stdout!.on('data', (lines) => String(lines).includes('worker ready') && ready());
  });
  return child;
}

/** Ends a worker as a power cut would. */
export async function killWorker(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Of each scene of a production: the process that drew it, and how many attempts it took. */
export async function sceneMakers(studio: TestStudio, productionId: string, revision = 1) {
  const connection = await Connection.connect({ address: studio.temporalAddress });
  try {
    const client = new Client({ connection });
    const { events } = await client.workflow.getHandle(workflowId({ productionId, revision })).fetchHistory();
    const scenes = new Set(
      events!
        .filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'renderScene')
        .map((event) => String(event.eventId)),
    );
    return events!.flatMap(({ activityTaskStartedEventAttributes: started }) =>
      started && scenes.has(String(started.scheduledEventId))
        ? [{ process: started.identity ?? '', attempts: started.attempt ?? 0 }]
        : [],
    );
  } finally {
    await connection.close();
  }
}
