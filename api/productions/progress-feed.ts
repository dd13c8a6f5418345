import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Progress } from '#domain/progress';
import type { Database } from '#prisma/records/database';
import { progressSince } from '#prisma/records/progress';

const LOOK_MS = 400;
/** A sign of life for proxies that cut silent lines. */
const PING_MS = 20_000;
/** Lines end now and then and are taken up again, so that whoever lost the right to look is not shown more. */
const LINE_MS = 15 * 60_000;
const ENDED = new Set(['done', 'failed', 'cancelled']);

interface Watcher {
  /** Sequence number it has seen. */
  seq: number;
  take(event: Progress): void;
  end(): void;
}

/**
 * Progress as server-sent events for any number of windows. One look at the database each tick serves them all; nobody watching, no look.
 * The event id is the sequence number, so a client that lost its line resumes with Last-Event-ID and misses nothing.
 */
export class ProgressFeed {
  readonly #watchers = new Map<string, Set<Watcher>>();
  #timer: NodeJS.Timeout | null = null;
  #looking = false;
  constructor(private readonly db: Database) {}

  /** What came after `lastSeq`, then what comes; completes when the production has ended. */
  watch(productionId: string, lastSeq: number): Observable<MessageEvent> {
    return new Observable((subscriber) => {
      const watcher: Watcher = {
        seq: lastSeq,
        take: (event) => subscriber.next({ id: String(event.seq), type: 'progress', data: event }),
        end: () => subscriber.complete(),
      };
      const ping = setInterval(() => subscriber.next({ type: 'ping', data: '' }), PING_MS);
      const end = setTimeout(() => subscriber.complete(), LINE_MS);
      this.#add(productionId, watcher);
      return () => {
        clearInterval(ping);
        clearTimeout(end);
        this.#remove(productionId, watcher);
      };
    });
  }

  #add(productionId: string, watcher: Watcher): void {
    const together = this.#watchers.get(productionId) ?? new Set();
    this.#watchers.set(productionId, together.add(watcher));
    // A newcomer need not wait for the next tick; many at once are one look.
    if (!this.#looking) this.#next(5);
  }

  #remove(productionId: string, watcher: Watcher): void {
    const together = this.#watchers.get(productionId);
    together?.delete(watcher);
    if (together?.size === 0) this.#watchers.delete(productionId);
  }

  #next(inMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), inMs);
  }

  async #look(): Promise<void> {
    this.#timer = null;
    this.#looking = true;
    // Who comes while the database answers stands elsewhere, and has to ask for themselves at the next look.
    const asking = new Map([...this.#watchers].map(([productionId, together]) => [productionId, [...together]]));
    const positions = [...asking].map(([productionId, together]) => ({
      productionId,
      seq: Math.min(...together.map((watcher) => watcher.seq)),
    }));
    // The database may be away for a moment; the next look finds what was missed.
    const nothing = { events: [], more: false };
    const { events, more } =
      positions.length === 0 ? nothing : await progressSince(this.db, positions).catch(() => nothing);
    this.#looking = false;
    for (const event of events) tell(asking.get(event.productionId) ?? [], event);
    // A film that failed may have gone on since: only what stands last is an end.
    const last = more ? [] : new Map(events.map((event) => [event.productionId, event])).values();
    for (const { productionId, seq, status } of last)
      if (ENDED.has(status))
        for (const watcher of asking.get(productionId) ?? []) if (watcher.seq === seq) watcher.end();
    if (this.#watchers.size > 0 && !this.#timer) this.#next(more ? 0 : LOOK_MS);
  }
}

function tell(watchers: readonly Watcher[], event: Progress): void {
  for (const watcher of watchers) {
    if (event.seq <= watcher.seq) continue;
    watcher.seq = event.seq;
    watcher.take(event);
  }
}
