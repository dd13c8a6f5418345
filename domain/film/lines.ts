import { boundIn, NO_END, NO_START } from '../bound.ts';
import type { Language } from '../script.ts';
import { type Face, textWidth } from './measure.ts';

export interface Setting {
  readonly face: Face;
  /** Letter spacing in em. */
  readonly tracking: number;
  readonly maxWidth: number;
  readonly maxLines: number;
  /** Sizes to try, largest first, px. */
  readonly sizes: readonly number[];
}
export interface SetText {
  readonly size: number;
  readonly lines: string[];
}

/** Punctuation after which a line likes to end. */
const PAUSE = /[，、。：；？！,;:?!…·]$/;
/** Particles that belong to the word before them. */
const CLINGS = /^[的了吗呢吧着过地得们]/;

/** A better break is worth a smaller size, down to this share of the largest that fits. */
const WORTH = 0.84;

/** Words that open the predicate: a line likes to begin with one. */
const OPENS =
  /^(怎样|怎么|如何|该|应该|是不是|有没有|要不要|能不能|为什么|for |of |in |with |from |to |and |or |which |what |how |is |are )/i;

/** Pieces a line may be broken between: words in both languages (Chinese ones from the dictionary of Intl.Segmenter). */
export function breakable(text: string, language: Language): string[] {
  const out: string[] = [];
  const bound = boundIn(text);
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = out.at(-1);
    const joins =
      last !== undefined &&
      (bound[index] ||
        NO_START.test(segment) ||
        CLINGS.test(segment) ||
        segment.trim() === '' ||
        NO_END.test(last) ||
        (/[-–.\w]$/.test(last) && /^[-–.\w]/.test(segment)));
    if (joins) out[out.length - 1] = last + segment;
    else out.push(segment);
  }
  return out;
}

/** Price of a break: none after a pause, little before a new phrase or after 的. */
const breakPrice = (line: string, next: string): number =>
  PAUSE.test(line) ? 0 : OPENS.test(next) ? 0.02 : /[的地得]$/.test(line) ? 0.12 : 0.25;

/** Price of a line with one character, or one short word. */
const LONE = 4;
const lone = (line: string): boolean => /^(?:\p{Script=Han}|[a-z]{1,3})?\p{P}*$/iu.test(line);

interface Way {
  readonly cost: number;
  readonly lines: readonly string[];
}

/** Best split of `parts` into `count` lines: every line fits, lines are near even, and ends like to fall on a pause. */
function split(parts: string[], count: number, width: (text: string) => number, setting: Setting): string[] | null {
  const whole = parts.join('').trim();
  const ideal = width(whole) / count;
  /** Cheapest way to lay the first `end` parts in the lines so far. */
  let ways: (Way | null)[] = parts.map(() => null);
  ways.unshift({ cost: 0, lines: [] });
  for (let row = 1; row <= count; row++) {
    const next: (Way | null)[] = ways.map(() => null);
    for (const [start, way] of ways.entries()) {
      if (!way) continue;
      for (let end = start + 1; end <= parts.length; end++) {
        const line = parts.slice(start, end).join('').trim();
        const wide = width(line);
        if (wide > setting.maxWidth) break;
        if (line === '') continue;
        const price = row < count ? breakPrice(line, parts.slice(end).join('').trim()) : 0;
        const cost = way.cost + price + ((wide - ideal) / ideal) ** 2 + (lone(line) ? LONE : 0);
        if (cost < (next[end]?.cost ?? Number.POSITIVE_INFINITY)) next[end] = { cost, lines: [...way.lines, line] };
      }
    }
    ways = next;
  }
  const best = ways.at(-1);
  return best ? [...best.lines] : null;
}

/**
 * Sets a text in as few lines and at as large a size as the room allows: sizes in order, for each 1..maxLines; a little smaller where
 * that lets the lines end at a phrase.
 * A text that fits no size is set at the smallest one, cut by width alone: nothing overflows sideways.
 */
export function setLines(text: string, language: Language, setting: Setting): SetText {
  const parts = breakable(text.trim(), language);
  let first: SetText | null = null;
  /** Fits, but leaves a line all but empty. */
  let spare: SetText | null = null;
  for (const size of setting.sizes) {
    if (first && size < first.size * WORTH) break;
    const width = (line: string) => textWidth(line, size, setting.face, setting.tracking);
    for (let count = 1; count <= setting.maxLines; count++) {
      const lines = split(parts, count, width, setting);
      if (!lines) continue;
      if (count > 1 && lines.some(lone)) {
        spare ??= { size, lines: lines.map(withoutDot) };
        continue;
      }
      if (lines.every((line, i) => i === lines.length - 1 || PAUSE.test(line) || OPENS.test(lines[i + 1] ?? '')))
        return { size, lines: lines.map(withoutDot) };
      first ??= { size, lines: lines.map(withoutDot) };
      break;
    }
  }
  return first ?? spare ?? cutLines(parts, setting);
}

/** A text too long for its lines, at the smallest size: in as few lines more as it needs; only a word wider than a line overflows them. */
function cutLines(parts: string[], setting: Setting): SetText {
  const size = setting.sizes.at(-1) ?? 28;
  const width = (line: string) => textWidth(line, size, setting.face, setting.tracking);
  for (let count = setting.maxLines + 1; count <= parts.length; count++) {
    const lines = split(parts, count, width, setting);
    if (lines && !lines.some(lone)) return { size, lines: lines.map(withoutDot) };
  }
  const lines = [''];
  for (const part of parts.flatMap((word) => (width(word.trim()) > setting.maxWidth ? [...word] : [word]))) {
    const last = lines.length - 1;
    if (width((lines[last] + part).trim()) <= setting.maxWidth) lines[last] += part;
    else lines.push(part);
  }
  return { size, lines: lines.map((line) => line.trim()).filter((line) => line !== '') };
}

/** A dot between two parts is not needed where the line ends. */
const withoutDot = (line: string, i: number, lines: readonly string[]): string =>
  i < lines.length - 1 ? line.replace(/\s*·$/, '') : line;
