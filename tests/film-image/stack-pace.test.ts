import { describe, expect, it } from 'vitest';
import { layPace, sliceAt } from '#domain/film/stack-pace';

/** Every sensible and several silly combinations of first slice, stop, and time. */
const CASES = [0, 5, 40].flatMap((wanted) =>
  [0, 3, 12, 43, 118].flatMap((stop) => [0, 7, 30, 41, 90, 160, 330, 1000].map((time) => ({ wanted, stop, time }))),
);

describe('the scroll through the stack', () => {
  it.each(CASES)('from $wanted to $stop in $time frames keeps its laws', ({ wanted, stop, time }) => {
    const startFrame = 8;
    const stopFrame = startFrame + time;
    const pace = layPace(Math.min(wanted, stop), stop, startFrame, stopFrame);
    const shown = Array.from({ length: stopFrame + 60 }, (_, frame) => sliceAt(pace, frame));
    expect(shown[stopFrame]).toBe(stop);
    if (pace.holds.length > 0) expect(shown[stopFrame - 1]).toBe(stop - 1);
    expect(new Set(shown.slice(stopFrame))).toEqual(new Set([stop]));
    expect(pace.start).toBeGreaterThanOrEqual(startFrame);
    expect(pace.first).toBeGreaterThanOrEqual(0);
    for (let frame = 1; frame < shown.length; frame++) expect([0, 1]).toContain(shown[frame]! - shown[frame - 1]!);
    for (const hold of pace.holds) expect(hold).toBeGreaterThanOrEqual(2);
  });

  it('slows down over the last twelve slices and holds the last three 4, 5 and 7 frames', () => {
    const { holds } = layPace(0, 60, 0, 170);
    const last = holds.slice(-12);
    expect(last.slice(-3)).toEqual([4, 5, 7]);
    expect([...last].sort((a, b) => a - b)).toEqual(last);
    expect(holds.at(-13)).toBeLessThanOrEqual(last[0]!);
  });

  it('cruises at 10 to 12.5 slices a second when time is short, and begins nearer', () => {
    const pace = layPace(0, 110, 0, 200);
    const cruise = pace.holds.slice(0, -12);
    const mean = cruise.reduce((sum, hold) => sum + hold, 0) / cruise.length;
    expect(25 / mean).toBeGreaterThanOrEqual(9.9);
    expect(25 / mean).toBeLessThanOrEqual(12.5);
    expect(pace.first).toBeGreaterThan(0);
  });

  it('goes higher and slower, then waits, when there is more time than slices', () => {
    const pace = layPace(10, 43, 8, 900);
    expect(pace.first).toBe(0);
    expect(pace.start).toBeGreaterThan(8);
    expect(Math.max(...pace.holds)).toBeLessThanOrEqual(8);
  });
});
