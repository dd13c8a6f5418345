import { around, type Box, shared } from '#domain/film/changes';

/** One thing that is painted: what decides its pixels, as a number (equal numbers, equal pixels), and where they may be. */
export interface Leaf {
  readonly id: number;
  readonly box: Box;
}

/** What stands on the stage at one frame. */
export interface Standing {
  readonly leaves: readonly Leaf[];
  /** Where an element and all inside it may paint; absent = nowhere. */
  readonly reach: ReadonlyMap<Element, Box>;
  /** Places that can only be drawn as they stand: turned in space, filtered, blended. */
  readonly fixed: readonly Box[];
}

/** How elements that look alike in the DOM are painted; the same for the same chain of attributes. */
interface Paint {
  readonly visible: boolean;
  /** Paints something itself, beside its text and children. */
  readonly itself: boolean;
  /** How far beyond its box it may paint, px. */
  readonly margin: number;
  readonly clips: boolean;
  readonly odd: boolean;
  /** Neither it nor what is in it is there. */
  readonly gone: boolean;
}

const HIDDEN = new Set(['SCRIPT', 'STYLE', 'TITLE', 'desc', 'title', 'metadata']);
/** Painted only where something refers to them. */
export const DEFINITIONS = 'defs,clipPath,mask,linearGradient,radialGradient,pattern,symbol,marker,filter';
/** What changes without the DOM knowing. */
const ALIVE = 'canvas,video,iframe,object,embed,foreignObject,animate,animateTransform,animateMotion,set';
/** Letters may reach this share of their size beyond their line. */
const OVERHANG = 0.35;
const SAFE = 2;

/** True when everything on the stage is told by its DOM. */
export function isStill(stage: Element): boolean {
  const { x, y } = stage.getBoundingClientRect();
  return x === 0 && y === 0 && stage.querySelector(ALIVE) === null && document.getAnimations().length === 0;
}

/** Reads what stands on a stage. Numbers given to equal things stay equal as long as the reader lives. */
export class StageReader {
  readonly #ids = new Map<string, number>();
  readonly #paints = new Map<number, Paint>();

  read(stage: Element): Standing {
    const walk = { leaves: [] as Leaf[], reach: new Map<Element, Box>(), fixed: [] as Box[] };
    // Anything may refer to a definition, so a changed one changes everything.
    let definitions = '';
    for (const each of stage.querySelectorAll(DEFINITIONS)) definitions += each.outerHTML;
    this.#walk(stage, this.#id(`definitions ${definitions}`), null, walk);
    return walk;
  }

  #id(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(text, id);
    }
    return id;
  }

  #walk(
    element: Element,
    parent: number,
    clip: Box | null,
    walk: { leaves: Leaf[]; reach: Map<Element, Box>; fixed: Box[] },
  ): Box | null {
    if (HIDDEN.has(element.tagName) || element.matches(DEFINITIONS)) return null;
    let own = `${parent} ${element.tagName}`;
    for (const { name, value } of element.attributes) own += `\n${name}=${value}`;
    const chain = this.#id(own);
    const paint = this.#paint(element, chain);
    if (paint.gone) return null;
    const whole = isText(element);
    let reach: Box | null = null;
    if (paint.visible && (whole || paint.itself)) {
      const box = seen(element, paint.margin, clip);
      if (box) {
        const { x, y, width, height } = box;
        const id = this.#id(`${chain} ${whole ? element.innerHTML : ''} ${x} ${y} ${width} ${height}`);
        walk.leaves.push({ id, box });
        reach = box;
      }
    }
    if (!whole) {
      const inner = paint.clips ? seen(element, 0, clip) : clip;
      if (!paint.clips || inner)
        for (const child of element.children) {
          const box = this.#walk(child, chain, inner, walk);
          if (box) reach = reach ? around(reach, box) : box;
        }
    }
    if (reach) {
      walk.reach.set(element, reach);
      if (paint.odd) walk.fixed.push(reach);
    }
    return reach;
  }

  #paint(element: Element, chain: number): Paint {
    let paint = this.#paints.get(chain);
    if (!paint) {
      paint = paintOf(element);
      this.#paints.set(chain, paint);
    }
    return paint;
  }
}

/** True when an element holds words of its own: it is read as one piece. */
function isText(element: Element): boolean {
  if (element.tagName === 'text') return true;
  if (element instanceof SVGElement) return false;
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return true;
  return false;
}

function paintOf(element: Element): Paint {
  const style = getComputedStyle(element);
  const odd =
    style.transform.startsWith('matrix3d') ||
    style.perspective !== 'none' ||
    style.filter !== 'none' ||
    style.mixBlendMode !== 'normal' ||
    (style.backdropFilter ?? 'none') !== 'none';
  const common = { visible: style.visibility === 'visible', gone: style.display === 'none', odd };
  if (element instanceof SVGElement && element.tagName !== 'svg') {
    const container = element.tagName === 'g' || element.tagName === 'a';
    return { ...common, itself: !container, margin: svgMargin(element, style), clips: false };
  }
  const text = Number.parseFloat(style.fontSize) * OVERHANG;
  const outline = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth) + 16;
  const shadow = style.boxShadow === 'none' && style.textShadow === 'none' ? 0 : 200;
  const itself =
    element.tagName === 'IMG' ||
    style.backgroundImage !== 'none' ||
    !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor) ||
    ['Top', 'Right', 'Bottom', 'Left'].some(
      (side) => style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none',
    ) ||
    outline > 0 ||
    shadow > 0;
  const clips = element.tagName !== 'svg' && style.overflow !== 'visible' && style.position !== 'static';
  return { ...common, itself, margin: (isText(element) ? text : 0) + outline + shadow + SAFE, clips };
}

/** Strokes and letters stand out of an SVG element's box. */
function svgMargin(element: Element, style: CSSStyleDeclaration): number {
  const matrix = (element as SVGGraphicsElement).getScreenCTM?.();
  const scale = matrix ? Math.max(Math.hypot(matrix.a, matrix.b), Math.hypot(matrix.c, matrix.d)) : 1;
  const miter = style.strokeLinejoin === 'miter' ? Number.parseFloat(style.strokeMiterlimit) : 1.5;
  const stroke = style.stroke === 'none' ? 0 : (Number.parseFloat(style.strokeWidth) / 2) * Math.max(1.5, miter);
  const text = element.tagName === 'text' ? Number.parseFloat(style.fontSize) * OVERHANG : 0;
  return (stroke + text) * scale + SAFE;
}

/** The box of an element with a margin, as far as it is not cut off. */
function seen(element: Element, margin: number, clip: Box | null): Box | null {
  const rect = element.getBoundingClientRect();
  const box = {
    x: rect.x - margin,
    y: rect.y - margin,
    width: rect.width + 2 * margin,
    height: rect.height + 2 * margin,
  };
  return clip ? shared(box, clip) : box;
}

/** Where two standings differ; null when the same things stand in another order, one over the other. */
export function differences(before: Standing, after: Standing): Box[] | null {
  const left = counted(before.leaves);
  const right = counted(after.leaves);
  const boxes: Box[] = [];
  const gone = before.leaves.filter((leaf) => !right.has(leaf.id));
  const come = after.leaves.filter((leaf) => !left.has(leaf.id));
  for (const { box } of [...gone, ...come]) boxes.push(box);
  const stayed = (leaves: readonly Leaf[], other: Set<number>) =>
    leaves.filter((leaf) => other.has(leaf.id)).map((leaf) => leaf.id);
  const [a, b] = [stayed(before.leaves, right), stayed(after.leaves, left)];
  return a.length === b.length && a.every((id, i) => id === b[i]) ? boxes : null;
}

const counted = (leaves: readonly Leaf[]): Set<number> => new Set(leaves.map((leaf) => leaf.id));
