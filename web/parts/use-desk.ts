'use client';
import { useQuery } from '@tanstack/react-query';
import { Desk } from '#domain/desk';
import { api, taken } from '../client/api.ts';

/** While the desk itself is looked at, and while only its counts are. */
const LIVE_MS = 4_000;
const CALM_MS = 20_000;

/** The reader's desk, kept fresh; the same answer serves the page and the counts in the navigation. */
export function useDesk(initial?: Desk) {
  return useQuery({
    queryKey: ['desk'],
    queryFn: async () => Desk.parse(await taken(api.GET('/api/desk'))),
    refetchInterval: initial ? LIVE_MS : CALM_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}
