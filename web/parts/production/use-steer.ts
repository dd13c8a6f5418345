'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, taken } from '../../client/api.ts';

export type Steer = 'pause' | 'resume' | 'retry' | 'cancel' | 'rerender';

/** Holds, goes on, tries again, stops or renders again; everything shown of the production is read again after. */
export function useSteer(id: string, done?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (what: Steer) => steer(id, what),
    onSettled: () => queries.invalidateQueries(),
    onSuccess: () => done?.(),
  });
}

function steer(id: string, what: Steer): Promise<unknown> {
  const params = { path: { id } };
  if (what === 'pause') return taken(api.POST('/api/productions/{id}/pause', { params }));
  if (what === 'resume') return taken(api.POST('/api/productions/{id}/resume', { params }));
  if (what === 'retry') return taken(api.POST('/api/productions/{id}/retry', { params }));
  if (what === 'cancel') return taken(api.POST('/api/productions/{id}/cancel', { params }));
  return taken(api.POST('/api/productions/{id}/rerender', { params, body: { sentences: [] } }));
}
