import { describe, expect, it } from 'vitest';
import { encodeSceneJob, timesExpression, writesOf } from '#activities/media/argv-video';
import { FrameFeed } from '#activities/render/frame-feed';
import { planFrames } from '#activities/render/frame-plan';

const plan = (text: string, kept?: number) => planFrames([...text], kept);

/** The frame numbers an expression of `timesExpression` gives to the written pictures. */
function times(text: string): number[] {
  const made = plan(text);
  const expression = timesExpression(made, 25);
  const writes = made.runs.reduce((sum, _, run) => sum + writesOf(made)(run), 0);
  return Array.from({ length: writes }, (_, n) => {
    const js = expression
      .replace(/gt\(N,(\d+)\)/g, (_all, i) => (n > Number(i) ? '1' : '0'))
      .replace('/25/TB', '')
      .replace('round', '');
    return Function('N', `return ${js}`)(n) as number;
  });
}

describe('planFrames', () => {
  it('draws each key once and covers every frame in order', () => {
    const made = plan('aabbbac');
    expect(made.distinct).toEqual([0, 2, 6]);
    expect(made.runs.map((run) => [run.source, run.startFrame, run.frames])).toEqual([
      [0, 0, 2],
      [2, 2, 3],
      [0, 5, 1],
      [6, 6, 1],
    ]);
    expect(made.lastRun.get(0)).toBe(2);
  });

  it('draws a key again when too many others came between, so that memory is bounded', () => {
    expect(plan('abca', 2).distinct).toEqual([0, 1, 2, 3]);
    expect(plan('abca', 3).distinct).toEqual([0, 1, 2]);
  });

  it('holds for one frame and for none', () => {
    expect(plan('a').runs).toEqual([{ source: 0, startFrame: 0, frames: 1 }]);
    expect(plan('').runs).toEqual([]);
  });
});

describe('timesExpression', () => {
  it('gives each written picture the frame at which its run starts, and the last one the last frame as well', () => {
    expect(times('aabbbac')).toEqual([0, 2, 5, 6]);
    expect(times('aaaabb')).toEqual([0, 4, 5]);
    expect(times('aaaa')).toEqual([0, 3]);
    expect(times('abbb')).toEqual([0, 1, 3]);
    expect(times('aa')).toEqual([0, 1]);
    expect(times('a')).toEqual([0]);
  });

  it('stays one argument that a system can pass, whatever the scene', () => {
    const keys = Array.from({ length: 3000 }, (_, frame) => `${frame >> 1}`);
    const longest = Math.max(
      ...encodeSceneJob(planFrames(keys), 25, '/x', { width: 1920, height: 1080 }).options.map(
        (option) => option.length,
      ),
    );
    expect(longest).toBeLessThan(128 * 1024);
  });
});

describe('FrameFeed', () => {
  const picture = (name: string) => Buffer.from(name);
  const read = async (feed: FrameFeed): Promise<string> => {
    let text = '';
    for await (const bytes of feed.stream) text += String(bytes);
    return text;
  };

  it('writes pictures in the order of the plan whatever order they come in', async () => {
    const made = plan('aabcaa');
    const feed = new FrameFeed(made, writesOf(made));
    const all = read(feed);
    await Promise.all([feed.take(3, picture('c')), feed.take(2, picture('b')), feed.take(0, picture('a'))]);
    expect(await all).toBe('abcaa');
    expect(feed.framesDone).toBe(6);
  });

  it('lets a tab wait until its picture was written, so that no more pictures pile up than there are tabs', async () => {
    const made = plan('abc');
    const feed = new FrameFeed(made, () => 1);
    const all = read(feed);
    let late = false;
    const waiting = feed.take(2, picture('c')).then(() => {
      late = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(late).toBe(false);
    await feed.take(0, picture('a'));
    await feed.take(1, picture('b'));
    await waiting;
    expect(await all).toBe('abc');
  });

  it('lets everybody go with the error when the encoder dies', async () => {
    const made = plan('abc');
    const feed = new FrameFeed(made, () => 1);
    const waiting = feed.take(2, picture('c'));
    feed.fail(new Error('encoder gone'));
    await expect(waiting).rejects.toThrow('encoder gone');
    await expect(feed.take(0, picture('a'))).rejects.toThrow('encoder gone');
  });

  it('does not hang on a full pipe when the encoder dies', async () => {
    const made = plan('ab');
    const feed = new FrameFeed(made, () => 1);
    const waiting = feed.take(0, Buffer.alloc(4 << 20));
    await new Promise((resolve) => setTimeout(resolve, 10));
    feed.fail(new Error('encoder gone'));
    await expect(waiting).rejects.toThrow('encoder gone');
  });
});
