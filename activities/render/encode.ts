import { encodeSceneJob, writesOf } from '#activities/media/argv-video';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { FrameFeed } from './frame-feed.ts';
import type { FramePlan } from './frame-plan.ts';

export interface SceneEncoder {
  /** Hands over one distinct frame; resolves when the tab that made it may go on. */
  take(frame: number, picture: Buffer): Promise<void>;
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
export function startEncoder(plan: FramePlan, fps: number, output: string, signal: AbortSignal): SceneEncoder {
  const feed = new FrameFeed(plan, writesOf(plan));
  const stop = new AbortController();
  const finished = runFfmpeg(
    encodeSceneJob(plan, fps, output),
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
    take: (frame, picture) => feed.take(frame, picture),
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
