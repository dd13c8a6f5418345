import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import type { FramePlan } from './frame-plan.ts';

/** Bytes either side of the stream gathers before it asks to wait. */
const GATHERED = 1 << 20;
/** Pictures beyond these bytes that stand in both sides of the stream and in the pipe behind it. */
const IN_STREAM = 3;

/**
 * Turns pictures that arrive in any order into the encoder's stream in the order of the plan. `take` resolves only when its picture may be
 * forgotten or is needed later anyway, so the renderer's tabs wait while the encoder is slow: at most one waiting picture per tab.
 */
export class FrameFeed {
  readonly stream: Readable;
  readonly #out = new PassThrough({ highWaterMark: GATHERED });
  readonly #held = new Map<number, Buffer>();
  readonly #waiting = new Map<number, () => void>();
  /** Written pictures that the stream may still hold. */
  readonly #passing: Buffer[] = [];
  #run = 0;
  #busy = false;
  #failed: Error | null = null;

  constructor(
    readonly plan: FramePlan,
    /** How often a run's picture is written: once when the encoder repeats it, else its length. */
    readonly writes: (run: number) => number,
    /** Hears of each picture that neither the feed nor its stream needs any more. */
    readonly forgotten: (picture: Buffer) => void = () => {},
  ) {
    this.stream = this.#out;
    this.#out.on('error', () => {});
  }

  /** Pictures written so far, in runs of the plan. */
  get runsDone(): number {
    return this.#run;
  }

  /** Frames of the scene that have been handed to the encoder. */
  get framesDone(): number {
    const next = this.plan.runs[this.#run];
    return next ? next.startFrame : this.plan.durationInFrames;
  }

  /** Accepts the picture of one distinct frame. Rejects when the encoder is gone. */
  async take(frame: number, picture: Buffer): Promise<void> {
    if (this.#failed) throw this.#failed;
    this.#held.set(frame, picture);
    const passed = new Promise<void>((resolve) => this.#waiting.set(frame, resolve));
    await this.#drain();
    if (this.#failed) throw this.#failed;
    await passed;
    if (this.#failed) throw this.#failed;
  }

  /** Gives up: everything that waits is let go with this error. */
  fail(error: Error): void {
    this.#failed ??= error;
    this.#out.destroy();
    this.#out.emit('drain');
    for (const resolve of this.#waiting.values()) resolve();
    this.#waiting.clear();
    this.#held.clear();
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (;;) {
        const run = this.plan.runs[this.#run];
        const picture = run && this.#held.get(run.source);
        if (!run || !picture || this.#failed) break;
        for (let n = this.writes(this.#run); n > 0 && !this.#failed; n--)
          if (!this.#out.write(picture)) await once(this.#out, 'drain');
        if (this.plan.lastRun.get(run.source) === this.#run) {
          this.#held.delete(run.source);
          this.#passing.push(picture);
          const most = IN_STREAM + Math.ceil((2 * GATHERED) / picture.length);
          if (this.#passing.length > most) this.forgotten(this.#passing.shift()!);
        }
        this.#run++;
        this.#waiting.get(run.source)?.();
        this.#waiting.delete(run.source);
      }
      if (this.#run === this.plan.runs.length) this.#out.end();
    } finally {
      this.#busy = false;
    }
  }
}
