import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Database } from '#prisma/records/database';
import { progressAfter } from '#prisma/records/progress';

const POLL_MS = 400;
const ENDED = new Set(['done', 'failed', 'cancelled']);

/**
 * Progress as server-sent events: first what came after `lastSeq`, then what comes. The event id is the sequence number, so a client that lost its
 * line resumes with Last-Event-ID and misses nothing. Ends when the production has ended.
 */
export function progressFeed(db: Database, productionId: string, lastSeq: number): Observable<MessageEvent> {
  return new Observable((subscriber) => {
    let seq = lastSeq;
    let open = true;
    const pump = async (): Promise<void> => {
      while (open) {
        // The database may be away for a moment; the next look finds what was missed.
        const events = await progressAfter(db, productionId, seq).catch(() => []);
        for (const event of events) {
          seq = event.seq;
          subscriber.next({ id: String(event.seq), type: 'progress', data: event });
        }
        const last = events.at(-1);
        if (last && ENDED.has(last.status)) return subscriber.complete();
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    };
    void pump();
    return () => {
      open = false;
    };
  });
}
