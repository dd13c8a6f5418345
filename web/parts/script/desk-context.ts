'use client';
import { createContext, useContext } from 'react';
import type { Analysis } from '#domain/analysis';
import type { Checks } from './use-checks.ts';
import type { Draft } from './use-draft.ts';
import type { DraftFilm } from './use-film.ts';
import type { Listening } from './use-listening.ts';

/** What every part of the desk shares. */
export interface DeskValue {
  readonly id: string;
  readonly draft: Draft;
  readonly checks: Checks;
  readonly film: DraftFilm;
  readonly listening: Listening;
  readonly analysis: Analysis;
  readonly mayEdit: boolean;
  /** The sentence one is at. */
  readonly here: string;
  go(sentence: string): void;
  /** What is selected in it, in characters. */
  readonly caret: { readonly start: number; readonly end: number };
  setCaret(caret: { start: number; end: number }): void;
}

const Desk = createContext<DeskValue | null>(null);
export const DeskProvider = Desk.Provider;

/** The desk one sits at. @throws outside of it */
export function useDesk(): DeskValue {
  const desk = useContext(Desk);
  if (!desk) throw new Error('useDesk outside of the desk');
  return desk;
}
