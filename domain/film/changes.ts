/** What changes from one drawn frame to the next, as rectangles of whole blocks, and where they stand on a sheet that is drawn in one go. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a frame: `box` of the frame stands at `at` on the sheet. */
export interface Patch {
  readonly box: Box;
  readonly at: { readonly x: number; readonly y: number };
}

/** A frame as its predecessor with some pieces replaced; none when nothing visible changed. */
export interface PatchedFrame {
  readonly frame: number;
  readonly patches: readonly Patch[];
}

/** What the page offers to be photographed next, or why it stopped. */
export type Drawn =
  /** The frame itself stands on the page. */
  | { readonly kind: 'whole'; readonly frame: number }
  /** A sheet with the changes of these frames stands on the page. */
  | { readonly kind: 'sheet'; readonly frames: readonly PatchedFrame[] }
  /** The frame is not ready: the page must live a little before it is asked again. */
  | { readonly kind: 'waiting'; readonly frame: number }
  | { readonly kind: 'end' };

/**
 * JPEG with halved colour codes blocks of 16 x 16 px each by itself: a piece of whole blocks that stands on whole blocks has the very pixels it
 * has in its frame.
 */
export const BLOCK = 16;
/** A frame of which more than this share has changed is drawn whole. */
const MOSTLY = 0.5;
/** Area that a frame's second piece may waste before it is worth a piece of its own, px. */
const PIECE_COST = 4096;

const area = (box: Box): number => box.width * box.height;

/** The smallest box around two. */
export function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** What two boxes share; null when they do not touch. */
export function shared(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The whole blocks a box lies in. */
function inBlocks({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x / BLOCK) * BLOCK, Math.floor(y / BLOCK) * BLOCK];
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width) / BLOCK) * BLOCK - left,
    height: Math.ceil((y + height) / BLOCK) * BLOCK - top,
  };
}

/**
 * Few boxes of whole blocks that cover all the given ones inside a frame; null when the frame had better be drawn whole: most of it changed, or
 * a change reaches into the half block at its right or lower edge.
 */
export function changedBlocks(changes: readonly Box[], frame: { width: number; height: number }): Box[] | null {
  const all = { x: 0, y: 0, width: frame.width, height: frame.height };
  const boxes: Box[] = [];
  for (const change of changes) {
    const seen = shared(change, all);
    if (seen) join(boxes, inBlocks(seen));
  }
  const inside = (box: Box) => box.x + box.width <= frame.width && box.y + box.height <= frame.height;
  const sum = boxes.reduce((total, box) => total + area(box), 0);
  return boxes.every(inside) && sum <= area(all) * MOSTLY ? boxes : null;
}

/** Adds a box, joined with those it overlaps or nearly fills a box with. */
function join(boxes: Box[], added: Box): void {
  let box = added;
  for (let i = 0; i < boxes.length; i++) {
    const both = around(boxes[i]!, box);
    if (area(both) > area(boxes[i]!) + area(box) + PIECE_COST && !shared(boxes[i]!, box)) continue;
    boxes.splice(i, 1);
    box = both;
    i = -1;
  }
  boxes.push(box);
}

/** Lays pieces on a sheet in rows, as they come. */
export class SheetRows {
  #x = 0;
  #y = 0;
  #row = 0;
  readonly #width: number;
  readonly #height: number;

  constructor(size: { width: number; height: number }) {
    this.#width = Math.floor(size.width / BLOCK) * BLOCK;
    this.#height = Math.floor(size.height / BLOCK) * BLOCK;
  }

  /** Places for all the boxes of a frame, or null (and nothing is taken) when there is no room for one of them. */
  place(boxes: readonly Box[]): Patch[] | null {
    const before = [this.#x, this.#y, this.#row] as const;
    const placed: Patch[] = [];
    for (const box of boxes) {
      if (this.#x + box.width > this.#width) {
        this.#y += this.#row;
        this.#x = 0;
        this.#row = 0;
      }
      if (this.#y + box.height > this.#height || box.width > this.#width) {
        [this.#x, this.#y, this.#row] = before;
        return null;
      }
      placed.push({ box, at: { x: this.#x, y: this.#y } });
      this.#x += box.width;
      this.#row = Math.max(this.#row, box.height);
    }
    return placed;
  }
}
