'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Upload } from '#domain/upload';
import { api, taken } from '../../client/api.ts';
import type { Sending } from '../../client/upload/line.ts';
import { letGo, sessionFor, type UploadSession } from '../../client/upload/session.ts';
import type { Dropped } from '../../client/upload/walk.ts';

export interface Coming {
  readonly sending: Sending;
  /** As the studio last said; null before the first file. */
  readonly upload: Upload | null;
  readonly error: unknown;
  readonly session: UploadSession;
  add(dropped: readonly Dropped[]): void;
  drop(): Promise<void>;
}

const EMPTY: Sending = {
  upload: null,
  rows: [],
  bytes: 0,
  sent: 0,
  secondsLeft: null,
  bytesPerSecond: null,
  complete: false,
};

/** An upload and what becomes of it: sending, the check that follows by itself, and the address that finds it again. */
export function useUpload(begun: Upload | null): Coming {
  const session = useMemo(() => sessionFor(begun), [begun]);
  const sending = useSyncExternalStore(session.subscribe, session.snapshot, () => EMPTY);
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const id = sending.upload ?? begun?.id ?? null;
  const { data: upload = null } = useQuery({
    queryKey: ['upload', id],
    queryFn: async () => (await taken(api.GET('/api/uploads/{id}', { params: { path: { id: id! } } }))) as Upload,
    enabled: id !== null,
    initialData: begun?.id === id ? begun : undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'checking' ? 1000 : false),
  });
  useEffect(() => {
    // The address is the way back after the tab was closed.
    if (sending.upload && !location.search.includes(sending.upload))
      history.replaceState(null, '', `/productions/new?upload=${sending.upload}`);
  }, [sending.upload]);

  // All is there: the look through follows without being asked, once for each set of files.
  const asked = useRef('');
  useEffect(() => {
    const key = `${sending.upload}/${sending.bytes}`;
    if (!sending.complete || !sending.upload || asked.current === key) return;
    if (upload && !['receiving'].includes(upload.state) && sending.rows.every(({ name }) => name === null)) return;
    asked.current = key;
    taken(api.POST('/api/uploads/{id}/finish', { params: { path: { id: sending.upload } } })).then(
      (answer) => {
        setError(null);
        queries.setQueryData(['upload', sending.upload], answer);
      },
      (failure: unknown) => setError(failure),
    );
  }, [sending, upload, queries]);

  return {
    sending,
    upload,
    error,
    session,
    add(dropped) {
      setError(null);
      asked.current = '';
      const open = async () => (await taken(api.POST('/api/uploads', { body: {} }))) as Upload;
      session.add(dropped, open).catch((failure: unknown) => setError(failure));
    },
    async drop() {
      if (!id) return;
      await api.DELETE('/api/uploads/{id}', { params: { path: { id } } });
      session.clear();
      letGo();
      location.assign('/productions/new');
    },
  };
}
