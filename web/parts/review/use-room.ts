'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { ReviewPulse, ReviewRoom } from '#domain/review';
import { api, taken } from '../../client/api.ts';

/** Which versions a room was asked for; null leaves the choice to the house. */
export interface Asked {
  readonly v: number | null;
  readonly compare: number | null;
}

interface LiveRoom {
  readonly room: ReviewRoom;
  /** False while the line to the house is broken. */
  readonly live: boolean;
  /** The newest version people were given, which may be newer than the room shows. */
  readonly newest: number;
  refresh(): Promise<void>;
}

/**
 * The room as it stands, kept in step with every other window. A version that was replaced stays on screen: whoever reads it is told, and goes
 * on when they choose.
 */
export function useRoom(first: ReviewRoom, asked: Asked): LiveRoom {
  const { id } = first.production;
  const queries = useQueryClient();
  // What was shown at first stays what is asked for, whatever newer version comes.
  const [version, compare] = [asked.v ?? first.version, asked.compare ?? first.compare ?? 0];
  const key = ['review', id, version, compare];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () =>
      taken(
        api.GET('/api/productions/{id}/review', { params: { path: { id }, query: { v: version, compare } } }),
      ) as Promise<ReviewRoom>,
    initialData: first,
    staleTime: 30_000,
  });
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ['review', id] }), [queries, id]);
  const [newest, setNewest] = useState(first.newest);
  const live = usePulse(id, (pulse) => {
    setNewest(pulse.newest);
    void refresh();
  });
  return { room: data, live, newest: Math.max(newest, data.newest), refresh };
}

function usePulse(id: string, tell: (pulse: ReviewPulse) => void): boolean {
  const [live, setLive] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one line a production, whatever the page draws
  useEffect(() => {
    const line = new EventSource(`/api/productions/${id}/review/events`);
    line.addEventListener('review', (event) => {
      setLive(true);
      tell(JSON.parse((event as MessageEvent<string>).data) as ReviewPulse);
    });
    line.addEventListener('open', () => setLive(true));
    line.addEventListener('error', () => setLive(false));
    return () => line.close();
  }, [id]);
  return live;
}
