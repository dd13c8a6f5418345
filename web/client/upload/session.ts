import Uppy, { type UppyFile } from '@uppy/core';
import Tus from '@uppy/tus';
import { UPLOAD_LIMITS, type Upload, type UploadFile } from '#domain/upload';
import { api, csrfHeaders, taken } from '../api.ts';
import { isDone, type Line, newLine, rowOf, type Sending } from './line.ts';
import { forget, recall, remember } from './memory.ts';
import { Pace } from './pace.ts';
import { type FileMeta, planSending } from './plan.ts';
import { refusalIn } from './refusal-in.ts';
import { type Dropped, sortOut } from './walk.ts';

type Meta = FileMeta & { row: number; file: string };
type Body = Record<string, never>;
type File_ = UppyFile<Meta, Body>;

const TELL_MS = 250;
const DELAYS = [500, 1000, 2000, 4000, 8000, ...Array.from({ length: 40 }, () => 15_000)];

/** Sends what a person drops, file by file, over interruptions. One upload at a time; the page shows `snapshot()`. */
export class UploadSession {
  readonly #uppy: Uppy<Meta, Body>;
  readonly #lines: Line[] = [];
  readonly #told = new Set<() => void>();
  #upload: string | null = null;
  #shown: Sending = {
    upload: null,
    rows: [],
    bytes: 0,
    sent: 0,
    secondsLeft: null,
    bytesPerSecond: null,
    complete: false,
  };
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #pace = new Pace();

  constructor() {
    this.#uppy = new Uppy<Meta, Body>({ autoProceed: true, allowMultipleUploadBatches: true });
    this.#uppy.use(Tus, {
      endpoint: '/api/uploads',
      limit: 4,
      chunkSize: UPLOAD_LIMITS.chunkBytes,
      retryDelays: DELAYS,
      uploadDataDuringCreation: true,
      // The library would write paths with names into the browser's storage.
      storeFingerprintForResuming: false,
      allowedMetaFields: ['index', 'group', 'kind'],
      headers: csrfHeaders,
      onShouldRetry: (error, _attempt, _options, next) => {
        this.#broke();
        // A coded refusal stays one, however often it is asked.
        const { code } = refusalIn(error);
        return code.startsWith('UPLOAD_') && code !== 'UPLOAD_RATE' ? false : next(error);
      },
    });
    globalThis.addEventListener?.('offline', () => this.#broke());
    this.#uppy.on('upload-progress', (file, { bytesUploaded }) => file && this.#progress(file, Number(bytesUploaded)));
    this.#uppy.on('upload-success', (file) => file && this.#progress(file, file.size ?? 0));
    this.#uppy.on('upload-error', (file, error) => void (file && this.#failed(file, error)));
  }

  subscribe = (tell: () => void): (() => void) => {
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  };

  snapshot = (): Sending => this.#shown;

  /** Goes on with an upload that was begun before: what is there, and what must be dropped again. */
  take(upload: Upload): void {
    this.#upload = upload.id;
    const there = new Map(upload.files.map((file) => [file.id, file]));
    const { rows } = recall(upload.id);
    const named = new Set(rows.flatMap(({ files }) => Object.keys(files)));
    const strange = upload.files.filter(({ id }) => !named.has(id)).map(({ id, size }) => [id, size] as const);
    const other = strange.length > 0 ? [{ kind: 'files' as const, files: Object.fromEntries(strange) }] : [];
    for (const { kind, files } of [...rows, ...other]) {
      const line = this.#line(null, kind);
      for (const [id, size] of Object.entries(files)) line.files.set(id, { size, sent: there.get(id)?.received ?? 0 });
      line.sorting = false;
    }
    this.#tell();
  }

  /** Adds what was dropped. @throws Refusal */
  async add(dropped: readonly Dropped[], open: () => Promise<Upload>): Promise<void> {
    if (!this.#upload) {
      const upload = await open();
      this.#upload = upload.id;
    }
    for (const each of dropped) await this.#addOne(each, this.#upload);
  }

  async #addOne(dropped: Dropped, upload: string): Promise<void> {
    const line = this.#line(dropped.name, dropped.kind);
    this.#tell();
    const { images, skipped } = await sortOut(dropped.files);
    const memory = recall(upload);
    const arrived = await this.#there(upload);
    const busy = new Set(this.#uppy.getFiles().flatMap(({ meta, error }) => (error ? [] : [meta.file])));
    const { send, files } = planSending(images, upload, memory.files, arrived, busy);
    // What was dropped before takes its place in this row.
    for (const other of this.#lines) for (const id of files.keys()) other.files.delete(id);
    line.files = new Map(files);
    Object.assign(line, { sorting: false, skipped });
    const kept = this.#lines.filter((one) => one.files.size > 0 || one.sorting || (one === line && skipped > 0));
    this.#lines.splice(0, this.#lines.length, ...kept);
    remember(upload, { files: memory.files, rows: this.#remembered() });
    this.#tell();
    const again = new Set(send.map(({ id }) => id));
    this.#uppy.removeFiles(
      this.#uppy.getFiles().flatMap(({ id, meta, error }) => (error && again.has(meta.file) ? [id] : [])),
    );
    this.#uppy.getPlugin('Tus')?.setOptions({ endpoint: `/api/uploads/${upload}/files` });
    this.#uppy.addFiles(
      send.map(({ id, file, meta }) => ({
        // No name of the person's files goes into the library.
        name: id,
        type: 'application/octet-stream',
        data: file,
        meta: { ...meta, row: line.id, file: id },
      })),
    );
    const begun = new Map(send.flatMap(({ id, uploadUrl }) => (uploadUrl ? [[id, uploadUrl]] : [])));
    for (const { id, meta } of begun.size > 0 ? this.#uppy.getFiles() : []) {
      const uploadUrl = begun.get(meta.file);
      if (uploadUrl) this.#uppy.setFileState(id, { tus: { uploadUrl } });
    }
  }

  /** What the studio has of each file, as of now. */
  async #there(upload: string): Promise<Map<string, UploadFile>> {
    if (Object.keys(recall(upload).files).length === 0) return new Map();
    const now = (await taken(api.GET('/api/uploads/{id}', { params: { path: { id: upload } } }))) as Upload;
    return new Map(now.files.map((file) => [file.id, file]));
  }

  /** Holds a row, or lets it go on. */
  toggle(row: number): void {
    const line = this.#lines.find(({ id }) => id === row);
    if (!line) return;
    line.paused = !line.paused;
    for (const file of this.#uppy.getFiles())
      if (file.meta.row === row && !file.progress.uploadComplete && Boolean(file.isPaused) !== line.paused)
        this.#uppy.pauseResume(file.id);
    this.#tell();
  }

  /** Tries again what failed in a row. */
  retry(row: number): void {
    const line = this.#lines.find(({ id }) => id === row);
    if (!line) return;
    line.error = null;
    for (const file of this.#uppy.getFiles())
      if (file.meta.row === row && file.error) void this.#uppy.retryUpload(file.id);
    this.#tell();
  }

  /** Takes a row back, here and there. */
  async remove(row: number): Promise<void> {
    const line = this.#lines.find(({ id }) => id === row);
    if (!line || !this.#upload) return;
    this.#lines.splice(this.#lines.indexOf(line), 1);
    const mine = this.#uppy.getFiles().filter(({ meta }) => meta.row === row);
    this.#uppy.removeFiles(mine.map(({ id }) => id));
    const memory = recall(this.#upload);
    const gone = new Set(line.files.keys());
    const files = Object.fromEntries(Object.entries(memory.files).filter(([, id]) => !gone.has(id)));
    remember(this.#upload, {
      files,
      rows: this.#remembered(),
    });
    this.#tell();
    for (const id of gone)
      await fetch(`/api/uploads/${this.#upload}/files/${id}`, {
        method: 'DELETE',
        headers: { 'Tus-Resumable': '1.0.0', ...csrfHeaders() },
      }).catch(() => undefined);
  }

  #remembered() {
    return this.#lines.map(({ kind, files }) => ({
      kind,
      files: Object.fromEntries([...files].map(([id, { size }]) => [id, size])),
    }));
  }

  /** Forgets everything of this upload in this browser. */
  clear(): void {
    this.#uppy.cancelAll();
    if (this.#upload) forget(this.#upload);
    this.#lines.length = 0;
    this.#upload = null;
    this.#tell();
  }

  /** What is on its way has been interrupted. */
  #broke(): void {
    for (const line of this.#lines) if (!line.paused && !isDone(line)) line.broke = true;
    this.#soon();
  }

  #line(name: string | null, kind: Dropped['kind']): Line {
    const line = newLine(Math.max(0, ...this.#lines.map(({ id }) => id)) + 1, name, kind);
    this.#lines.push(line);
    return line;
  }

  #progress(file: File_, sent: number): void {
    const line = this.#lines.find(({ id }) => id === file.meta.row);
    const entry = line?.files.get(file.meta.file);
    if (!line || !entry) return;
    if (line.broke && navigator.onLine && sent > entry.sent) Object.assign(line, { broke: false, resumed: true });
    entry.sent = Math.max(entry.sent, Math.min(sent, entry.size));
    this.#soon();
  }

  async #failed(file: File_, error: unknown): Promise<void> {
    const line = this.#lines.find(({ id }) => id === file.meta.row);
    if (!line) return;
    const refusal = refusalIn(error);
    const entry = line.files.get(file.meta.file);
    // The answer was lost, not the file.
    if (refusal.code === 'UPLOAD_FILE_EXISTS' && entry && this.#upload) {
      const upload = await taken(api.GET('/api/uploads/{id}', { params: { path: { id: this.#upload } } })).catch(
        () => null,
      );
      const there = (upload as Upload | null)?.files.find(({ id }) => id === file.meta.file);
      if (there && there.received === there.size) {
        entry.sent = entry.size;
        this.#soon();
        return;
      }
    }
    line.error ??= refusal;
    this.#soon();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), TELL_MS);
  }

  #tell(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const live = new Set(this.#uppy.getFiles().map(({ meta }) => meta.row));
    const rows = this.#lines.map((line) => rowOf(line, live.has(line.id)));
    const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
    const sent = rows.reduce((sum, row) => sum + row.sent, 0);
    const rate = this.#pace.at(sent);
    const complete =
      rows.length > 0 && rows.every(({ state }) => state === 'done') && rows.some(({ files }) => files > 0);
    const secondsLeft = rate && sent < bytes ? (bytes - sent) / rate : null;
    this.#shown = {
      upload: this.#upload,
      rows,
      bytes,
      sent,
      secondsLeft,
      bytesPerSecond: sent < bytes ? rate : null,
      complete,
    };
    for (const tell of this.#told) tell();
  }
}

let current: UploadSession | null = null;

/** The window's upload, which goes on while its person looks at other pages: the one asked for, else the one under way, else a new one. */
export function sessionFor(upload: Upload | null): UploadSession {
  // The server draws the page for many people: nothing of one may stay for the next.
  if (typeof window === 'undefined') return new UploadSession();
  const held = current?.snapshot();
  const same = held && (upload === null ? held.upload !== null && !held.complete : held.upload === upload.id);
  if (same && current) return current;
  current = new UploadSession();
  if (upload) current.take(upload);
  return current;
}

/** The upload became a film, or was given up: the next visit begins anew. */
export function letGo(): void {
  current = null;
}
