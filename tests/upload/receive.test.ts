import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Quarantine } from '#activities/store/quarantine';
import { Allowance, announced } from '#api/uploads/allowance';
import { Choices } from '#domain/choices';
import { UPLOAD_LIMITS, uploadKind } from '#domain/upload';
import { ctSlice } from '#tests/images/ct-series';
import { openUploadHouse, type SentFile, type UploadHouse } from './upload-house.ts';

const zMm = Array.from({ length: 8 }, (_, at) => at * 2);
const slice = (at: number, more: Partial<SentFile> = {}): SentFile => ({
  bytes: ctSlice(at, { zMm, size: 64 }),
  index: at + 1,
  ...more,
});
const NAME = 'ZHANG^WEIMING 张伟明 MRN-4471-903';

describe('uploads are received', () => {
  let house: UploadHouse;
  let quarantine: Quarantine;
  const open = async (who = 'maker') => (await house.ask(who, 'POST', '/api/uploads', {})).body as { id: string };
  beforeAll(async () => {
    house = await openUploadHouse();
    quarantine = new Quarantine(house.house.dataDir);
  }, 120_000);
  afterAll(() => house?.stop(), 60_000);

  test('an interrupted file goes on where it stopped, over a restart of the API, to the same bytes', async () => {
    const { id } = await open();
    const big: SentFile = { bytes: Buffer.concat([ctSlice(0, { zMm, size: 64 }), randomBytes(3_000_000)]), index: 1 };
    const begun = await house.send('maker', id, big, 1_234_567);
    expect(begun.status).toBe(201);
    expect((await house.ask('maker', 'GET', `/api/uploads/${id}`)).body.files).toMatchObject([
      { index: 1, size: big.bytes.length, received: 1_234_567 },
    ]);
    expect((await house.ask('maker', 'POST', `/api/uploads/${id}/finish`)).body).toMatchObject({
      code: 'UPLOAD_INCOMPLETE',
    });
    await house.restartApi();
    expect((await house.resume('maker', begun.headers.get('location')!, big)).status).toBe(204);
    const { files } = (await house.ask('maker', 'GET', `/api/uploads/${id}`)).body;
    expect(files).toMatchObject([{ received: big.bytes.length }]);
    expect(readFileSync(path.join(quarantine.files(id), files[0].id)).equals(big.bytes)).toBe(true);
    expect(statSync(quarantine.root).mode & 0o777).toBe(0o700);
    expect(statSync(quarantine.folder(id)).mode & 0o777).toBe(0o700);
  });

  test("another person's upload does not exist, for any request", async () => {
    const { id } = await open();
    const begun = await house.send('maker', id, slice(0), 40);
    const place = begun.headers.get('location')!;
    const tus = { 'tus-resumable': '1.0.0' };
    for (const [method, address, headers] of [
      ['GET', `/api/uploads/${id}`, {}],
      ['DELETE', `/api/uploads/${id}`, {}],
      ['POST', `/api/uploads/${id}/finish`, {}],
      ['GET', `/api/uploads/${id}/montage/A`, {}],
      ['HEAD', place, tus],
      ['PATCH', place, { ...tus, 'upload-offset': '40', 'content-type': 'application/offset+octet-stream' }],
      ['DELETE', place, tus],
      ['POST', `/api/uploads/${id}/files`, { ...tus, 'upload-length': '10' }],
    ] as [string, string, Record<string, string>][]) {
      expect((await house.raw('other', method, address, headers)).status, `${method} ${address}`).toBe(404);
      expect((await house.raw('nobody', method, address, headers)).status, `${method} ${address}`).toBe(401);
      expect((await house.raw('physician', method, address, headers)).status, `${method} ${address}`).toBe(403);
    }
    expect((await house.ask('other', 'GET', '/api/uploads')).body).toEqual([]);
    // Nor can a file of it be reached through an upload of one's own.
    const { id: mine } = await open('other');
    const crossed = `/api/uploads/${mine}/files/..%2F..%2F${id}%2Ffiles%2F${place.split('/').at(-1)}`;
    expect((await house.raw('other', 'HEAD', crossed, tus)).status).toBeGreaterThanOrEqual(400);
  });

  test('what is no image is refused by its content, and nothing of it stays', async () => {
    const { id } = await open();
    const disguised: [string, Buffer][] = [
      ['program', Buffer.concat([Buffer.from('MZ'), randomBytes(5000)])],
      [
        'program behind a DICOM mark',
        Buffer.concat([Buffer.from('MZ'), Buffer.alloc(126), Buffer.from('DICM'), randomBytes(500)]),
      ],
      ['page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(4000))],
      ['text', Buffer.from('just a note about a patient'.padEnd(200))],
      ['script', Buffer.from('#!/bin/sh\nrm -rf /\n'.padEnd(200))],
      ['tiny', Buffer.from('x')],
    ];
    for (const [what, bytes] of disguised) {
      const { status, body } = await house.send('maker', id, { bytes, index: 7, kind: 'dcm' });
      expect({ what, status, code: body?.code }).toEqual({ what, status: 415, code: 'UPLOAD_TYPE' });
    }
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    expect((await house.send('maker', id, { bytes: zip, index: 7, kind: 'png' })).body.code).toBe('UPLOAD_TYPE');
    expect(await readdir(quarantine.files(id))).toEqual([]);
    expect(await readdir(quarantine.meta(id))).toEqual([]);
    // Its place is free again.
    expect((await house.send('maker', id, slice(0, { index: 7 }))).status).toBe(201);
    expect(uploadKind(ctSlice(0, { zMm, size: 8 }).subarray(132))).toBe('dcm');
  });

  test('limits hold by count, by size and by pace, each with its code', async () => {
    const { id } = await open();
    const large = await house.raw('maker', 'POST', `/api/uploads/${id}/files`, {
      'tus-resumable': '1.0.0',
      'upload-length': String(UPLOAD_LIMITS.totalBytes + 1),
      'upload-metadata': `index ${btoa('1')},kind ${btoa('dcm')}`,
    });
    expect([large.status, large.body.code]).toEqual([413, 'UPLOAD_BYTES']);
    const small = new Allowance(quarantine, { files: 3, totalBytes: 1000, fileBytes: 600, requests: 5 });
    const file = (index: number, bytes: number) => ({ meta: { index, group: 0, kind: 'dcm' as const }, bytes });
    await expect(small.reserve(id, file(1, 601))).rejects.toMatchObject({ code: 'UPLOAD_BYTES' });
    await small.reserve(id, file(1, 500));
    await expect(small.reserve(id, file(1, 5))).rejects.toMatchObject({ code: 'UPLOAD_FILE_EXISTS' });
    await expect(small.reserve(id, file(2, 501))).rejects.toMatchObject({ code: 'UPLOAD_BYTES' });
    await small.reserve(id, file(2, 1));
    await small.reserve(id, file(3, 1));
    await expect(small.reserve(id, file(4, 1))).rejects.toMatchObject({ code: 'UPLOAD_FILES' });
    for (let n = 0; n < 5; n += 1) await small.pace('maker');
    await expect(small.pace('maker')).rejects.toMatchObject({ code: 'UPLOAD_RATE' });
    await small.pace('other');
    for (const bad of [
      {},
      { 'upload-length': '-1' },
      { 'upload-length': '5', 'upload-metadata': `index ${btoa('../x')}` },
    ])
      expect(() => announced(bad)).toThrow('INPUT_INVALID');
    // Too many unfinished ones.
    let last = await house.ask('other', 'POST', '/api/uploads', {});
    for (let n = 0; n < UPLOAD_LIMITS.open && last.status === 201; n += 1)
      last = await house.ask('other', 'POST', '/api/uploads', {});
    expect([last.status, last.body.code]).toEqual([409, 'UPLOAD_MANY']);
  });

  test('names are not kept anywhere', async () => {
    const { id } = await open();
    for (const at of [0, 1, 2])
      expect((await house.send('maker', id, slice(at, { name: `${NAME}/${at}.dcm` }))).status).toBe(201);
    const kept = await Promise.all(
      (await readdir(quarantine.meta(id))).map((name) => readFile(path.join(quarantine.meta(id), name), 'utf8')),
    );
    const rows = JSON.stringify(await house.db.upload.findMany(), (_, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    );
    const audit = JSON.stringify(await house.db.auditEvent.findMany());
    for (const text of [...kept, ...house.log, rows, audit, (await readdir(quarantine.files(id))).join()])
      expect(text).not.toMatch(/ZHANG|张伟明|MRN-4471|WkhBTkc/);
  });

  test('a path on the server is taken from a program on this machine alone', async () => {
    const order = (headers: Record<string, string>) =>
      house.raw(
        'maker',
        'POST',
        '/api/productions',
        { 'content-type': 'application/json', ...headers },
        JSON.stringify({ source: 'relative' }),
      );
    expect((await order({})).body).toMatchObject({ code: 'INPUT_INVALID' });
    for (const through of ['x-forwarded-for', 'forwarded'])
      expect((await order({ [through]: 'for=10.1.2.3' })).body).toMatchObject({ code: 'SOURCE_LOCAL', status: 403 });
  });

  test('choices have names and lengths, voices are heard, series know their next number', async () => {
    const { body } = await house.ask('maker', 'GET', '/api/choices');
    expect(Choices.parse(body)).toEqual(body);
    expect(body.templates[0]).toMatchObject({
      ref: 'case-teaching@1.0.0',
      filmGate: 'publicity',
      name: { 'zh-CN': '病例教学' },
    });
    expect(body.templates[0].seconds).toBeGreaterThan(120);
    const template = (id: string) => body.templates.find(({ ref }: { ref: string }) => ref.startsWith(id));
    expect(template('read-in-a-minute')).toMatchObject({ aspects: ['9:16', '16:9', '1:1'], audience: null });
    expect(template('patient-explanation')).toMatchObject({ audience: 'public', filmGate: 'physician' });
    for (const lang of ['zh-CN', 'en']) {
      const sound = await house.raw('maker', 'GET', `/api/choices/voices/female_doctor?lang=${lang}`, {});
      expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav']);
      expect(Number(sound.headers.get('content-length'))).toBeGreaterThan(100_000);
    }
    expect((await house.ask('maker', 'GET', '/api/choices/voices/nobody')).body.code).toBe('SPEECH_VOICE');
    expect((await house.ask('nobody', 'GET', '/api/choices')).status).toBe(401);
  });

  test('an upload can be deleted, and one that nobody came back for is', async () => {
    const { id } = await open();
    await house.send('maker', id, slice(0));
    expect((await house.ask('maker', 'DELETE', `/api/uploads/${id}`)).status).toBe(204);
    expect(await quarantine.has(id)).toBe(false);
    const { id: left } = await open();
    await house.send('maker', left, slice(0));
    const { id: fresh } = await open();
    await mkdir(path.join(quarantine.root, 'u00000000000orph/files'), { recursive: true });
    const old = new Date(Date.now() - (UPLOAD_LIMITS.keepHours + 1) * 3600_000);
    await house.db.$executeRaw`UPDATE "Upload" SET "updatedAt" = ${old} WHERE id = ${left}`;
    // The round an API makes as it starts.
    await house.restartApi();
    await expect.poll(() => quarantine.ids()).not.toContain(left);
    await expect.poll(() => quarantine.ids()).not.toContain('u00000000000orph');
    expect(await quarantine.ids()).toContain(fresh);
    expect((await house.ask('maker', 'GET', `/api/uploads/${left}`)).body.state).toBe('dropped');
  });
});
