'use client';
import { useHotkeys } from '@mantine/hooks';
import { mustSee } from '#domain/review';
import type { RoomParts } from './room-context.tsx';

interface Doings {
  write(): void;
  approve(): void;
  giveBack(): void;
}

/** The keys of the room (studio-style §8). None of them decides anything; A and R open a dialog. */
export function useReviewKeys(parts: Pick<RoomParts, 'room' | 'clock' | 'visit' | 'draft'>, doings: Doings): void {
  const { clock } = parts;
  useHotkeys([
    ['j', () => clock.shuttle(-1)],
    ['k', () => clock.pause()],
    ['l', () => clock.shuttle(1)],
    ['space', () => clock.toggle()],
    ['ArrowLeft', () => clock.step(-1)],
    ['ArrowRight', () => clock.step(1)],
    ['shift+ArrowLeft', () => clock.step(-clock.fps)],
    ['shift+ArrowRight', () => clock.step(clock.fps)],
    ['i', () => clock.mark('from')],
    ['o', () => clock.mark('end')],
    ['[', () => turn(parts, -1)],
    [']', () => turn(parts, 1)],
    ['c', doings.write],
    ['a', doings.approve],
    ['r', doings.giveBack],
  ]);
}

/** To the next or previous part that must be seen. */
function turn({ room, clock, visit }: Pick<RoomParts, 'room' | 'clock' | 'visit'>, by: 1 | -1): void {
  const parts = mustSee(room);
  const { frame } = clock.state();
  const to = by > 0 ? parts.find(({ from }) => from > frame) : parts.findLast(({ from }) => from < frame);
  if (!to) return;
  clock.pause();
  visit(to);
}
