import type { PlaneAxis } from '#domain/findings-view';
import type { Geometry } from '#domain/study';
import { asRefusal, refusalOf } from '../../../client/refusal.ts';

const AHEAD = 4;

async function pixelsAt(path: string, count: number, signal: AbortSignal): Promise<Int16Array> {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', signal });
  if (!response.ok) throw await refusalOf(response);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== count * 2) throw asRefusal(new Error('short'));
  return new Int16Array(bytes);
}

/**
 * The slices of one study, fetched once and kept in memory while the page is open: the browser itself keeps none. The slice asked for comes first; the
 * rest follow outwards from it, a few at a time, so that scrolling seldom waits.
 */
export class SliceShelf {
  readonly #kept = new Map<number, Promise<Int16Array>>();
  readonly #ready = new Set<number>();
  readonly #planes = new Map<string, Promise<Int16Array>>();
  readonly #closed = new AbortController();
  #middle = 0;
  #running = 0;
  /** Told when another slice arrived: how many are there. */
  onReady: (count: number) => void = () => undefined;

  constructor(
    readonly id: string,
    readonly geometry: Geometry,
  ) {}

  /** Hounsfield units of a slice, row by row. */
  slice(index: number): Promise<Int16Array> {
    const kept = this.#kept.get(index);
    if (kept) return kept;
    const { columns, rows } = this.geometry;
    const path = `/api/productions/${this.id}/images/slices/${index}`;
    const slice = pixelsAt(path, columns * rows, this.#closed.signal);
    this.#kept.set(index, slice);
    slice.then(
      () => this.onReady(this.#ready.add(index).size),
      () => this.#kept.delete(index),
    );
    return slice;
  }

  plane(axis: PlaneAxis, index: number): Promise<Int16Array> {
    const key = `${axis}/${index}`;
    const kept = this.#planes.get(key);
    if (kept) return kept;
    const { columns, rows, slices } = this.geometry;
    const count = (axis === 'coronal' ? columns : rows) * slices;
    const plane = pixelsAt(`/api/productions/${this.id}/images/planes/${key}`, count, this.#closed.signal);
    this.#planes.set(key, plane);
    plane.catch(() => this.#planes.delete(key));
    return plane;
  }

  /** Fetches what is not there yet, nearest to this slice first. */
  around(index: number): void {
    this.#middle = index;
    while (this.#running < AHEAD && this.#next() !== null) void this.#fetchNext();
  }

  close(): void {
    this.#closed.abort();
    this.#kept.clear();
    this.#planes.clear();
  }

  async #fetchNext(): Promise<void> {
    const next = this.#next();
    if (next === null || this.#closed.signal.aborted) return;
    this.#running++;
    const failed = await this.slice(next).then(
      () => false,
      () => true,
    );
    this.#running--;
    if (!failed) this.around(this.#middle);
  }

  #next(): number | null {
    for (let step = 0; step < this.geometry.slices; step++)
      for (const index of [this.#middle + step, this.#middle - step])
        if (index >= 0 && index < this.geometry.slices && !this.#kept.has(index)) return index;
    return null;
  }
}
