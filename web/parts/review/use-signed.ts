'use client';
import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../client/api.ts';

interface Wanted {
  readonly name: string;
  readonly revision: number;
  readonly version: number;
}

/** An address for a film's file. It is asked for again only when it stops working, so that a film that plays is not begun anew. */
export function useSigned(productionId: string, wanted: Wanted | null) {
  return useQuery({
    queryKey: ['media', productionId, wanted?.name, wanted?.revision, wanted?.version],
    enabled: wanted !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    queryFn: () =>
      taken(
        api.POST('/api/productions/{id}/media/sign', {
          params: { path: { id: productionId } },
          body: { ...wanted!, download: false },
        }),
      ),
  });
}
