import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import { BlobStore } from '#activities/store/blob-store';
import { Intake } from '#activities/store/intake';
import { type Activities, createActivities } from '#activities/worker/activities';
import { StepRunner } from '#activities/worker/step-runner';
import type { Analysis } from '#domain/analysis';
import type { Actor } from '#domain/approval';
import { ProductionSummary } from '#domain/production';
import { keepAccount, keepToken } from '#prisma/records/accounts';
import { keepEngineFindings } from '#prisma/records/findings';
import { keepOutputs, setAnalysis, setCaseCode } from '#prisma/records/productions';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { demoAnalysis } from '#tests/fixtures/analysis';
import { manifestOf } from '#tests/fixtures/manifest';
import { fakeWorld, ref } from '#tests/workflow/fake-activities';
import { QUEUES, WORKFLOW_QUEUE } from '#workflows/messages';

export interface Gates extends TestApi {
  readonly store: BlobStore;
  /** Activities named here block until cancelled. */
  readonly hang: Set<string>;
  /** Calls of the made-up ones. */
  readonly calls: readonly string[];
  /** Makes an account with a token and answers the token. */
  person(id: string, roles: Actor['roles'], change?: Partial<Actor>): Promise<string>;
  order(change?: Record<string, unknown>): Promise<string>;
  json(method: string, path: string, token: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/**
 * The real API, workflow, database and every activity that people see; only reading, analysing, speaking, drawing and packing are made up, so that a
 * whole story takes seconds.
 */
export async function openGates(): Promise<Gates> {
  const api = await openTestApi();
  const { house, db } = api;
  const store = new BlobStore(path.join(house.dataDir, 'store'));
  const intake = new Intake(path.join(house.dataDir, 'intake'));
  const log = pino({ level: 'silent' });
  const steps = new StepRunner(db, store, log);
  const real = createActivities({ db, store, intake, log, dataDir: house.dataDir, steps });
  const { activities: fake, hang, calls } = fakeWorld();
  const film = Buffer.from('a film');
  const activities: Activities = {
    ...real,
    readStudy: async ({ run }) => {
      await setCaseCode(db, run.productionId, 'CL-TEST');
      return { study: ref('study') };
    },
    analyse: async ({ run }) => {
      const analysis = await keptAnalysis(store, demoAnalysis());
      await keepEngineFindings(db, run.productionId, analysis);
      await setAnalysis(db, run.productionId, analysis);
      return { analysis };
    },
    preparePictures: fake.preparePictures,
    speak: fake.speak,
    layTimeline: fake.layTimeline,
    composeFilm: fake.composeFilm,
    renderScene: fake.renderScene,
    packageFilm: async ({ run, version }) => {
      const outputs = [
        { name: 'film.mp4', artifact: await store.put(film, 'video/mp4', 'film') },
        { name: 'manifest.json', artifact: await store.putJson(manifestOf(run.productionId), 'manifest') },
      ];
      await keepOutputs(db, run.productionId, run.revision, outputs, version);
      return { outputs };
    },
  };
  const connection = await NativeConnection.connect({ address: house.temporalAddress });
  const common = { connection, maxHeartbeatThrottleInterval: 200, defaultHeartbeatThrottleInterval: 200 };
  const workflowsPath = new URL('../../workflows/all.ts', import.meta.url).pathname;
  const workers = await Promise.all([
    Worker.create({ ...common, taskQueue: WORKFLOW_QUEUE, workflowsPath }),
    ...Object.values(QUEUES).map((taskQueue) => Worker.create({ ...common, taskQueue, activities })),
  ]);
  const running = workers.map((worker) => worker.run());

  const json: Gates['json'] = async (method, route, token, body) => {
    const response = await api.ask(method, route, { token, body });
    return { status: response.status, body: await response.json().catch(() => null) };
  };
  return {
    ...api,
    store,
    hang,
    calls,
    json,
    person: async (id, roles, change = {}) => {
      const token = randomBytes(24).toString('base64url');
      await keepAccount(db, { id, displayName: id, roles, departments: ['house'], demo: false, ...change });
      await keepToken(db, id, 'test', createHash('sha256').update(token).digest('hex'));
      return token;
    },
    order: async (change = {}) => {
      const body = { source: '/nowhere', provenance: 'simulated', ...change };
      return ProductionSummary.parse((await json('POST', '/api/productions', api.tokens.publicity, body)).body).id;
    },
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.allSettled(running);
      await connection.close();
      await api.stop();
    },
  };
}

/** An analysis as the worker would leave it in the store. */
export const keptAnalysis = (store: BlobStore, analysis: Analysis) => store.putJson(analysis, 'analysis');
