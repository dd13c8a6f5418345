import { encodeSceneJob, writesOf } from '#activities/media/argv-video';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { FrameFeed } from './frame-feed.ts';
import type { FramePlan } from './frame-plan.ts';
import type { Picture, Size } from './planes.ts';

export interface SceneEncoder {
  /** Hands over one distinct frame in planes; resolves when the tab that made it may go on. */
  take(frame: number, picture: Picture): Promise<void>;
  /** Frames of the scene handed to the encoder so far. */
  readonly framesDone: number;
  /** Resolves when the chunk is complete on disk. */
  readonly finished: Promise<void>;
  /** Ends the encoder; `finished` rejects. */
  abort(cause: Error): void;
}

/**
 * Starts the encoder of one scene; it runs beside the browser and takes pictures as they come.
 * @param output where the chunk is written; complete only when `finished` has resolved
 */
export function startEncoder(
  plan: FramePlan,
  { fps, ...size }: Size & { fps: number },
  output: string,
  signal: AbortSignal,
): SceneEncoder {
  const known = new Map<Buffer, Picture>();
  const feed = new FrameFeed(plan, writesOf(plan), (planes) => known.get(planes)?.drop());
  const stop = new AbortController();
  const finished = runFfmpeg(
    encodeSceneJob(plan, fps, output, size),
    AbortSignal.any([signal, stop.signal]),
    feed.stream,
  ).then(
    () => {},
    (error: Error) => {
      feed.fail(error);
      throw error;
    },
  );
  // Awaited by the caller at the end; until then a failure must not count as unhandled.
  finished.catch(() => {});
  return {
    take: (frame, picture) => {
      known.set(picture.planes, picture.keep());
      return feed.take(frame, picture.planes);
    },
    get framesDone() {
      return feed.framesDone;
    },
    finished,
    abort: (cause) => {
      feed.fail(cause);
      stop.abort();
    },
  };
}
