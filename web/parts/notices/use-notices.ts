'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeBoard } from '#domain/notice';
import { api, taken } from '../../client/api.ts';

const EVERY_MS = 20_000;
const KEY = ['notices'];

/** The reader's notices, kept fresh. */
export function useNotices(initial?: NoticeBoard) {
  return useQuery({
    queryKey: KEY,
    // As in use-desk: no schemas on the first page.
    queryFn: () => taken(api.GET('/api/notices')) as Promise<NoticeBoard>,
    refetchInterval: EVERY_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}

/** Marks the named ones as read, or all. */
export function useReadNotices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | null) => taken(api.POST('/api/notices/read', { body: { ids } })),
    onSuccess: (board) => queries.setQueryData(KEY, board as NoticeBoard),
  });
}
