import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectOutputs, refuseForeign } from '#cli/collect';
import type { ProductionDetail } from '#domain/production';
import { manifestOf } from '#tests/fixtures/manifest';

const OWNER = 'p00000000001';
const own = (earlier: { run: { productionId: string } }) => earlier.run.productionId === OWNER;

describe('bringing a film’s files', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'caseloom-collect-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** A studio that holds two files; `broken` fails on the second. */
  const studio = (film: string, { broken = false, bytes = 0 } = {}) => ({
    read: async () =>
      ({ outputs: ['film.mp4', 'manifest.json'].map((name) => ({ name })) }) as unknown as ProductionDetail,
    download: async (_id: string, name: string, file: string) => {
      if (broken && name === 'manifest.json') throw new Error('line lost');
      await writeFile(
        file,
        name === 'film.mp4'
          ? Buffer.concat([Buffer.from(film), Buffer.alloc(bytes)])
          : JSON.stringify(manifestOf(OWNER)),
      );
    },
  });
  const film = (folder: string) => readFile(path.join(folder, 'film.mp4'), 'utf8');

  it('writes everything under a name with spaces and Chinese, and nothing beside it', async () => {
    const out = path.join(root, '成片 输出', '病例 一');
    await collectOutputs(studio('one'), OWNER, out, own);
    expect((await readdir(out)).sort()).toEqual(['film.mp4', 'manifest.json']);
    expect(await readdir(path.dirname(out))).toEqual(['病例 一']);
  });

  it('fills an empty folder and replaces what may be replaced', async () => {
    const out = path.join(root, 'out');
    await mkdir(out);
    await collectOutputs(studio('one'), OWNER, out, own);
    await collectOutputs(studio('two'), OWNER, out, own);
    expect(await film(out)).toBe('two');
    expect(await readdir(root)).toEqual(['out']);
  });

  it('leaves anything else alone: foreign files, another film, a plain file', async () => {
    const mine = path.join(root, 'mine');
    await mkdir(mine);
    await writeFile(path.join(mine, 'notes.txt'), 'keep');
    await writeFile(path.join(root, 'file'), 'keep');
    const other = path.join(root, 'other');
    await mkdir(other);
    await writeFile(path.join(other, 'manifest.json'), JSON.stringify(manifestOf('p00000000002')));
    for (const place of [mine, path.join(root, 'file'), other]) {
      await expect(collectOutputs(studio('x'), OWNER, place, own)).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
      await expect(refuseForeign(place, own)).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
    }
    await expect(refuseForeign(path.join(root, 'nothing yet'), own)).resolves.toBeUndefined();
    expect((await readdir(root)).sort()).toEqual(['file', 'mine', 'other']);
  });

  it('keeps the earlier film whole when the line is lost half-way', async () => {
    const out = path.join(root, 'out');
    await collectOutputs(studio('one'), OWNER, out, own);
    await expect(collectOutputs(studio('two', { broken: true }), OWNER, out, own)).rejects.toThrow('line lost');
    expect(await film(out)).toBe('one');
    expect(await readdir(root)).toEqual(['out']);
  });

  it('says that the disk is full, and leaves nothing half-made', async (context) => {
    const disk = path.join(root, 'disk');
    await mkdir(disk);
    try {
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      context.skip('needs the right to mount a small disk');
    }
    try {
      const large = collectOutputs(studio('big', { bytes: 400_000 }), OWNER, path.join(disk, 'out'), own);
      await expect(large).rejects.toMatchObject({ code: 'DISK_FULL' });
      expect(await readdir(disk)).toEqual([]);
    } finally {
      execFileSync('/bin/umount', [disk]);
    }
  });
});
