import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Quarantine } from '#activities/store/quarantine';
import { UPLOAD_LIMITS } from '#domain/upload';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { findProduction } from '#prisma/records/productions';
import { findUpload, listUntouchedUploads, moveUpload, type UploadRecord } from '#prisma/records/uploads';
import type { Allowance } from './allowance.ts';
import type { UploadsService } from './uploads.service.ts';

const HOUR_MS = 3600_000;

/** Deletes what nobody came back for, at the API's start and every hour, and starts anew the checks that a fall interrupted. */
export class UploadCaretaker implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Database,
    private readonly quarantine: Quarantine,
    private readonly allowance: Allowance,
    private readonly uploads: UploadsService,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const round = () =>
      this.round(new Date()).catch((error: Error) => this.log.warn({ name: error.name }, 'purge failed'));
    void round();
    this.#timer = setInterval(round, HOUR_MS);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** One round as of a moment. */
  async round(now: Date): Promise<void> {
    const since = new Date(now.getTime() - UPLOAD_LIMITS.keepHours * HOUR_MS);
    for (const upload of await listUntouchedUploads(this.db, since)) await this.#purge(upload);
    for (const id of await this.quarantine.ids()) {
      const upload = await findUpload(this.db, id);
      // A folder without its row, or of a row that is done with: a fall between two steps left it.
      if (!upload || upload.state === 'dropped') await this.quarantine.remove(id);
      else if (upload.state === 'checking') await this.uploads.check(id);
    }
  }

  async #purge(upload: UploadRecord): Promise<void> {
    if (upload.state === 'used') {
      // Its images may still be on their way into a film.
      const film = upload.productionId && (await findProduction(this.db, upload.productionId));
      if (film && film.analysis === null && !['failed', 'cancelled', 'done'].includes(film.status)) return;
      await this.quarantine.remove(upload.id);
      return;
    }
    if (!(await moveUpload(this.db, upload.id, [upload.state], 'dropped'))) return;
    await this.quarantine.remove(upload.id);
    this.allowance.forget(upload.id);
    await appendAudit(this.db, {
      ...{ actorId: 'house', action: 'upload.drop', resource: 'upload', resourceId: upload.id },
      ...{ departmentId: upload.departmentId, from: upload.state, to: 'dropped' },
    });
  }
}
