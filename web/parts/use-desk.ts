'use client';
import { useQuery } from '@tanstack/react-query';
import { Desk } from '#domain/desk';
import { api, taken } from '../client/api.ts';

const EVERY_MS = 4_000;

/** The reader's desk, kept fresh; the same answer serves the page and the counts in the navigation. */
export function useDesk(initial?: Desk) {
  return useQuery({
    queryKey: ['desk'],
    queryFn: async () => (await taken(api.GET('/api/desk'))) as Desk,
    refetchInterval: EVERY_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}
