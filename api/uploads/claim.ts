import { Quarantine } from '#activities/store/quarantine';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { type UploadReport, type UploadSeries, usableSeries } from '#domain/upload';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { findProduction } from '#prisma/records/productions';
import { claimUpload, findUpload, type UploadRecord } from '#prisma/records/uploads';

interface ClaimOrder {
  readonly productionId: string;
  readonly actor: Actor;
  readonly series: string | null;
  readonly confirmedNoIdentity: boolean;
}

/** Hands an upload over to the film made from it. */
export class UploadClaims {
  readonly #quarantine: Quarantine;
  constructor(
    private readonly db: Database,
    dataDir: string,
  ) {
    this.#quarantine = new Quarantine(dataDir);
  }

  /**
   * Where the images lie and which series is meant. The upload is then used: again only when the film it was for came to nothing.
   * @throws StudioError NOT_FOUND, UPLOAD_NOT_READY, UPLOAD_UNCONFIRMED, UPLOAD_GONE, IMAGES_MIXED_SERIES, IMAGES_SERIES_UNKNOWN, IMAGES_*
   */
  async claim(id: string, order: ClaimOrder): Promise<{ path: string; own: string; series: string }> {
    const upload = await findUpload(this.db, id);
    if (!upload || upload.accountId !== order.actor.id) throw new StudioError('NOT_FOUND', { what: 'upload' });
    const again = upload.state === 'used' && (await this.#cameToNothing(upload));
    if (upload.state === 'used' && !again) throw new StudioError('UPLOAD_STATE');
    if (upload.state === 'dropped' || !(await this.#quarantine.has(id))) throw new StudioError('UPLOAD_GONE');
    if ((upload.state !== 'ready' && !again) || !upload.report) throw new StudioError('UPLOAD_NOT_READY');
    const series = chosen(upload.report, order.series);
    if (!order.confirmedNoIdentity) throw new StudioError('UPLOAD_UNCONFIRMED');
    if (!(await claimUpload(this.db, upload, order.productionId, again))) throw new StudioError('UPLOAD_STATE');
    await appendAudit(this.db, {
      ...{ actorId: order.actor.id, action: 'upload.confirm', resource: 'upload', resourceId: id },
      ...{ departmentId: upload.departmentId, from: upload.state, to: 'used' },
      detail: { production: order.productionId, series: series.key, seen: series.montage?.digest ?? '' },
    });
    return { path: this.#quarantine.files(id), own: this.#quarantine.folder(id), series: series.key! };
  }

  async #cameToNothing({ productionId }: UploadRecord): Promise<boolean> {
    const production = productionId === null ? null : await findProduction(this.db, productionId);
    return !production || (['failed', 'cancelled'].includes(production.status) && production.analysis === null);
  }
}

/** The series a person chose, or the only one. */
function chosen(report: UploadReport, key: string | null): UploadSeries {
  const usable = usableSeries(report);
  const choices = usable.map((item) => `${item.key}: ${item.slices}`).join('; ');
  if (key === null) {
    if (usable.length > 1) throw new StudioError('IMAGES_MIXED_SERIES', { count: usable.length, choices });
    return usable[0]!;
  }
  const series = usable.find((item) => item.key === key.trim().toUpperCase());
  if (!series)
    throw new StudioError('IMAGES_SERIES_UNKNOWN', { series: /^[A-Za-z]{1,2}$/.test(key) ? key : '?', choices });
  return series;
}
