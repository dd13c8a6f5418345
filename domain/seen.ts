import { z } from 'zod';

/** What a person has looked at in one version: frames that played before them, and sentences they stayed on. */
export const Seen = z.object({
  /** [first frame, end exclusive], in order, never touching. */
  watched: z.array(z.tuple([z.int(), z.int()])),
  read: z.array(z.string()),
});
export type Seen = z.infer<typeof Seen>;

export const NOTHING_SEEN: Seen = { watched: [], read: [] };

/** Share of a sentence's frames that must have played for it to count. */
const ENOUGH = 0.8;

/** Frames `from` to `endFrame` (exclusive) have played. */
export function watch(seen: Seen, from: number, endFrame: number): Seen {
  if (endFrame <= from) return seen;
  const watched: [number, number][] = [];
  let own: [number, number] = [from, endFrame];
  for (const range of seen.watched) {
    if (range[1] < own[0] || range[0] > own[1]) watched.push(range);
    else own = [Math.min(own[0], range[0]), Math.max(own[1], range[1])];
  }
  watched.push(own);
  return { ...seen, watched: watched.sort((a, b) => a[0] - b[0]) };
}

/** A person stayed on these. */
export function read(seen: Seen, ids: readonly string[]): Seen {
  const fresh = ids.filter((id) => !seen.read.includes(id));
  return fresh.length === 0 ? seen : { ...seen, read: [...seen.read, ...fresh] };
}

interface Part {
  readonly id: string;
  readonly from: number;
  readonly endFrame: number;
}

/** Whether a part was looked at: stayed on, or most of its frames played. */
export function isSeen(part: Part, seen: Seen): boolean {
  if (seen.read.includes(part.id)) return true;
  const played = seen.watched.reduce(
    (sum, [from, end]) => sum + Math.max(0, Math.min(end, part.endFrame) - Math.max(from, part.from)),
    0,
  );
  return part.endFrame > part.from && played >= ENOUGH * (part.endFrame - part.from);
}

/** Of the parts that must be seen before signing: how many there are, how many were, and which are left, in order. */
export function stillUnseen(parts: readonly Part[], seen: Seen): { total: number; seen: number; left: string[] } {
  const left = parts.filter((part) => !isSeen(part, seen)).map((part) => part.id);
  return { total: parts.length, seen: parts.length - left.length, left };
}

/** Frames that have played. */
export const framesWatched = (seen: Seen): number => seen.watched.reduce((sum, [from, end]) => sum + end - from, 0);
