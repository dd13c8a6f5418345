import { NativeConnection, Worker } from '@temporalio/worker';
import type { TestApi } from '#tests/api/open-api';
import { fakeWorld, ref } from '#tests/workflow/fake-activities';
import { QUEUES, WORKFLOW_QUEUE } from '#workflows/messages';
import type { DeskState } from './desk-state.ts';

const WORKFLOWS = new URL('../../workflows/produce-film.ts', import.meta.url).pathname;

/** The real workflow behind the API; its activities write the rows people see and make nothing else. */
export async function openWorkflow(api: TestApi, state: DeskState): Promise<{ stop(): Promise<void> }> {
  const connection = await NativeConnection.connect({ address: api.house.temporalAddress });
  const { activities } = fakeWorld();
  const film = Buffer.from('a film');
  const shown: typeof activities = {
    ...activities,
    openApproval: async ({ run, version, author }) => {
      const { script, subject, digest } = await state.script(run.productionId, version, author);
      const sentences = script.chapters.flatMap((chapter) => chapter.sentences.map(({ id }) => id)).slice(0, 2);
      return { script: ref(`script ${version}`), pending: { version, author, digest, subject }, sentences };
    },
    packageFilm: async ({ run }) => {
      await state.outputs(run.productionId, [['film.mp4', 'video/mp4', film]]);
      return { outputs: [{ name: 'film.mp4', artifact: ref('mp4') }] };
    },
    report: async ({ run, status, stage, waitsFor, error }) => {
      await state.progress(run.productionId, {
        status,
        stage,
        waitsFor,
        error,
        stageFraction: status === 'done' ? 1 : 0,
      });
    },
  };
  const workers = await Promise.all([
    Worker.create({ connection, taskQueue: WORKFLOW_QUEUE, workflowsPath: WORKFLOWS }),
    ...Object.values(QUEUES).map((taskQueue) => Worker.create({ connection, taskQueue, activities: shown })),
  ]);
  const running = workers.map((worker) => worker.run());
  return {
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.allSettled(running);
      await connection.close();
    },
  };
}
