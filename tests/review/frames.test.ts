import { describe, expect, it } from 'vitest';
import { addressOf, centreOf, clampFrame, frameAt, minutes, startOf, timecode } from '#domain/frames';

describe('frames and seconds', () => {
  it('are exact both ways for every frame of an hour, at every rate of film', () => {
    for (const fps of [24, 25, 30, 50, 60]) {
      for (let frame = 0; frame < 3600 * fps; frame++) {
        if (frameAt(startOf(frame, fps), fps) !== frame || frameAt(centreOf(frame, fps), fps) !== frame)
          expect.unreachable(`frame ${frame} at ${fps}`);
      }
    }
  });

  it('survive the address and what a browser rounds media times to', () => {
    for (let frame = 0; frame < 90_000; frame++) {
      if (frameAt(Number(addressOf(frame, 25)), 25) !== frame) expect.unreachable(`address of ${frame}`);
      // Microseconds, as requestVideoFrameCallback gives them.
      if (frameAt(Math.floor((frame / 25) * 1e6) / 1e6, 25) !== frame) expect.unreachable(`media time of ${frame}`);
    }
  });

  it('are written as people read them', () => {
    expect(timecode(0, 25)).toBe('00:00:00');
    expect(timecode(98 * 25 + 5, 25)).toBe('01:38:05');
    expect(minutes(222 * 25, 25)).toBe('3:42');
    expect(addressOf(2455, 25)).toBe('98.2');
    expect([clampFrame(-4, 10), clampFrame(99, 10), clampFrame(3.4, 10)]).toEqual([0, 9, 3]);
  });
});
