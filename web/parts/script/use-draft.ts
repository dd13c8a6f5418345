'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftDesk, DraftPulse, DraftSaved } from '#domain/draft';
import type { Script } from '#domain/script';
import { api, taken } from '../../client/api.ts';
import { asRefusal, Refusal } from '../../client/refusal.ts';

const AFTER_TYPING_MS = 900;
const LOOK_MS = 12_000;
const TRY_AGAIN_MS = 5_000;

export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed' | 'stale';

/** The script being written. */
export interface Draft {
  readonly script: Script;
  /** The newest version and what an edit is measured against. */
  readonly base: DraftDesk;
  /** Number of the last save. */
  saves(): number;
  readonly state: SaveState;
  readonly savedAt: string | null;
  /** Why it was not saved: somebody else was first, or the studio is away. */
  readonly refusal: Refusal | null;
  change(next: (script: Script) => Script): void;
  /** Begin again from what the studio holds; `keep` puts my changes on top of it. */
  reload(keep?: (desk: DraftDesk, mine: Pick<Held, 'script' | 'synced'>) => Script): Promise<void>;
  /** Saves what is not saved yet. False when that was refused. */
  flush(): Promise<boolean>;
}

const scriptOf = (desk: DraftDesk): Script => (desk.draft?.script ?? desk.script) as Script;

/** A draft that was begun on an older version than the newest. */
const olderThan = ({ draft, version }: DraftDesk): Refusal | null =>
  draft && draft.basedOn < version.number
    ? new Refusal('SCRIPT_STALE', { version: version.number, by: version.byName, at: version.at }, 409)
    : null;

interface Held {
  script: Script;
  /** As the studio had it last. */
  synced: Script;
  version: number;
  save: number;
  dirty: boolean;
  saving: Promise<boolean> | null;
}

/** Keeps the draft with the studio while somebody types; a save names the one it was made from, so nobody is overwritten. */
export function useDraft(id: string, first: DraftDesk, mayEdit: boolean): Draft {
  const queries = useQueryClient();
  const [base, setBase] = useState(first);
  const [script, setScript] = useState(() => scriptOf(first));
  const [state, setState] = useState<SaveState>(first.draft ? (olderThan(first) ? 'stale' : 'saved') : 'clean');
  const [savedAt, setSavedAt] = useState(first.draft?.at ?? null);
  const [refusal, setRefusal] = useState<Refusal | null>(() => olderThan(first));
  const held = useRef<Held>({
    script,
    synced: script,
    version: first.version.number,
    save: first.draft?.save ?? 0,
    dirty: false,
    saving: null,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(async (): Promise<boolean> => {
    const now = held.current;
    if (now.saving) {
      await now.saving;
      if (!held.current.dirty) return true;
    }
    if (!now.dirty) return true;
    now.dirty = false;
    setState('saving');
    const body = {
      ...{ basedOn: now.version, save: now.save, script: now.script },
      notes: now.script.kept.map(({ by: _, at: __, ...note }) => note),
    };
    now.saving = taken(api.PUT('/api/productions/{id}/draft', { params: { path: { id } }, body: body as never }))
      .then((answer) => {
        const saved = answer as DraftSaved;
        now.save = saved.save;
        now.synced = body.script;
        setSavedAt(saved.at);
        setRefusal(null);
        setState(now.dirty ? 'waiting' : 'saved');
        return true;
      })
      .catch((error: unknown) => {
        const why = asRefusal(error);
        now.dirty = true;
        setRefusal(why);
        setState(why.status === 409 ? 'stale' : 'failed');
        if (why.status >= 500) timer.current = setTimeout(() => void send(), TRY_AGAIN_MS);
        return false;
      })
      .finally(() => {
        now.saving = null;
      });
    return now.saving;
  }, [id]);

  const change = useCallback(
    (next: (script: Script) => Script) => {
      if (!mayEdit) return;
      const to = next(held.current.script);
      if (to === held.current.script) return;
      held.current.script = to;
      held.current.dirty = true;
      setScript(to);
      setState((old) => (old === 'stale' ? old : 'waiting'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), AFTER_TYPING_MS);
    },
    [mayEdit, send],
  );

  const reload = useCallback(
    async (keep?: Parameters<Draft['reload']>[0], quietly = false) => {
      if (!quietly) clearTimeout(timer.current);
      const desk = (await taken(api.GET('/api/productions/{id}/draft', { params: { path: { id } } }))) as DraftDesk;
      // Somebody began to type while it was on its way.
      if (quietly && held.current.dirty) return;
      const to = keep ? keep(desk, held.current) : scriptOf(desk);
      const older = keep ? null : olderThan(desk);
      Object.assign(held.current, {
        ...{
          script: to,
          synced: scriptOf(desk),
          version: desk.version.number,
          save: desk.draft?.save ?? 0,
          dirty: Boolean(keep),
        },
      });
      setBase(desk);
      setScript(to);
      setRefusal(older);
      setSavedAt(desk.draft?.at ?? null);
      setState(keep ? 'waiting' : older ? 'stale' : desk.draft ? 'saved' : 'clean');
      if (keep) await send();
      await queries.invalidateQueries({ queryKey: ['script', id] });
    },
    [id, queries, send],
  );

  const stale = useCallback((why: Refusal) => {
    setRefusal(why);
    setState('stale');
  }, []);
  useOthers(id, held, reload, stale);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void send();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      clearTimeout(timer.current);
      void send();
    };
  }, [send]);

  const saves = useCallback(() => held.current.save, []);
  return { script, base, saves, state, savedAt, refusal, change, reload, flush: send };
}

/**
 * Looks from time to time whether somebody else has saved or sent a version. Who has written nothing since gets it at once; who has is told,
 * before more is typed.
 */
function useOthers(
  id: string,
  held: { readonly current: Held },
  reload: (keep: undefined, quietly: true) => Promise<void>,
  stale: (why: Refusal) => void,
): void {
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['script', id, 'pulse'],
    refetchInterval: LOOK_MS,
    queryFn: async () =>
      (await taken(api.GET('/api/productions/{id}/draft/pulse', { params: { path: { id } } }))) as DraftPulse,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once, against what is held then
  useEffect(() => {
    const now = held.current;
    if (!data || now.saving) return;
    const newer = data.version > now.version;
    if (!newer && (data.save <= now.save || !data.draft)) return;
    if (!now.dirty) void reload(undefined, true).catch(() => undefined);
    else if (newer) stale(told('SCRIPT_STALE', { by: data.versionBy, at: data.versionAt, version: data.version }));
    else stale(told('DRAFT_STALE', { by: data.draft?.byName ?? '', at: data.draft?.at ?? '' }));
  }, [dataUpdatedAt]);
}

const told = (code: 'SCRIPT_STALE' | 'DRAFT_STALE', details: Refusal['details']) => new Refusal(code, details, 409);
