import { type Face, textWidth } from '#domain/film/measure';

/** A text of a frame's markup, px. */
export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&#x27;': "'",
  '&quot;': '"',
  '&amp;': '&',
};
const decode = (text: string): string =>
  text.replace(/<[^>]+>/g, '').replace(/&(?:lt|gt|quot|amp|#x27);/g, (entity) => ENTITIES[entity]!);

/** Boxes of all text in a frame's markup: cap height above and a fifth of the size below the baseline. */
export function textBoxes(markup: string): TextBox[] {
  return [...markup.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, tag = '', body = '']) => {
    const text = decode(body);
    const style = decode(attribute(tag, 'style') ?? '');
    const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1]);
    const tracking = Number(/letter-spacing:(-?[\d.]+)em/.exec(style)?.[1] ?? 0);
    const family = /font-family:([^;]*)/.exec(style)?.[1] ?? '';
    const face = family.startsWith("'Noto Serif") ? 'serif' : family.startsWith("'Noto Sans") ? 'sans' : 'text';
    const width = widthOf(body, size, face, tracking);
    const [x, y] = [Number(attribute(tag, 'x')), Number(attribute(tag, 'y'))];
    const anchor = attribute(tag, 'text-anchor') ?? 'start';
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return { text, size, left, right: left + width, top: y - size * 0.74, bottom: y + size * 0.2 };
  });
}

/** Width of a text with runs of another size inside. */
function widthOf(body: string, size: number, face: Face, tracking: number): number {
  const runs = body.split(/(<tspan[^>]*>.*?<\/tspan>)/);
  return runs.reduce((sum, run) => {
    const own = Number(/^<tspan[^>]*font-size:([\d.]+)px/.exec(run)?.[1] ?? size);
    return sum + textWidth(decode(run), own, face, tracking);
  }, 0);
}

/** True when two texts touch. */
export const overlap = (a: TextBox, b: TextBox): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > -4 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
