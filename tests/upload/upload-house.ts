import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import pino from 'pino';
import { createApi } from '#api/app';
import type { Role } from '#domain/approval';
import { type Upload, type UploadKind, uploadKind } from '#domain/upload';
import { keepAccount, keepToken } from '#prisma/records/accounts';
import { type Database, openDatabase } from '#prisma/records/database';
import { openTestHouse, type TestHouse } from '#tests/house/stack';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each held against what a test expects
  readonly body: any;
  readonly headers: Headers;
}

export interface UploadHouse {
  readonly house: TestHouse;
  readonly db: Database;
  /** Everything API and worker wrote to their logs. */
  readonly log: string[];
  ask(who: string, method: string, path: string, body?: unknown): Promise<Answer>;
  raw(who: string, method: string, path: string, headers: Record<string, string>, body?: BodyInit): Promise<Answer>;
  /** Announces a file and sends the first `bytes` of it (all, when left out). */
  send(who: string, upload: string, file: SentFile, bytes?: number): Promise<Answer>;
  resume(who: string, address: string, file: SentFile): Promise<Answer>;
  /** Uploads files and waits until they were looked through. */
  checked(who: string, files: readonly SentFile[]): Promise<Upload>;
  restartApi(): Promise<void>;
  startWorker(): void;
  stop(): Promise<void>;
}

export interface SentFile {
  readonly bytes: Buffer;
  readonly index: number;
  readonly group?: number;
  readonly kind?: UploadKind;
  /** What a careless client says beside it. */
  readonly name?: string;
}

const TUS = { 'tus-resumable': '1.0.0' };

/** The real API over HTTP on real PostgreSQL and Temporal, with two makers and, when asked, a real worker process. */
export async function openUploadHouse(): Promise<UploadHouse> {
  const house = await openTestHouse();
  const db = openDatabase(house.databaseUrl);
  const log: string[] = [];
  const tokens: Record<string, string> = {};
  const people: [string, Role][] = [
    ['maker', 'publicity'],
    ['other', 'publicity'],
    ['physician', 'physician'],
  ];
  for (const [id, role] of people) {
    tokens[id] = randomBytes(24).toString('base64url');
    await keepAccount(db, { id, displayName: id, roles: [role], departments: ['house'], demo: false });
    await keepToken(db, id, 'test', createHash('sha256').update(tokens[id]!).digest('hex'));
  }
  let app: INestApplication;
  let address = '';
  const openApi = async () => {
    app = await createApi({ ...house }, pino({}, { write: (line: string) => void log.push(line) }));
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
  };
  await openApi();
  let worker: ChildProcess | null = null;

  const raw: UploadHouse['raw'] = async (who, method, path, headers, body) => {
    const url = path.startsWith('http') ? path : `${address}${path}`;
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${tokens[who] ?? 'x'.repeat(32)}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    let parsed: unknown = null;
    try {
      parsed = JSON.parse(text);
    } catch {}
    return { status: response.status, body: parsed, headers: response.headers };
  };
  const ask: UploadHouse['ask'] = (who, method, path, body) =>
    raw(
      who,
      method,
      path,
      body === undefined ? {} : { 'content-type': 'application/json' },
      body === undefined ? undefined : JSON.stringify(body),
    );
  const self: UploadHouse = {
    house,
    db,
    log,
    raw,
    ask,
    async send(who, upload, file, bytes = file.bytes.length) {
      const said: Record<string, string> = {
        index: String(file.index),
        group: String(file.group ?? 0),
        kind: file.kind ?? uploadKind(file.bytes) ?? 'dcm',
        ...(file.name ? { filename: file.name, relativePath: file.name } : {}),
      };
      const metadata = Object.entries(said)
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(',');
      const headers = { ...TUS, 'upload-length': String(file.bytes.length), 'upload-metadata': metadata };
      const created = await raw(who, 'POST', `/api/uploads/${upload}/files`, headers);
      if (created.status !== 201) return created;
      const place = created.headers.get('location')!;
      const sent = await raw(
        who,
        'PATCH',
        place,
        { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        new Uint8Array(file.bytes.subarray(0, bytes)),
      );
      return sent.status === 204 ? created : sent;
    },
    async resume(who, place, file) {
      const there = await raw(who, 'HEAD', place, TUS);
      const offset = Number(there.headers.get('upload-offset'));
      const headers = { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
      return raw(who, 'PATCH', place, headers, new Uint8Array(file.bytes.subarray(offset)));
    },
    async checked(who, files) {
      const { body: upload } = await ask(who, 'POST', '/api/uploads', {});
      for (const file of files) {
        const { status, body } = await self.send(who, upload.id, file);
        if (status !== 201) throw new Error(JSON.stringify(body));
      }
      const finished = await ask(who, 'POST', `/api/uploads/${upload.id}/finish`);
      if (finished.status !== 202) throw new Error(JSON.stringify(finished.body));
      for (;;) {
        const { body } = await ask(who, 'GET', `/api/uploads/${upload.id}`);
        if (body.state !== 'checking') return body;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    async restartApi() {
      await app.close();
      await openApi();
    },
    startWorker() {
      worker = spawn(process.execPath, ['--import', 'tsx', 'activities/worker/main.ts'], {
        env: {
          ...process.env,
          DATABASE_URL: house.databaseUrl,
          TEMPORAL_ADDRESS: house.temporalAddress,
          CASELOOM_DATA: house.dataDir,
        },
      });
      for (const stream of [worker.stdout, worker.stderr]) stream?.on('data', (part) => void log.push(String(part)));
    },
    async stop() {
      if (worker) {
        const gone = new Promise((resolve) => worker!.once('exit', resolve));
        worker.kill('SIGTERM');
        await gone;
      }
      await app.close();
      await db.$disconnect();
      await house.stop();
    },
  };
  return self;
}
