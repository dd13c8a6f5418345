import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chapterMetadata, muxJob } from '#activities/media/argv-mux';
import { concatList } from '#activities/media/argv-video';
import { type FfmpegJob, runFfmpeg } from '#activities/media/ffmpeg';
import { sweepScratch, withScratch } from '#activities/media/scratch';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caseloom media '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => {
  delete process.env.FFMPEG_PATH;
});

const nothing = (source: string): FfmpegJob => ({
  inputs: [{ source, options: [] }],
  options: ['-f', 'null'],
  output: '-',
});
const endless: FfmpegJob = {
  inputs: [{ source: 'sine=f=440', options: ['-re', '-f', 'lavfi'] }],
  options: ['-f', 'null'],
  output: '-',
};
/** A stand-in for ffmpeg that complains and fails. */
async function complaining(message: string): Promise<void> {
  const file = path.join(folder, `fake-${Math.random()}`);
  await writeFile(
    file,
    `#!/bin/sh\ncase "$*" in *-formats*|*-encoders*) exit 0;; esac\necho "${message}" >&2\nexit 1\n`,
  );
  await chmod(file, 0o755);
  process.env.FFMPEG_PATH = file;
}

describe('runFfmpeg', () => {
  it('passes arguments with one space whole (fluent-ffmpeg would split them)', async () => {
    const title = 'two words';
    const job: FfmpegJob = {
      inputs: [{ source: 'sine=f=440:d=0.1', options: ['-f', 'lavfi'] }],
      options: ['-metadata', `title=${title}`, '-f', 'ffmetadata'],
      output: path.join(folder, 'a b.txt'),
    };
    await runFfmpeg(job, quietStep.signal);
    expect(await readFile(job.output, 'utf8')).toContain(`title=${title}`);
  });

  it('kills ffmpeg at once when cancelled, before and while it runs', async () => {
    await expect(runFfmpeg(endless, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    const started = Date.now();
    await expect(runFfmpeg(endless, AbortSignal.timeout(600))).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('says what failed without naming a path', async () => {
    const secret = path.join(folder, 'ZHANG^SAN', 'film.mp4');
    const error = await runFfmpeg(nothing(secret), quietStep.signal).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'FFMPEG_FAILED' });
    expect(JSON.stringify((error as { details: unknown }).details)).not.toContain('ZHANG');
    expect(String((error as Error).message)).toMatch(/No such file/);
  });

  it('tells a full disk from other faults', async () => {
    await complaining('av_interleaved_write_frame(): No space left on device');
    await expect(runFfmpeg(nothing('x'), quietStep.signal)).rejects.toMatchObject({ code: 'DISK_FULL' });
  });

  it('says when the program is missing', async () => {
    process.env.FFMPEG_PATH = '/nonexistent/ffmpeg';
    await expect(runFfmpeg(nothing('x'), quietStep.signal)).rejects.toMatchObject({ code: 'TOOL_MISSING' });
  });

  it('survives an input that ends early', async () => {
    const stdin = new PassThrough();
    stdin.end(Buffer.from('no picture'));
    const job: FfmpegJob = {
      inputs: [{ source: 'stdin', options: ['-f', 'image2pipe', '-c:v', 'mjpeg'] }],
      options: ['-f', 'null'],
      output: '-',
    };
    await expect(runFfmpeg(job, quietStep.signal, stdin)).rejects.toMatchObject({ code: 'FFMPEG_FAILED' });
  });
});

describe('argv', () => {
  it('keeps chapters contiguous to the end and escapes their titles', () => {
    const chapters = [
      { title: '病例', startFrame: 0 },
      { title: 'a=b;c#d', startFrame: 300 },
    ];
    expect(chapterMetadata(chapters, 700, 25)).toBe(
      ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/25\nSTART=0\nEND=300\ntitle=病例\n' +
        '[CHAPTER]\nTIMEBASE=1/25\nSTART=300\nEND=700\ntitle=a\\=b\\;c\\#d\n',
    );
  });

  it('unmaps global metadata only: a bare -map_metadata -1 would empty the chapter titles', () => {
    const files = { picture: 'p', voice: 'v', subtitles: 's', chapters: 'c' };
    const { options } = muxJob({ ...files, title: 't', language: 'zho', aigc: '{}' }, 'o');
    expect(options).toContain('-map_metadata:g');
    expect(options).not.toContain('-map_metadata');
    expect(options.join(' ')).toContain('-movflags +faststart+use_metadata_tags');
  });

  it('quotes names in a concat list', () => {
    expect(concatList(["/a b/it's"])).toBe("ffconcat version 1.0\nfile '/a b/it'\\''s'\n");
  });
});

describe('withScratch', () => {
  it('removes its folder after success and after failure, and names a full disk', async () => {
    const store = new BlobStore(path.join(folder, 'store'));
    let place = '';
    await withScratch(store, async (at) => {
      place = at;
      expect(existsSync(at)).toBe(true);
    });
    expect(existsSync(place)).toBe(false);
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    await expect(
      withScratch(store, async (at) => {
        place = at;
        throw full;
      }),
    ).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(existsSync(place)).toBe(false);
  });

  it('sweeps what killed processes left, and nothing of those that live', async () => {
    const store = new BlobStore(path.join(folder, 'swept'));
    const dead = spawnSync('true').pid;
    const names = [`${hostname()}.${dead}.a`, `${hostname()}.${process.ppid}.b`, `elsewhere.${dead}.c`];
    for (const name of names) await mkdir(path.join(store.root, '.scratch', name), { recursive: true });
    await sweepScratch(store);
    expect((await readdir(path.join(store.root, '.scratch'))).sort()).toEqual(names.slice(1).sort());
  });
});
