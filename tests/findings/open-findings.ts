import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import { writeScript } from '#activities/script/write-script';
import { BlobStore } from '#activities/store/blob-store';
import { Intake } from '#activities/store/intake';
import { createActivities } from '#activities/worker/activities';
import { StepRunner } from '#activities/worker/step-runner';
import type { Analysis } from '#domain/analysis';
import { findTemplate } from '#domain/templates';
import { createProduction } from '#prisma/records/productions';
import type { TestApi } from '#tests/api/open-api';
import { tinyChest } from '#tests/film-image/tiny-chest';
import { REQUEST } from '#tests/workflow/fake-activities';
import { QUEUES, WORKFLOW_QUEUE, workflowId } from '#workflows/messages';
import type { produceFilm } from '#workflows/produce-film';

export interface FindingsStage {
  readonly store: BlobStore;
  /** A production whose first script lies before the physicians; its findings are those of `analysis`. */
  begin(id: string): Promise<Analysis>;
  stop(): Promise<void>;
}

/** The real workflow and the real activities behind the API, for productions that begin with a small scan already analysed. */
export async function openFindings(api: TestApi): Promise<FindingsStage> {
  const { temporalAddress: address, dataDir } = api.house;
  const store = new BlobStore(`${dataDir}/store`);
  const log = pino({ enabled: false });
  const steps = new StepRunner(api.db, store, log);
  const activities = createActivities({
    db: api.db,
    store,
    intake: new Intake(`${dataDir}/intake`),
    log,
    dataDir,
    steps,
  });
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection: await Connection.connect({ address }) });
  const workflowsPath = new URL('../../workflows/all.ts', import.meta.url).pathname;
  const workers = await Promise.all([
    Worker.create({ connection, taskQueue: WORKFLOW_QUEUE, workflowsPath }),
    ...Object.values(QUEUES).map((taskQueue) => Worker.create({ connection, taskQueue, activities })),
  ]);
  const running = workers.map((worker) => worker.run());
  return {
    store,
    begin: async (id) => {
      const analysis = await lungsKnown(await tinyChest(store), store);
      const ref = await store.putJson(analysis, 'analysis');
      const script = writeScript(analysis, { template: findTemplate(REQUEST.template), language: 'zh-CN' });
      await createProduction(api.db, id, REQUEST, { createdBy: 'test-editor', departmentId: 'house' });
      const run = { productionId: id, revision: 1 };
      const from = {
        analysis: ref,
        findingsVersion: 1,
        script,
        basis: null,
        version: 0,
        author: script.author,
        decision: null,
      };
      await client.workflow.start<typeof produceFilm>('produceFilm', {
        taskQueue: WORKFLOW_QUEUE,
        workflowId: workflowId(run),
        args: [{ run, request: REQUEST, intake: null, from, reminderMs: 3_600_000, escalateAfter: 3 }],
      });
      return analysis;
    },
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.allSettled(running);
      await client.connection.close();
      await connection.close();
    },
  };
}

/** The scan's two lungs as a mask: right from column 18 to 58, left from 70 to 110. */
async function lungsKnown(analysis: Analysis, store: BlobStore): Promise<Analysis> {
  const { columns, rows, slices } = analysis.study.geometry;
  const mask = new Uint8Array(columns * rows * slices);
  for (let i = 0; i < mask.length; i++) {
    const [x, y] = [i % columns, Math.floor(i / columns) % rows];
    if (y >= 20 && y < 72) mask[i] = x >= 18 && x < 58 ? 1 : x >= 70 && x < 110 ? 2 : 0;
  }
  const lungMask = await store.put(await promisify(deflateRaw)(mask), 'application/octet-stream', 'lung-mask');
  return { ...analysis, lungMask };
}

/** An id as the API gives them. */
export const newId = (): string => `p${[...randomBytes(11)].map((byte) => (byte % 36).toString(36)).join('')}`;
