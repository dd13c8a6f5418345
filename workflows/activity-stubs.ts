import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/worker/activities';
import { QUEUES } from './messages.ts';

const retry = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s', maximumAttempts: 6 } as const;

/** Bookkeeping and pure steps: seconds at most. */
export const light = proxyActivities<
  Pick<
    Activities,
    | 'forgetSource'
    | 'draftScript'
    | 'rescript'
    | 'openApproval'
    | 'openFilm'
    | 'release'
    | 'recordDecision'
    | 'remind'
    | 'layTimeline'
    | 'composeFilm'
    | 'report'
  >
>({ taskQueue: QUEUES.light, startToCloseTimeout: '1 minute', retry });

/** Reading and analysing a study: long, heartbeating, heavy on memory. */
export const analysis = proxyActivities<Pick<Activities, 'readStudy' | 'analyse' | 'preparePictures'>>({
  taskQueue: QUEUES.analysis,
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry,
});

/** One sentence a call: short. */
export const speech = proxyActivities<Pick<Activities, 'speak'>>({
  taskQueue: QUEUES.speech,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry,
});

/** One scene, or the package: long, heartbeating; cancellation must reach browser and encoder. */
export const render = proxyActivities<Pick<Activities, 'renderScene' | 'packageFilm'>>({
  taskQueue: QUEUES.render,
  startToCloseTimeout: '60 minutes',
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry,
});
