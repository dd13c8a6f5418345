/** Nearly a frame: sums of floating-point seconds may fall short of the frame they mean by this much of one. */
const SHORT = 1e-4;

/** The frame on screen at a moment of the film. LAW: `frameAt(startOf(f))` and `frameAt(centreOf(f))` are `f` for every frame. */
export const frameAt = (seconds: number, fps: number): number => Math.max(0, Math.floor(seconds * fps + SHORT));

/** When a frame begins, seconds. */
export const startOf = (frame: number, fps: number): number => frame / fps;

/** The middle of a frame, seconds: seeking there shows this frame whatever way a browser rounds. */
export const centreOf = (frame: number, fps: number): number => (frame + 0.5) / fps;

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes, seconds and frames: `01:38:05`. */
export function timecode(frame: number, fps: number): string {
  const seconds = Math.floor(frame / fps);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}:${two(frame % fps)}`;
}

/** Minutes and seconds: `1:38`. */
export function minutes(frame: number, fps: number): string {
  const seconds = Math.floor(frame / fps);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** A frame as the `t` of an address, seconds with two decimals (a frame is four hundredths). */
export const addressOf = (frame: number, fps: number): string => String(Number(startOf(frame, fps).toFixed(2)));

/** A frame inside a film of that length. */
export const clampFrame = (frame: number, durationInFrames: number): number =>
  Math.max(0, Math.min(durationInFrames - 1, Math.round(frame)));
