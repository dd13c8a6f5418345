import { Context } from '@temporalio/activity';
import { Quarantine } from '#activities/store/quarantine';
import { StudioError } from '#domain/errors';
import { type Coded, UploadReport, usableSeries } from '#domain/upload';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { findUpload, keepUploadReport } from '#prisma/records/uploads';
import { inThread } from './in-thread.ts';
import type { WorkerParts } from './parts.ts';

export type UploadActivities = ReturnType<typeof uploadActivities>;

const JOBS = new URL('./jobs.ts', import.meta.url).href;

/** What happens to an upload outside the API: it is looked through. */
export function uploadActivities({ db, steps, dataDir }: Pick<WorkerParts, 'db' | 'steps' | 'dataDir'>) {
  const quarantine = new Quarantine(dataDir);
  return {
    /** Writes what is there into the upload's row; a refusal by the images themselves is an answer, not a failure. */
    async inspectFiles({ upload }: { upload: string }): Promise<void> {
      const context = Context.current();
      const heart = setInterval(() => context.heartbeat(), 1000);
      try {
        if ((await findUpload(db, upload))?.state !== 'checking') return;
        if (!(await quarantine.has(upload))) throw new StudioError('UPLOAD_GONE');
        const step = { signal: context.cancellationSignal, progress: () => {} };
        const found = await inThread<UploadReport>(JOBS, 'inspectUploadJob', [upload, dataDir], step);
        const report = UploadReport.parse(found);
        const reason = usableSeries(report).length > 0 ? null : report.series.find((item) => item.reason)?.reason;
        await keepUploadReport(db, upload, report, reason ?? null);
        if (reason) await noteRefusal(db, upload, reason);
      } catch (error) {
        throw steps.translate(error, { stage: 'images', label: 'upload' });
      } finally {
        clearInterval(heart);
      }
    },

    async refuseUpload({ upload, error }: { upload: string; error: Coded }): Promise<void> {
      await keepUploadReport(db, upload, null, error);
      await noteRefusal(db, upload, error);
    },
  };
}

/** An upload that was turned down is written down: by its code, never by what was in it. */
async function noteRefusal(db: Database, upload: string, { code }: Coded): Promise<void> {
  const row = await findUpload(db, upload);
  await appendAudit(db, {
    ...{ actorId: 'house', action: 'upload.refuse', resource: 'upload', resourceId: upload },
    ...{ departmentId: row?.departmentId ?? null, from: 'checking', to: 'refused', detail: { code } },
  });
}
