'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Analysis } from '#domain/analysis';
import { findBrand } from '#domain/brands';
import type { DraftDesk, Preview } from '#domain/draft';
import { type EditCost, editCost, soundOf } from '#domain/edit-cost';
import { sentencesOf } from '#domain/edit-script';
import { estimateTake, speakerOf } from '#domain/estimate-speech';
import { composeFilm, type FilmProps } from '#domain/film/film';
import { layTimeline } from '#domain/lay-timeline';
import type { Script } from '#domain/script';
import type { Take } from '#domain/speech';
import { findTemplate } from '#domain/templates';
import type { Timeline } from '#domain/timeline';
import { api, taken } from '../../client/api.ts';
import { asRefusal } from '../../client/refusal.ts';

const PICTURES_MS = 4_000;
const COMPOSE_MS = 350;

/** The draft as time and pictures. */
export interface DraftFilm {
  readonly timeline: Timeline | null;
  readonly takes: ReadonlyMap<string, Take>;
  /** Null until the pictures are there. */
  readonly film: FilmProps | null;
  readonly cost: EditCost | null;
  readonly picturesPending: boolean;
  readonly failed: boolean;
}

/** Lays and composes the draft in the browser with the very functions that make the film; what nobody has spoken yet is estimated. */
export function useFilm(id: string, script: Script, base: DraftDesk): DraftFilm {
  const asked = useQuery({
    queryKey: ['script', id, 'preview'],
    staleTime: 60_000,
    queryFn: async () =>
      (await taken(api.GET('/api/productions/{id}/preview', { params: { path: { id } } }) as never)) as Preview,
    refetchInterval: (query) => (isPending(query.state.error) ? PICTURES_MS : false),
    retry: (count, error) => !isPending(error) && count < 2,
  });
  const spoken = useMemo(() => new Map(asked.data?.heard.map((item) => [item.sound, item.take]) ?? []), [asked.data]);
  const takes = useMemo(() => takesOf(script, base, spoken), [script, base, spoken]);
  const timeline = useMemo(() => timed(script, base, takes), [script, base, takes]);
  const pictures = asked.data?.pictures ?? null;
  const settled = useSettled({ script, timeline }, COMPOSE_MS);
  const compose = useMemo(() => composer(base, pictures), [base, pictures]);
  const film = useMemo(() => settled.timeline && compose(settled.script, settled.timeline), [compose, settled]);
  const before = useMemo(() => {
    const script = base.script as Script;
    const laid = timed(script, base, takesOf(script, base, spoken));
    const film = laid && compose(script, laid);
    return film && { script, film };
  }, [base, compose, spoken]);
  const cost = useMemo(
    () => (before && film ? editCost(before, { script: settled.script, film }) : null),
    [before, film, settled.script],
  );
  const picturesPending = isPending(asked.error);
  return { timeline, takes, film, cost, picturesPending, failed: asked.isError && !picturesPending };
}

const isPending = (error: unknown): boolean => Boolean(error) && asRefusal(error).code === 'PICTURES_PENDING';

function takesOf(script: Script, base: DraftDesk, spoken: ReadonlyMap<string, Take>): Map<string, Take> {
  return new Map(
    sentencesOf(script).map((item) => {
      const known = spoken.get(soundOf(item));
      return [item.id, known ?? estimateTake(item, script.language, speakerOf(item, base.speaker))] as const;
    }),
  );
}

/** A script that cannot be laid out (a scene without words, too few chapters) has no clock yet. */
function timed(script: Script, base: DraftDesk, takes: ReadonlyMap<string, Take>): Timeline | null {
  try {
    return layTimeline(script, [...takes.values()], findTemplate(base.template));
  } catch {
    return null;
  }
}

function composer(base: DraftDesk, pictures: Preview['pictures'] | null) {
  return (script: Script, timeline: Timeline): FilmProps | null => {
    if (!pictures) return null;
    const analysis = base.analysis as Analysis;
    const [template, brand] = [findTemplate(base.template), findBrand(base.brand)];
    try {
      return composeFilm({
        analysis,
        script,
        timeline,
        pictures,
        template,
        brand,
        series: base.series,
        approval: null,
      });
    } catch {
      return null;
    }
  };
}

/** A value once it has not changed for a while; the first one at once. */
function useSettled<T extends { timeline: unknown }>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline changes whenever the script does
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(wait);
  }, [value.timeline, ms]);
  return settled;
}
