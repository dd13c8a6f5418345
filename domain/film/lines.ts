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

/** Punctuation after which a line likes to end, and characters that must not begin one. */
const PAUSE = /[，、。：；？！,;:?!…]$/;
const NO_START = /^[，、。：；？！）】」』”’》,.;:?!)\]%…]/;
/** Particles that belong to the word before them. */
const CLINGS = /^[的了吗呢吧着过地得们]/;

/** A better break is worth a smaller size, down to this share of the largest that fits. */
const WORTH = 0.84;

/** Words that open the predicate: a line likes to begin with one. */
const OPENS =
  /^(怎样|怎么|如何|该|应该|是不是|有没有|要不要|能不能|为什么|for |of |in |with |from |to |and |or |which |what |how |is |are )/i;

/** Terms the dictionary does not know and would cut through. */
const TERMS = [
  '结节',
  '磨玻璃',
  '部分实性',
  '实性',
  '非实性',
  '平均径',
  '毛刺',
  '分叶',
  '肿块',
  '低剂量',
  '复查',
  '演示',
];

/** True when a break after `at` characters falls inside a term. */
function insideTerm(text: string, at: number): boolean {
  return TERMS.some((term) => {
    for (let start = text.indexOf(term); start >= 0; start = text.indexOf(term, start + 1)) {
      if (at > start && at < start + term.length) return true;
    }
    return false;
  });
}

/** Pieces a line may be broken between: words in both languages (Chinese ones from the dictionary of Intl.Segmenter). */
export function breakable(text: string, language: Language): string[] {
  const out: string[] = [];
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = out.at(-1);
    const joins =
      last !== undefined &&
      (NO_START.test(segment) ||
        CLINGS.test(segment) ||
        insideTerm(text, index) ||
        segment.trim() === '' ||
        /[（「『“《([-]$/.test(last) ||
        (/[-–.\w]$/.test(last) && /^[-–.\w]/.test(segment)));
    if (joins) out[out.length - 1] = last + segment;
    else out.push(segment);
  }
  return out;
}

/** Best split of `parts` into `count` lines: every line fits, lines are near even, and ends like to fall on a pause. */
function split(parts: string[], count: number, width: (text: string) => number, setting: Setting): string[] | null {
  const whole = parts.join('').trim();
  const ideal = width(whole) / count;
  let best: { cost: number; lines: string[] } | null = null;
  const walk = (start: number, left: number, cost: number, lines: string[]): void => {
    if (best && cost >= best.cost) return;
    if (left === 1) {
      const line = parts.slice(start).join('').trim();
      const wide = width(line);
      if (line === '' || wide > setting.maxWidth) return;
      const total = cost + ((wide - ideal) / ideal) ** 2;
      if (!best || total < best.cost) best = { cost: total, lines: [...lines, line] };
      return;
    }
    for (let end = start + 1; end <= parts.length - left + 1; end++) {
      const line = parts.slice(start, end).join('').trim();
      const wide = width(line);
      if (wide > setting.maxWidth) break;
      const pause = PAUSE.test(line) ? 0 : OPENS.test(parts.slice(end).join('').trim()) ? 0.02 : 0.25;
      walk(end, left - 1, cost + pause + ((wide - ideal) / ideal) ** 2, [...lines, line]);
    }
  };
  walk(0, count, 0, []);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

/**
 * Sets a text in as few lines and at as large a size as the room allows: sizes in order, for each 1..maxLines; a little smaller where
 * that lets the lines end at a phrase.
 * A text that fits no size is set at the smallest one, cut by width alone: nothing overflows sideways.
 */
export function setLines(text: string, language: Language, setting: Setting): SetText {
  const parts = breakable(text.trim(), language);
  let first: SetText | null = null;
  for (const size of setting.sizes) {
    if (first && size < first.size * WORTH) break;
    const width = (line: string) => textWidth(line, size, setting.face, setting.tracking);
    for (let count = 1; count <= setting.maxLines; count++) {
      const lines = split(parts, count, width, setting);
      if (!lines) continue;
      if (lines.every((line, i) => i === lines.length - 1 || PAUSE.test(line) || OPENS.test(lines[i + 1] ?? '')))
        return { size, lines };
      first ??= { size, lines };
      break;
    }
  }
  if (first) return first;
  const size = setting.sizes.at(-1) ?? 28;
  const lines = [''];
  for (const part of parts) {
    const last = lines.length - 1;
    if (textWidth(lines[last] + part, size, setting.face, setting.tracking) <= setting.maxWidth) lines[last] += part;
    else lines.push(part.trim());
  }
  return { size, lines: lines.filter((line) => line !== '') };
}
