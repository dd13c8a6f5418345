'use client';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Consequences } from '#domain/correction/consequences';
import type { AxisPair, Correction } from '#domain/correction/correction';
import type { Finding } from '#domain/finding';
import type { FindingsView } from '#domain/findings-view';
import { api, taken } from '../../client/api.ts';
import { drawnFinding } from './draft.ts';
import type { PointerTool } from './image/stack.ts';
import type { Place } from './place.ts';
import { usePlace } from './use-place.ts';

/** Everything the parts of the page share: what is known, where the reader is, what is being corrected. */
export interface Desk {
  readonly id: string;
  readonly view: FindingsView;
  readonly place: Place;
  go(change: Partial<Place>): void;
  /** Shows a finding on its slice. */
  show(finding: Finding): void;
  readonly draft: readonly Correction[];
  setDraft(draft: readonly Correction[]): void;
  /** Findings as they would be drawn with the draft. */
  readonly drawn: readonly Finding[];
  readonly foreseen: Consequences | null;
  /** `foreseen` is of the draft as it stands, not of one a moment ago. */
  readonly foreseenNow: boolean;
  readonly refused: unknown;
  readonly mayCorrect: boolean;
  /** Would be allowed, but a phone is for looking only. */
  readonly phone: boolean;
  readonly tool: PointerTool;
  setTool(tool: PointerTool): void;
  readonly boxes: boolean;
  setBoxes(shown: boolean): void;
  /** Axes of a finding that is being added; null otherwise. */
  readonly adding: AxisPair | null;
  setAdding(axes: AxisPair | null): void;
  keepView(view: FindingsView): void;
}

const Context = createContext<Desk | null>(null);

/** @throws outside the page of findings */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useDesk outside of the page of findings');
  return desk;
}

const QUIET_MS = 250;

/** The draft, when it has been still for a moment: what is asked about. */
function useQuiet<T>(value: T): T {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}

const path = (id: string) => ({ params: { path: { id } } });

export function DeskProvider(props: {
  id: string;
  view: FindingsView;
  place: Place;
  children: ReactNode;
}): ReactElement {
  const { id } = props;
  const phone = useMediaQuery('(max-width: 47.99em)', false) ?? false;
  const queries = useQueryClient();
  const [place, go] = usePlace(props.place);
  const [draft, setDraft] = useState<readonly Correction[]>([]);
  const [tool, setTool] = useState<PointerTool>('pan');
  const [boxes, setBoxes] = useState(true);
  const [adding, setAdding] = useState<AxisPair | null>(null);
  const older = props.view.version !== props.view.latest;
  const { data: view } = useQuery({
    queryKey: ['findings', id, older ? props.view.version : 'newest'],
    queryFn: async () => (await taken(api.GET('/api/productions/{id}/findings', path(id)))) as FindingsView,
    initialData: props.view,
    enabled: !older,
    refetchInterval: 20_000,
  });
  const asked = useQuiet(draft);
  const preview = useQuery({
    queryKey: ['findings-preview', id, view.version, asked],
    queryFn: async () =>
      (await taken(
        api.POST('/api/productions/{id}/findings/preview', {
          ...path(id),
          body: { basedOn: view.version, corrections: [...asked] as never },
        }),
      )) as Consequences,
    enabled: asked.length > 0 && draft.length > 0,
    retry: false,
    placeholderData: (before) => before,
  });
  const { geometry } = view.study;
  const drawn = useMemo(
    () => view.findings.map((finding) => drawnFinding(finding, draft, geometry)),
    [view, draft, geometry],
  );
  const desk: Desk = {
    id,
    view,
    place,
    go,
    show: (finding) => go({ finding: finding.id, slice: finding.keySlice }),
    draft,
    setDraft,
    drawn,
    foreseen: draft.length > 0 ? (preview.data ?? null) : null,
    foreseenNow: asked === draft && preview.isSuccess && !preview.isPlaceholderData,
    refused: draft.length > 0 ? preview.error : null,
    mayCorrect: view.locked === null && !phone,
    phone: view.locked === null && phone,
    tool,
    setTool,
    boxes,
    setBoxes,
    adding,
    setAdding,
    keepView: (next) => queries.setQueryData(['findings', id, 'newest'], next),
  };
  return <Context.Provider value={desk}>{props.children}</Context.Provider>;
}
