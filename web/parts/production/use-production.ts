'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ProductionDetail } from '#domain/production';
import { Progress, type Stage } from '#domain/progress';
import { api, taken } from '../../client/api.ts';
import { hasEnded } from '../../state/status.ts';

const LIVE_MS = 4_000;
const CALM_MS = 15_000;
const AGAIN_MS = 3_000;
/** A line that comes back at once is not worth a word. */
const PATIENCE_MS = 2_000;

export interface LiveProduction {
  readonly detail: ProductionDetail;
  /** The newest of what the page was made with and what was heard since. */
  readonly progress: Progress | null;
  readonly lost: boolean;
  readonly since: number;
  /** The stage that ended last while this page was open. */
  readonly ended: Stage | null;
}

/** A production, alive: events move its progress, every change of stage or status has the rest read again. */
export function useProduction(initial: ProductionDetail): LiveProduction {
  const { id } = initial;
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['production', id],
    queryFn: async () =>
      ProductionDetail.parse(await taken(api.GET('/api/productions/{id}', { params: { path: { id } } }))),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data.status) ? CALM_MS : LIVE_MS),
  });
  const detail = query.data;
  const [heard, setHeard] = useState<Progress | null>(null);
  const [ended, setEnded] = useState<Stage | null>(null);
  const known = useRef(detail.progress);
  if ((detail.progress?.seq ?? -1) > (known.current?.seq ?? -1)) known.current = detail.progress;
  const lost = useEvents(id, !hasEnded(detail.status), (event) => {
    const before = known.current;
    if (event.seq <= (before?.seq ?? -1)) return;
    known.current = event;
    setHeard(event);
    if (before && before.stage !== event.stage && event.status !== 'failed') setEnded(before.stage);
    if (before?.status !== event.status || before.stage !== event.stage)
      void queries.invalidateQueries({ queryKey: ['production', id] });
  });
  const progress = heard && heard.seq > (detail.progress?.seq ?? -1) ? heard : detail.progress;
  return { detail, progress, lost: lost || query.isError, since: query.dataUpdatedAt, ended };
}

/** Listens while a production lives; true when the line has been away for more than a moment. */
function useEvents(id: string, alive: boolean, hear: (event: Progress) => void): boolean {
  const [lost, setLost] = useState(false);
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    if (!alive) return;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(`/api/productions/${id}/events`);
      source.addEventListener('progress', (message: MessageEvent<string>) => {
        const event = Progress.safeParse(JSON.parse(message.data));
        if (event.success) latest.current(event.data);
      });
      source.onopen = () => {
        clearTimeout(patience);
        patience = undefined;
        setLost(false);
      };
      source.onerror = () => {
        patience ??= setTimeout(() => setLost(true), PATIENCE_MS);
        // Refused (the API is being started again, say): browsers do not try again by themselves then.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      clearTimeout(patience);
      source?.close();
      setLost(false);
    };
  }, [id, alive]);
  return lost;
}
