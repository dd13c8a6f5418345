import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishOutputs } from '#activities/release/publish';
import { BlobStore } from '#activities/store/blob-store';

let root: string;
let store: BlobStore;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'caseloom 输出 '));
  store = new BlobStore(path.join(root, 'store'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const [MOUNT, UNMOUNT] = ['mount', 'umount'] as const;
const OWNER = 'p00000000001';
async function files(film = 'film one', productionId = OWNER) {
  const manifest = JSON.stringify({ run: { productionId } });
  return [
    { name: 'film.mp4', artifact: await store.put(Buffer.from(film), 'video/mp4', 'film') },
    { name: 'manifest.json', artifact: await store.put(Buffer.from(manifest), 'application/json', 'manifest') },
  ];
}
const publish = async (to: string, film?: string, productionId = OWNER) =>
  publishOutputs(to, await files(film, productionId), { store, productionId });
const onlyStoreAnd = async (...names: string[]) =>
  expect((await readdir(root)).sort()).toEqual([...names, 'store'].sort());

describe('publishOutputs', () => {
  it('writes everything under a name with spaces and Chinese', async () => {
    const out = path.join(root, '成片 输出', '病例 一');
    await publish(out);
    expect((await readdir(out)).sort()).toEqual(['film.mp4', 'manifest.json']);
    expect(await readFile(path.join(out, 'film.mp4'), 'utf8')).toBe('film one');
    expect(await readdir(path.dirname(out))).toEqual(['病例 一']);
  });

  it('fills an empty folder and replaces an earlier output of the same production', async () => {
    const out = path.join(root, 'out');
    await mkdir(out);
    await publish(out);
    await publish(out, 'film two');
    expect(await readFile(path.join(out, 'film.mp4'), 'utf8')).toBe('film two');
    await onlyStoreAnd('out');
  });

  it('leaves anything else alone: foreign files, another production, a file', async () => {
    const out = path.join(root, 'out');
    await publish(out);
    await expect(publish(out, 'x', 'p00000000002')).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
    const mine = path.join(root, 'mine');
    await mkdir(mine);
    await writeFile(path.join(mine, 'notes.txt'), 'keep');
    await expect(publish(mine)).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
    const file = path.join(root, 'file');
    await writeFile(file, 'keep');
    await expect(publish(file)).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
    expect(await readFile(path.join(mine, 'notes.txt'), 'utf8')).toBe('keep');
    expect(await readFile(path.join(out, 'film.mp4'), 'utf8')).toBe('film one');
    await onlyStoreAnd('out', 'mine', 'file');
  });

  it('leaves nothing under the name, and the earlier output whole, when a file is missing', async () => {
    const out = path.join(root, 'out');
    await publish(out);
    const broken = await files('film two');
    await rm(store.path(broken[1]!.artifact));
    await expect(publishOutputs(out, broken, { store, productionId: OWNER })).rejects.toMatchObject({
      code: 'STORE_MISSING',
    });
    expect(await readFile(path.join(out, 'film.mp4'), 'utf8')).toBe('film one');
    const fresh = path.join(root, 'fresh');
    await expect(publishOutputs(fresh, broken, { store, productionId: OWNER })).rejects.toMatchObject({
      code: 'STORE_MISSING',
    });
    expect(existsSync(fresh)).toBe(false);
    await onlyStoreAnd('out');
  });

  it('refuses names that lead elsewhere', async () => {
    const [film] = await files();
    const leading = [{ ...film!, name: '../escape.mp4' }];
    await expect(publishOutputs(path.join(root, 'out'), leading, { store, productionId: OWNER })).rejects.toThrow(
      TypeError,
    );
    await onlyStoreAnd();
  });

  it('says that the disk is full, and leaves nothing half-made', async (context) => {
    const disk = path.join(root, 'disk');
    await mkdir(disk);
    try {
      execFileSync(MOUNT, ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      context.skip('needs the right to mount a small disk');
    }
    try {
      const large = [{ name: 'film.mp4', artifact: await store.put(Buffer.alloc(400_000, 7), 'video/mp4', 'film') }];
      const to = path.join(disk, 'out');
      await expect(publishOutputs(to, large, { store, productionId: OWNER })).rejects.toMatchObject({
        code: 'DISK_FULL',
      });
      expect(await readdir(disk)).toEqual([]);
    } finally {
      execFileSync(UNMOUNT, [disk]);
    }
  });
});
