import type { Aspect } from './aspect.ts';
import { boundIn, NO_END, NO_START } from './bound.ts';
import type { Language } from './script.ts';

/**
 * Limits of a subtitle (Netflix timed-text guides; film-style §8): characters a line with punctuation, lines, reading speed in characters a
 * second, least time on screen and the gap between two.
 */
export const CAPTION_LIMITS = {
  'zh-CN': { line: 16, lines: 2, perSecond: 9 },
  en: { line: 42, lines: 2, perSecond: 20 },
} as const satisfies Record<Language, { line: number; lines: number; perSecond: number }>;
/** Characters a line in frames too narrow for the limit at a size a phone can show. */
const NARROW: Partial<Record<Aspect, Record<Language, number>>> = {
  '9:16': { 'zh-CN': 16, en: 29 },
  '1:1': { 'zh-CN': 16, en: 34 },
};
/** Most characters of a subtitle's line in a frame of this aspect. */
export const captionLine = (language: Language, aspect: Aspect): number =>
  NARROW[aspect]?.[language] ?? CAPTION_LIMITS[language].line;
export const CAPTION_MIN_FRAMES = 25;
export const CAPTION_GAP_FRAMES = 2;

/** Characters as subtitles count them: punctuation and spaces inside count, combining marks do not. */
export const captionLength = (text: string): number => [...text.normalize('NFC')].length;

/** Units that may not be parted, with the price of a break after each: 0 after a clause, more inside a phrase. */
interface Piece {
  readonly text: string;
  readonly price: number;
}

function zhPieces(text: string): Piece[] {
  const bound = boundIn(text);
  const pieces: Piece[] = [];
  let current = '';
  for (let i = 0; i < text.length; i++) {
    current += text[i];
    const next = text[i + 1];
    if (next === undefined) break;
    // A particle belongs to the word before it; a measure word to its number.
    if (bound[i + 1] || NO_START.test(next) || NO_END.test(current) || /[的了着过吗呢得地们里上]/.test(next)) continue;
    if (/[不没也都就再最很还只各这那]$/.test(current) || next === ' ') continue;
    pieces.push({ text: current, price: zhPrice(current, next) });
    current = '';
  }
  return current ? [...pieces, { text: current, price: 0 }] : pieces;
}

const zhPrice = (before: string, next: string): number => {
  if (/[。！？；]$/.test(before)) return 0;
  if (/[，：]$/.test(before)) return 1;
  if (/、$/.test(before)) return 4;
  if (/^[是有在把被和与对从到给为因所]/.test(next)) return 6;
  if (/[是在]$/.test(before) && /[A-Za-z\d ]/.test(next)) return 4;
  if (/[的是有在]$/.test(before)) return 7;
  return 9;
};

function enPieces(text: string): Piece[] {
  const bound = boundIn(text);
  const words = text.split(/(?<=\s)/);
  const pieces: Piece[] = [];
  let current = '';
  let at = 0;
  for (const [i, word] of words.entries()) {
    current += word;
    at += word.length;
    const next = words[i + 1];
    // A number stays with its unit, a class with its name.
    if (next === undefined || bound[at] || NO_START.test(next) || NO_END.test(current)) continue;
    pieces.push({ text: current, price: enPrice(current.trim(), next) });
    current = '';
  }
  return current ? [...pieces, { text: current, price: 0 }] : pieces;
}

const enPrice = (before: string, next: string): number => {
  if (/[.!?;]$/.test(before)) return 0;
  if (/[,:]$/.test(before)) return 1;
  if (/^(and|but|or|so|because|which|that|where|with|without|in|on|at|of|for|from|to|by|is|has|it)\b/i.test(next)) {
    return /\b(and|but|or|a|an|the|of|in|on|to|its|is)$/i.test(before) ? 9 : 4;
  }
  return /\b(a|an|the|of|in|on|at|to|its|no|is|and|for|with)$/i.test(before) ? 12 : 8;
};

/**
 * Breaks a text into subtitles of one or two lines: within the line limit, at phrases, lines of like length, never inside a number with its
 * unit, no line beginning with a closing mark. Words longer than a line are cut, since nothing else is left.
 * @param line most characters a line, as the aspect allows
 * @returns subtitles in order; joined without spaces they hold every character of the text
 */
export function breakCaption(
  text: string,
  language: Language,
  line: number = CAPTION_LIMITS[language].line,
): string[][] {
  const { lines: most } = CAPTION_LIMITS[language];
  const pieces = (language === 'en' ? enPieces(text.trim()) : zhPieces(text.trim())).flatMap((piece) =>
    cutLong(piece, line),
  );
  return groupLines(breakLines(pieces, line), most);
}

interface Line {
  readonly text: string;
  /** Price of the break after it. */
  readonly price: number;
}

/** As few subtitles as the lines allow, parted where the break is cheapest. */
function groupLines(lines: readonly Line[], most: number): string[][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }];
  for (let end = 1; end <= lines.length; end++) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: -1 };
    for (let start = Math.max(0, end - most); start < end; start++) {
      const cost = best[start]!.cost + 100 + (end < lines.length ? lines[end - 1]!.price : 0);
      if (cost < best[end]!.cost) best[end] = { cost, from: start };
    }
  }
  const captions: string[][] = [];
  for (let end = lines.length; end > 0; end = best[end]!.from) {
    captions.unshift(lines.slice(best[end]!.from, end).map((item) => item.text));
  }
  return captions;
}

function cutLong(piece: Piece, line: number): Piece[] {
  if (captionLength(piece.text.trim()) <= line) return [piece];
  const spaced = piece.text.split(/(?<=\s)/);
  if (spaced.length > 1) return spaced.flatMap((text) => cutLong({ text, price: 9 }, line));
  const chars = [...piece.text];
  const parts: Piece[] = [];
  // A closing mark never stands alone: the last cut leaves it company.
  for (let i = 0; i < chars.length; ) {
    const left = chars.length - i;
    const take = left > line && left - line < 3 ? line - 3 : line;
    parts.push({ text: chars.slice(i, i + take).join(''), price: 9 });
    i += take;
  }
  return parts;
}

/** The cheapest way to lay pieces in lines: each break costs its price, each line its distance from even length, each line itself a little. */
function breakLines(pieces: readonly Piece[], line: number): Line[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }];
  const whole = captionLength(
    pieces
      .map((piece) => piece.text)
      .join('')
      .trim(),
  );
  const target = whole / Math.ceil(whole / line);
  for (let end = 1; end <= pieces.length; end++) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: -1 };
    let text = '';
    for (let start = end - 1; start >= 0; start--) {
      text = pieces[start]!.text + text;
      const length = captionLength(text.trim());
      if (length > line) break;
      const uneven = ((length - target) / line) ** 2 * 10;
      const cost = best[start]!.cost + 8 + uneven + (end < pieces.length ? pieces[end - 1]!.price : 0);
      if (cost < best[end]!.cost) best[end] = { cost, from: start };
    }
  }
  const lines: Line[] = [];
  for (let end = pieces.length; end > 0; end = best[end]!.from) {
    const own = pieces.slice(best[end]!.from, end);
    lines.unshift({
      text: own
        .map((piece) => piece.text)
        .join('')
        .trim(),
      price: own.at(-1)!.price,
    });
  }
  return lines;
}
