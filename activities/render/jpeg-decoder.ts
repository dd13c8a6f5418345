import { PassThrough, Writable } from 'node:stream';
import { decodeJpegsJob } from '#activities/media/argv-video';
import { runFfmpeg } from '#activities/media/ffmpeg';
import type { Picture, PicturePool } from './planes.ts';

/** The browser's pictures as the encoder takes them. */
export interface JpegDecoder {
  /** Planes (full range, as the JPEG holds them) of each picture in turn, to be dropped by the caller. @throws StudioError FFMPEG_FAILED, CANCELLED */
  decode(jpegs: readonly Buffer[]): AsyncGenerator<Picture>;
  close(): Promise<void>;
}

/** ffmpeg gives a picture when so many more have come at most; a list ends with as many copies of its last picture. */
const LAG = 2;

interface Waiting {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (error: Error) => void;
}

/** Starts one ffmpeg that decodes pictures of one size as they come. */
export function startDecoder(pool: PicturePool, signal: AbortSignal): JpegDecoder {
  const waiting: Waiting[] = [];
  const stdin = new PassThrough({ highWaterMark: 1 << 20 });
  const stop = new AbortController();
  let failed: Error | null = null;
  const fail = (error: Error): void => {
    failed ??= error;
    for (const each of waiting.splice(0)) each.reject(failed);
  };
  stdin.on('error', () => {});
  const stdout = pictures(pool, (picture) => waiting.shift()?.resolve(picture));
  const ended = runFfmpeg(decodeJpegsJob(), AbortSignal.any([signal, stop.signal]), stdin, stdout).then(
    () => fail(new Error('the decoder has ended')),
    fail,
  );
  const put = (jpeg: Buffer): Promise<Picture> => {
    const picture = new Promise<Picture>((resolve, reject) => {
      if (failed) reject(failed);
      else waiting.push({ resolve, reject });
    });
    picture.catch(() => {});
    stdin.write(`--picture\r\nContent-type: image/jpeg\r\nContent-length: ${jpeg.length}\r\n\r\n`);
    stdin.write(jpeg);
    stdin.write('\r\n');
    return picture;
  };
  return {
    async *decode(jpegs) {
      const coming: Promise<Picture>[] = [];
      for (let next = 0; next < jpegs.length + LAG; next++) {
        coming.push(put(jpegs[Math.min(next, jpegs.length - 1)]!));
        if (next >= LAG) yield await coming.shift()!;
      }
      for (const copy of coming)
        copy.then(
          (picture) => picture.drop(),
          () => {},
        );
    },
    close: async () => {
      stop.abort();
      await ended;
      stdin.destroy();
    },
  };
}

/** Cuts a stream of bytes into pictures. */
function pictures(pool: PicturePool, take: (picture: Picture) => void): Writable {
  let picture = pool.take();
  let filled = 0;
  return new Writable({
    highWaterMark: 1 << 20,
    write(bytes: Buffer, _encoding, done) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.copy(picture.planes, filled, at);
        at += part;
        filled += part;
        if (filled < picture.planes.length) continue;
        take(picture);
        picture = pool.take();
        filled = 0;
      }
      done();
    },
  });
}
