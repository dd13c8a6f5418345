import type { SceneBase } from './base.ts';
import { gridOf } from './grid.ts';
import { breakable } from './lines.ts';
import { textWidth } from './measure.ts';

/** Size of every text in the header, px. */
export const HEADER_SIZE = 28;
/** The tile with the hospital's mark, and the distance from its left edge to the words. */
export const TILE = 48;
const WORDS = 64;
/** Half the distance of two marks: the rule between them stands in the middle. */
const GAP = 18;
/** Least distance of what stands at the left from the marks: in one row, and in two. */
const APART = { one: 48, two: 28 };
/** Baselines below the header's top: one row, or two. */
const BASELINES = { one: [34], two: [21, 56] } as const;

/** A mark, set to end at `x`; `rule` = where a rule parts it from the one at its right. */
export interface HeaderMark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly rule: number | null;
}
export interface HeaderText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
export interface HeaderLayout {
  readonly name: HeaderText[];
  /** Left out where the marks, which are law, need its room. */
  readonly department: HeaderText | null;
  readonly marks: HeaderMark[];
}

/** A scene's marks in reading order, the AI mark outermost; it is left out beside the large label only. */
export const markTexts = ({ marks }: Pick<SceneBase, 'marks'>, ai = true): string[] =>
  [marks.watermark, marks.simulated, ai ? marks.ai : null].filter((text) => text !== null);

/** Width of marks in one row, px. */
export const marksWidth = (texts: readonly string[], size: number = HEADER_SIZE): number =>
  texts.reduce((sum, text) => sum + textWidth(text, size), GAP * 2 * Math.max(0, texts.length - 1));

/** Marks in one row that ends at `right`. */
export function placeMarks(texts: readonly string[], right: number, y: number): HeaderMark[] {
  let at = right;
  return [...texts].reverse().map((text, index) => {
    const mark = { text, x: at, y, rule: index > 0 ? at + GAP : null };
    at -= textWidth(text, HEADER_SIZE) + GAP * 2;
    return mark;
  });
}

/** Distance of two rows of marks. */
export const MARK_PITCH = 42;

/** Marks in rows from `left`, as many in each as the room takes; each row is set on the baseline it is given. */
export function markRows(texts: readonly string[], left: number, room: number): ((y: number) => HeaderMark[])[] {
  const rows: string[][] = [];
  for (const text of texts) {
    const last = rows.at(-1);
    if (last && marksWidth([...last, text]) <= room) last.push(text);
    else rows.push([text]);
  }
  return rows.map((row) => (y) => placeMarks(row, left + marksWidth(row), y));
}

/**
 * The header (film-style §5): hospital and department at the left, marks at the right. One row where hospital and marks fit it; else two,
 * the AI mark in the first. The department gives way, then the name is broken, at last it is cut: marks are law and stand whole.
 */
export function headerLayout(base: SceneBase): HeaderLayout {
  const { left, right, header } = gridOf(base);
  const x = left + WORDS;
  const name = base.brand.hospital[base.language];
  const department = base.brand.department[base.language];
  const width = (text: string) => textWidth(text, HEADER_SIZE);
  const all = markTexts(base);
  const end = x + width(name);
  const start = right - marksWidth(all);
  const baseline = header + BASELINES.one[0];
  if (end + APART.one < start) {
    const at = end + GAP;
    return {
      name: [{ text: name, x, y: baseline }],
      department: at + width(department) + APART.one < start ? { text: department, x: at, y: baseline } : null,
      marks: placeMarks(all, right, baseline),
    };
  }
  const rows = [[base.marks.ai], markTexts(base, false)];
  const [first, second] = BASELINES.two.map((y) => header + y) as [number, number];
  const rooms = rows.map((texts) => right - marksWidth(texts) - APART.two - x);
  const [one = '', two = null] = inRooms(name, base, rooms);
  return {
    name: [{ text: one, x, y: first }, ...(two === null ? [] : [{ text: two, x, y: second }])],
    department: two === null && width(department) <= (rooms[1] ?? 0) ? { text: department, x, y: second } : null,
    marks: rows.flatMap((texts, i) => placeMarks(texts, right, i === 0 ? first : second)),
  };
}

/** A name in one row, in two, or cut at a word with an ellipsis. */
function inRooms(name: string, { language }: Pick<SceneBase, 'language'>, rooms: readonly number[]): string[] {
  const rows: string[] = [];
  let rest = breakable(name, language);
  for (const [i, room] of rooms.entries()) {
    if (rest.length === 0) break;
    const fits = (text: string) => textWidth(text, HEADER_SIZE) <= room;
    const last = i === rooms.length - 1;
    let count = rest.length;
    while (count > 0 && !fits(rest.slice(0, count).join('').trim())) count--;
    if (last && count < rest.length) {
      while (count > 0 && !fits(`${rest.slice(0, count).join('').trim()}…`)) count--;
      if (count === 0) return [cut(rows.at(-1) ?? '', rooms[i - 1] ?? 0)];
      return [...rows, `${rest.slice(0, count).join('').trim()}…`];
    }
    rows.push(rest.slice(0, count).join('').trim());
    rest = rest.slice(count);
  }
  return rows;
}

/** The start of a text with an ellipsis, no wider than `room`. */
function cut(text: string, room: number): string {
  let kept = text;
  while (kept && textWidth(`${kept}…`, HEADER_SIZE) > room) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
