import { clampFrame } from '#domain/frames';

/** What shows frames: the made film, or the preview of one that is not made yet. */
export interface Picture {
  seek(frame: number): void;
  play(rate: number): void;
  pause(): void;
}

export interface ClockState {
  readonly frame: number;
  /** 0 = still; below 0 = backwards. */
  readonly rate: number;
  readonly from: number | null;
  /** Exclusive. */
  readonly end: number | null;
}

const FASTEST = 4;

/**
 * Where the film stands. Pictures report what they show, keys and buttons ask; whoever draws subscribes to the little they need, so that a page
 * does not draw itself twenty-five times a second.
 */
export class FilmClock {
  #state: ClockState;
  #picture: Picture | null = null;
  #backwards: ReturnType<typeof setInterval> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly frames: number,
    readonly fps: number,
    frame: number,
  ) {
    this.#state = { frame: clampFrame(frame, frames), rate: 0, from: null, end: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ClockState => this.#state;

  /** The picture that leads; it is brought to where the film stands. */
  lead(picture: Picture | null): void {
    this.#picture = picture;
    picture?.seek(this.#state.frame);
  }

  /** The leading picture shows this frame now. */
  shown(frame: number): void {
    if (this.#state.rate < 0 || frame === this.#state.frame) return;
    this.#set({ frame: clampFrame(frame, this.frames) });
  }

  /** The leading picture came to its end, or could not play. */
  ended(): void {
    if (this.#state.rate > 0) this.#set({ rate: 0 });
  }

  go(frame: number): void {
    const to = clampFrame(frame, this.frames);
    this.#set({ frame: to });
    this.#picture?.seek(to);
  }

  step(frames: number): void {
    this.pause();
    this.go(this.#state.frame + frames);
  }

  pause(): void {
    clearInterval(this.#backwards);
    this.#backwards = undefined;
    this.#picture?.pause();
    if (this.#state.rate !== 0) this.#set({ rate: 0 });
  }

  play(rate = 1): void {
    clearInterval(this.#backwards);
    this.#backwards = undefined;
    if (rate > 0 && this.#state.frame >= this.frames - 1) this.go(0);
    this.#set({ rate });
    if (rate > 0) this.#picture?.play(rate);
    else this.#playBackwards(-rate);
  }

  toggle(): void {
    if (this.#state.rate === 0) this.play();
    else this.pause();
  }

  /** L and J: forwards and backwards; again, faster. */
  shuttle(direction: 1 | -1): void {
    const { rate } = this.#state;
    const onward = rate * direction > 0;
    this.play(onward ? direction * Math.min(FASTEST, Math.abs(rate) * 2) : direction);
  }

  mark(which: 'from' | 'end'): void {
    const { frame, from, end } = this.#state;
    if (which === 'from') this.#set({ from: frame, end: end !== null && end > frame ? end : null });
    else this.#set({ end: frame + 1, from: from !== null && from <= frame ? from : null });
  }

  clearMarks(): void {
    this.#set({ from: null, end: null });
  }

  /** Browsers do not play backwards: frame by frame, then. */
  #playBackwards(speed: number): void {
    this.#picture?.pause();
    this.#backwards = setInterval(() => {
      const to = this.#state.frame - speed;
      this.go(to);
      if (to <= 0) this.pause();
    }, 1000 / this.fps);
  }

  #set(change: Partial<ClockState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
