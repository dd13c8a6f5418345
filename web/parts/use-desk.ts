'use client';
import { useQuery } from '@tanstack/react-query';
import type { Desk } from '#domain/desk';
import { api, taken } from '../client/api.ts';

/** While the desk itself is looked at, and while only its counts are. */
const LIVE_MS = 4_000;
const CALM_MS = 20_000;

/** The reader's desk, kept fresh; the same answer serves the page and the counts in the navigation. */
export function useDesk(initial?: Desk) {
  return useQuery({
    queryKey: ['desk'],
    // Typed by the API's own description; to check it once more would bring every schema to the first page.
    queryFn: () => taken(api.GET('/api/desk')) as Promise<Desk>,
    refetchInterval: initial ? LIVE_MS : CALM_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}
