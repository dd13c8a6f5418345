import { BLOCK, type Patch } from '#domain/film/changes';

/** Size of a picture, px; both even. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Bytes of a picture in planes: brightness, then two colours at half size (yuv420p). */
export const planesLength = ({ width, height }: Size): number => (width * height * 3) / 2;

/** A picture in planes whose memory is used again when nobody needs it any more: fresh memory for every frame kept the collector busy. */
export class Picture {
  #users = 1;

  constructor(
    readonly planes: Buffer,
    private readonly giveBack: (planes: Buffer) => void,
  ) {}

  /** One more needs it. */
  keep(): this {
    this.#users++;
    return this;
  }

  /** One less needs it. */
  drop(): void {
    if (--this.#users === 0) this.giveBack(this.planes);
  }
}

/** Memory for pictures of one size. */
export class PicturePool {
  readonly #free: Buffer[] = [];
  readonly #length: number;

  constructor(size: Size) {
    this.#length = planesLength(size);
  }

  /** A picture of undefined content, needed by whoever asked for it. */
  take(): Picture {
    const planes = this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#length);
    return new Picture(planes, (given) => this.#free.push(given));
  }
}

/** Puts a piece of a sheet into a frame; both are pictures in planes of one size. */
export function paste(frame: Buffer, sheet: Buffer, { width, height }: Size, { box, at }: Patch): void {
  const half = width / 2;
  const first = width * height;
  copyRows(
    frame,
    sheet,
    { from: at.y * width + at.x, to: box.y * width + box.x, stride: width },
    box.width,
    box.height,
  );
  for (const plane of [first, first + first / 4]) {
    const [from, to] = [plane + (at.y / 2) * half + at.x / 2, plane + (box.y / 2) * half + box.x / 2];
    copyRows(frame, sheet, { from, to, stride: half }, box.width / 2, box.height / 2);
  }
}

function copyRows(
  into: Buffer,
  out: Buffer,
  { from, to, stride }: { from: number; to: number; stride: number },
  width: number,
  rows: number,
): void {
  for (let row = 0; row < rows; row++) {
    const start = from + row * stride;
    into.set(out.subarray(start, start + width), to + row * stride);
  }
}

/** Mean difference of brightness in a block that two drawings of one thing may have: a curve is a little rounder when less of it is drawn at once. */
const ALIKE = 10;

/** True when two pictures in planes show the same: no block of them differs by more than the drawing of an edge. */
export function alike(a: Buffer, b: Buffer, { width, height }: Size): boolean {
  for (let top = 0; top < height; top += BLOCK) {
    const rows = Math.min(BLOCK, height - top);
    const band = [top * width, (top + rows) * width] as const;
    if (a.subarray(...band).equals(b.subarray(...band))) continue;
    for (let left = 0; left < width; left += BLOCK) {
      let sum = 0;
      for (let y = top; y < top + rows; y++)
        for (let i = y * width + left; i < y * width + Math.min(left + BLOCK, width); i++)
          sum += Math.abs(a[i]! - b[i]!);
      if (sum > ALIKE * BLOCK * rows) return false;
    }
  }
  return true;
}
