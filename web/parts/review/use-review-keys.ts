'use client';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import type { FilmClock } from './clock.ts';
import type { RoomParts } from './room-context.tsx';

interface Doings {
  write(): void;
  approve(): void;
  giveBack(): void;
  /** True while a dialog has the keyboard. */
  readonly busy: boolean;
}

/** The keys of the room (studio-style §8). None of them decides anything; A and R open a dialog. */
export function useReviewKeys(parts: Pick<RoomParts, 'room' | 'clock' | 'visit' | 'draft'>, doings: Doings): void {
  const { clock } = parts;
  const keys: HotkeyItem[] = [
    ['j', () => clock.shuttle(-1)],
    ['k', () => clock.pause()],
    ['l', () => clock.shuttle(1)],
    // On a button the space bar presses the button.
    ['space', (event) => spaceBar(event, clock), { preventDefault: false }],
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
  ];
  useHotkeys(doings.busy ? [] : keys);
}

function spaceBar(event: KeyboardEvent, clock: FilmClock): void {
  if (event.target instanceof Element && event.target.closest('button, a, [role="menuitem"]')) return;
  event.preventDefault();
  clock.toggle();
}

/** To the next or previous change, or sentence where all is new. */
function turn({ room, clock, visit }: Pick<RoomParts, 'room' | 'clock' | 'visit'>, by: 1 | -1): void {
  const parts = room.compare === null ? room.mustSee : room.changes;
  const { frame } = clock.state();
  const to = by > 0 ? parts.find(({ from }) => from > frame) : parts.findLast(({ from }) => from < frame);
  if (!to) return;
  clock.pause();
  visit(to);
}
