import { describe, expect, it } from 'vitest';
import { makespan, manyFilms, oneFilm } from '../../bench/scaling.ts';

const SCENES = [24, 11, 9, 9, 7, 6, 5, 5, 3, 2, 2, 1];
const sum = SCENES.reduce((total, seconds) => total + seconds, 0);

describe('how drawing scales', () => {
  it('one slot does all work in a row; no number of slots is faster than the longest scene or than the work shared out', () => {
    expect(makespan(SCENES, 1)).toBe(sum);
    for (let slots = 1; slots < 20; slots++) {
      const seconds = makespan(SCENES, slots);
      expect(seconds).toBeGreaterThanOrEqual(Math.max(SCENES[0]!, sum / slots));
      expect(makespan(SCENES, slots + 1)).toBeLessThanOrEqual(seconds);
      // Graham's bound for the longest first.
      expect(seconds).toBeLessThanOrEqual((4 / 3) * Math.max(SCENES[0]!, sum / slots) + SCENES[0]! / 3);
    }
  });
  it('many films fill the slots: twice the machines, half the time', () => {
    const work = { scenes: SCENES, rest: 20 };
    expect(oneFilm(work, 1)).toBeGreaterThan(oneFilm(work, 4));
    const ratio = manyFilms(work, 1000, 2) / manyFilms(work, 1000, 4);
    expect(ratio).toBeGreaterThan(1.95);
    expect(ratio).toBeLessThan(2.05);
    expect(manyFilms(work, 1, 8)).toBeGreaterThanOrEqual(oneFilm(work, 8));
  });
});
