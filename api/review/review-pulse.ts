import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { digestOf } from '#activities/store/digest';
import type { ReviewPulse } from '#domain/review';
import { commentStamp } from '#prisma/records/comments';
import type { Database } from '#prisma/records/database';

const LOOK_MS = 1_000;
const BEAT_MS = 20_000;

interface Watched {
  readonly listeners: Set<(event: MessageEvent) => void>;
  last: MessageEvent | null;
}

/**
 * Tells every open review room that something was said, decided or put before people. One look a second serves all rooms of a production, however
 * many are open. The event id stands for the whole state, so a room that lost its line learns on its return whether it is behind.
 */
export class ReviewPulses {
  readonly #watched = new Map<string, Watched>();

  constructor(private readonly db: Database) {}

  of(productionId: string, lastId: string | undefined): Observable<MessageEvent> {
    return new Observable((subscriber) => {
      let seen = lastId ?? null;
      const listener = (event: MessageEvent): void => {
        if (event.id === seen) return;
        seen = event.id ?? null;
        subscriber.next(event);
      };
      const watched = this.#watched.get(productionId) ?? this.#begin(productionId);
      watched.listeners.add(listener);
      if (watched.last) listener(watched.last);
      // Proxies close lines that are silent for long.
      const beat = setInterval(() => subscriber.next({ type: 'beat', data: '' }), BEAT_MS);
      return () => {
        clearInterval(beat);
        watched.listeners.delete(listener);
      };
    });
  }

  #begin(productionId: string): Watched {
    const watched: Watched = { listeners: new Set(), last: null };
    this.#watched.set(productionId, watched);
    void this.#look(productionId, watched);
    return watched;
  }

  async #look(productionId: string, watched: Watched): Promise<void> {
    for (;;) {
      const pulse = await this.#pulse(productionId).catch(() => null);
      if (pulse) {
        watched.last = { id: digestOf(pulse).slice(0, 16), type: 'review', data: pulse };
        for (const listener of watched.listeners) listener(watched.last);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (watched.listeners.size > 0) continue;
      this.#watched.delete(productionId);
      return;
    }
  }

  async #pulse(productionId: string): Promise<ReviewPulse | null> {
    const [production, newest, decisions, voided, stamp] = await Promise.all([
      this.db.production.findUnique({ where: { id: productionId }, select: { status: true } }),
      this.db.scriptVersion.aggregate({ where: { productionId }, _max: { version: true } }),
      this.db.approvalDecision.count({ where: { productionId } }),
      this.db.approvalDecision.count({ where: { productionId, voidedAt: { not: null } } }),
      commentStamp(this.db, productionId),
    ]);
    if (!production) return null;
    return { stamp, status: production.status, newest: newest._max.version ?? 0, decisions: decisions + voided };
  }
}
