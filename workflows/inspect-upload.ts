import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { UploadActivities } from '#activities/worker/upload-activities';
import { isErrorCode } from '#domain/errors';
import { QUEUES } from './messages.ts';

const intake = proxyActivities<UploadActivities>({
  taskQueue: QUEUES.intake,
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s', maximumAttempts: 4 },
});

/** Looks at what was uploaded. The upload's row says how it ended; nothing but its id is in the history. */
export async function inspectUpload({ upload }: { upload: string }): Promise<void> {
  try {
    await intake.inspectFiles({ upload });
  } catch (error) {
    const cause = error instanceof ActivityFailure ? error.cause : error;
    const type = cause instanceof ApplicationFailure ? cause.type : undefined;
    const details = (cause instanceof ApplicationFailure ? cause.details?.[0] : null) as Record<string, string> | null;
    await intake.refuseUpload({
      upload,
      error: isErrorCode(type)
        ? { code: type, details: details ?? {} }
        : { code: 'INTERNAL', details: { reference: upload } },
    });
  }
}
