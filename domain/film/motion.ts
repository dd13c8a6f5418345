/** Motion curves and helpers of film-style §7. All times are whole frames at the film's own rate. */
export type Curve = (t: number) => number;

/** CSS cubic-bezier(x1,y1,x2,y2), solved by bisection on x (30 halvings: below 1e-9). */
export function bezier(x1: number, y1: number, x2: number, y2: number): Curve {
  const at = (a: number, b: number, t: number) => 3 * a * t * (1 - t) ** 2 + 3 * b * t ** 2 * (1 - t) + t ** 3;
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    let low = 0;
    let high = 1;
    for (let i = 0; i < 30; i++) {
      const middle = (low + high) / 2;
      if (at(x1, x2, middle) < x) low = middle;
      else high = middle;
    }
    return at(y1, y2, (low + high) / 2);
  };
}

export const draw = bezier(0.45, 0, 0.15, 1);
export const travel = bezier(0.65, 0, 0.35, 1);
export const settle = bezier(0.16, 1, 0.3, 1);
export const leave = bezier(0.4, 0, 1, 1);
export const linear: Curve = (t) => Math.min(1, Math.max(0, t));

/** Progress 0..1 of a movement that starts at `start` and lasts `frames`; rounded to 1e-4 so that a resting state has one spelling. */
export function eased(frame: number, start: number, frames: number, curve: Curve): number {
  return Math.round(curve((frame - start) / Math.max(1, frames)) * 1e4) / 1e4;
}

/** The thread's head inside a scene: advances every `STEP` frames, so that a still picture stays one picture. */
const STEP = 12;
export function threadAt(from: number, to: number, frame: number, durationInFrames: number): number {
  const stepped = Math.min(durationInFrames, Math.floor(frame / STEP) * STEP);
  return Math.round((from + ((to - from) * stepped) / durationInFrames) * 1e5) / 1e5;
}

/** The text entrance: 400 ms / 10 frames, settle; opacity 0→1 and 16 px upwards. */
export interface Entrance {
  readonly opacity: number;
  readonly shift: number;
}
export function textEntrance(frame: number, start: number): Entrance {
  const t = eased(frame, start, 10, settle);
  return { opacity: t, shift: Math.round((1 - t) * 160) / 10 };
}
