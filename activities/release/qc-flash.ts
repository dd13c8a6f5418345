import { FLASH_CELLS } from '#activities/media/argv-qc';
import type { Stretch } from './qc-detect.ts';

/** WCAG 2.2, 2.3.1: a pair of opposing changes of a tenth of full luminance, the darker below 0.8, is a flash; three in a second are the limit. */
const CHANGE = 0.1;
const DARK = 0.8;
const FLASHES = 3;
/** A ten-degree field is a third of the frame each way, and a quarter of one may flash. */
const FIELD = FLASH_CELLS / 3;
const AREA = (FIELD * FIELD) / 4;
const CELLS = FLASH_CELLS * FLASH_CELLS;

/** Relative luminance of a grey byte (WCAG 2.2). */
const LUMINANCE = Float32Array.from({ length: 256 }, (_, value) => {
  const s = value / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
});

/** Opposing changes of luminance, cell by cell, as frames arrive. */
class Changes {
  private readonly extreme = new Float32Array(CELLS);
  /** 1 = growing brighter, -1 = darker, 0 = unknown yet. */
  private readonly way = new Int8Array(CELLS);

  /** Cells whose luminance turned against its last change in this frame. */
  turned(cells: Uint8Array, first: boolean): number[] {
    const turned: number[] = [];
    for (let cell = 0; cell < CELLS; cell++) {
      const value = LUMINANCE[cells[cell] as number] as number;
      const last = this.extreme[cell] as number;
      const way = this.way[cell] as number;
      if (first || (way > 0 && value > last) || (way < 0 && value < last)) {
        this.extreme[cell] = value;
      } else if (Math.abs(value - last) >= CHANGE && Math.min(value, last) < DARK) {
        this.extreme[cell] = value;
        this.way[cell] = value > last ? 1 : -1;
        turned.push(cell);
      }
    }
    return turned;
  }
}

/** True when more than a quarter of some field a third of the frame wide and high is made of hot cells. */
function crowded(hot: Uint8Array): boolean {
  for (let top = 0; top + FIELD <= FLASH_CELLS; top++)
    for (let left = 0; left + FIELD <= FLASH_CELLS; left++) {
      let count = 0;
      for (let y = top; y < top + FIELD; y++)
        for (let x = left; x < left + FIELD; x++) count += hot[y * FLASH_CELLS + x] as number;
      if (count > AREA) return true;
    }
  return false;
}

/**
 * Stretches in which a part of the picture flashes more than three times within a second.
 * @param cells grey bytes of `FLASH_CELLS` x `FLASH_CELLS` mean values a frame, frame after frame
 */
export function flashStretches(cells: Uint8Array, fps: number): Stretch[] {
  const changes = new Changes();
  const recent: number[][] = [];
  const counts = new Uint16Array(CELLS);
  const found: { start: number; end: number }[] = [];
  for (let frame = 0; (frame + 1) * CELLS <= cells.length; frame++) {
    const turned = changes.turned(cells.subarray(frame * CELLS, (frame + 1) * CELLS), frame === 0);
    recent.push(turned);
    for (const cell of turned) counts[cell] = (counts[cell] as number) + 1;
    if (recent.length > fps) for (const cell of recent.shift() ?? []) counts[cell] = (counts[cell] as number) - 1;
    const hot = Uint8Array.from(counts, (count) => (count > 2 * FLASHES + 1 ? 1 : 0));
    if (hot.reduce((sum, value) => sum + value, 0) <= AREA || !crowded(hot)) continue;
    const [start, end, last] = [Math.max(0, (frame + 1) / fps - 1), (frame + 1) / fps, found.at(-1)];
    if (last && start <= last.end) last.end = end;
    else found.push({ start, end });
  }
  return found;
}
