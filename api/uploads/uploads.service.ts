import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Quarantine } from '#activities/store/quarantine';
import { asking } from '#api/temporal';
import type { Actor } from '#domain/approval';
import { StudioError } from '#domain/errors';
import { UPLOAD_LIMITS, type Upload, UploadId, type UploadState } from '#domain/upload';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import {
  countOpenUploads,
  createUpload,
  findUpload,
  listOpenUploads,
  moveUpload,
  touchUpload,
  type UploadRecord,
} from '#prisma/records/uploads';
import { WORKFLOW_QUEUE } from '#workflows/messages';
import type { Allowance, Announced, Limits } from './allowance.ts';

const TOUCH_MS = 60_000;
/** An upload takes files until it is a film; one that was looked through already is then looked through again. */
const TAKES_FILES: readonly UploadState[] = ['receiving', 'ready', 'refused'];

/** Uploads from the first byte to the check. */
export class UploadsService {
  readonly #touched = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly temporal: Client,
    private readonly quarantine: Quarantine,
    private readonly allowance: Allowance,
    private readonly limits: Limits,
  ) {}

  /** @throws StudioError FORBIDDEN, UPLOAD_MANY, DISK_FULL */
  async open(actor: Actor, wanted: string | undefined): Promise<Upload> {
    const departmentId = wanted ?? actor.departments[0];
    if (!departmentId || !actor.departments.includes(departmentId)) throw new StudioError('FORBIDDEN');
    const count = await countOpenUploads(this.db, actor.id);
    if (count >= UPLOAD_LIMITS.open) throw new StudioError('UPLOAD_MANY', { count });
    const id = UploadId.parse(`u${randomId(15)}`);
    await this.quarantine.open(id);
    const upload = await createUpload(this.db, id, { accountId: actor.id, departmentId });
    await this.#audit(upload, actor.id, 'upload.open', null, 'receiving');
    return this.#seen(upload);
  }

  async list(actor: Actor): Promise<Upload[]> {
    return Promise.all((await listOpenUploads(this.db, actor.id)).map((upload) => this.#seen(upload)));
  }

  async read(id: string): Promise<Upload> {
    return this.#seen(await this.#find(id));
  }

  /** Before a request of the resumable protocol is let through. @throws StudioError UPLOAD_STATE, UPLOAD_RATE */
  async pass(id: string, actor: Actor): Promise<void> {
    await this.allowance.pace(actor.id);
    const { state } = await this.#find(id);
    if (!TAKES_FILES.includes(state)) throw new StudioError('UPLOAD_STATE');
    if (Date.now() - (this.#touched.get(id) ?? 0) < TOUCH_MS) return;
    this.#touched.set(id, Date.now());
    await touchUpload(this.db, id);
  }

  /** Room for a new file. @throws StudioError UPLOAD_FILES, UPLOAD_BYTES, UPLOAD_FILE_EXISTS, DISK_FULL, UPLOAD_STATE */
  async announce(id: string, file: Announced): Promise<string> {
    const reserved = await this.allowance.reserve(id, file);
    if (await moveUpload(this.db, id, TAKES_FILES, 'receiving')) return reserved;
    await this.allowance.release(id, reserved);
    throw new StudioError('UPLOAD_STATE');
  }

  /** The file came to be, or its room is free again. */
  async settle(id: string, file: string): Promise<void> {
    const there = (await this.quarantine.list(id)).some((item) => item.id === file);
    if (!there) await this.allowance.release(id, file);
  }

  /** All is there: it is looked through. Asking twice is asking once. @throws StudioError UPLOAD_EMPTY, UPLOAD_INCOMPLETE, UPLOAD_STATE */
  async finish(id: string, actor: Actor): Promise<Upload> {
    const upload = await this.#find(id);
    const files = await this.quarantine.list(id);
    if (files.length === 0) throw new StudioError('UPLOAD_EMPTY');
    const missing = files.filter(({ size, received }) => received < size).length;
    if (missing > 0) throw new StudioError('UPLOAD_INCOMPLETE', { count: missing });
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const from: UploadState[] = [...TAKES_FILES, 'checking'];
    if (!(await moveUpload(this.db, id, from, 'checking', { files: files.length, bytes })))
      throw new StudioError('UPLOAD_STATE');
    if (upload.state !== 'checking') await this.#audit(upload, actor.id, 'upload.check', upload.state, 'checking');
    await this.check(id);
    return this.read(id);
  }

  /** Starts the look through, or finds it under way. */
  async check(id: string): Promise<void> {
    try {
      await asking(() =>
        this.temporal.workflow.start('inspectUpload', {
          taskQueue: WORKFLOW_QUEUE,
          workflowId: `upload-${id}`,
          args: [{ upload: id }],
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /** Deletes an upload and its files at once. @throws StudioError UPLOAD_STATE when a film is being made from it */
  async drop(id: string, actor: Actor): Promise<void> {
    const upload = await this.#find(id);
    if (!(await moveUpload(this.db, id, [...TAKES_FILES, 'checking'], 'dropped')))
      throw new StudioError('UPLOAD_STATE');
    await this.quarantine.remove(id);
    this.allowance.forget(id);
    await this.#audit(upload, actor.id, 'upload.drop', upload.state, 'dropped');
  }

  /** The contact sheet of a series. @throws StudioError NOT_FOUND */
  async montage(id: string, key: string): Promise<string> {
    const upload = await this.#find(id);
    const series = upload.report?.series.find((item) => item.key === key);
    if (!series?.montage) throw new StudioError('NOT_FOUND', { what: 'montage' });
    const place = this.quarantine.montage(id, key);
    await access(place).catch(() => {
      throw new StudioError('UPLOAD_GONE');
    });
    return place;
  }

  async #find(id: string): Promise<UploadRecord> {
    const upload = UploadId.safeParse(id).success ? await findUpload(this.db, id) : null;
    if (!upload) throw new StudioError('NOT_FOUND', { what: 'upload' });
    return upload;
  }

  async #seen(upload: UploadRecord): Promise<Upload> {
    const { id, state, departmentId, report, error, productionId, createdAt, updatedAt } = upload;
    const files = TAKES_FILES.includes(state) ? await this.quarantine.list(id) : [];
    const { files: most, totalBytes, fileBytes } = this.limits;
    return {
      ...{ id, state, departmentId, files, report, error, productionId },
      bytes: files.reduce((sum, { received }) => sum + received, 0),
      createdAt: createdAt.toISOString(),
      expiresAt: new Date(updatedAt.getTime() + UPLOAD_LIMITS.keepHours * 3600_000).toISOString(),
      limits: { files: most, totalBytes, fileBytes, chunkBytes: UPLOAD_LIMITS.chunkBytes },
    };
  }

  #audit(
    { id, departmentId }: UploadRecord,
    actorId: string,
    action: 'upload.open' | 'upload.check' | 'upload.drop',
    from: string | null,
    to: string,
  ) {
    return appendAudit(this.db, { actorId, action, resource: 'upload', resourceId: id, departmentId, from, to });
  }
}

function randomId(length: number): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
}
