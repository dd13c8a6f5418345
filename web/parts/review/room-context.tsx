'use client';
import { createContext, useContext } from 'react';
import type { Drawing } from '#domain/comment';
import type { ReviewRoom } from '#domain/review';
import type { Seen } from '#domain/seen';
import type { FilmClock } from './clock.ts';

/** What is being written, before it is sent. */
export interface Draft {
  readonly text: string;
  readonly drawing: Drawing;
  readonly mentions: readonly string[];
  readonly from: number;
  /** Exclusive; null for one frame. */
  readonly end: number | null;
}

/** What every part of the room stands on. */
export interface RoomParts {
  readonly room: ReviewRoom;
  readonly clock: FilmClock;
  readonly seen: Seen;
  /** Frames go to a sentence, and staying there counts as having seen it. */
  visit(part: { readonly id: string; readonly from: number }): void;
  note(ids: readonly string[]): void;
  /** The remark that is open, by id. */
  readonly open: string | null;
  setOpen(id: string | null): void;
  readonly draft: Draft | null;
  setDraft(draft: Draft | null): void;
  refresh(): Promise<void>;
}

export const Room = createContext<RoomParts | null>(null);

/** @throws outside the review room */
export function useRoomParts(): RoomParts {
  const parts = useContext(Room);
  if (!parts) throw new Error('outside of the review room');
  return parts;
}
