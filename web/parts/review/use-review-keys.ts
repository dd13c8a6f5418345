'use client';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import type { RoomParts } from './room-context.tsx';

interface Doings {
  write(): void;
  approve(): void;
  giveBack(): void;
  /** True while a dialog has the keyboard. */
  readonly busy: boolean;
}

/** The keys of the room (studio-style §8). None of them decides anything; A and R open a dialog. */
export function useReviewKeys(parts: Pick<RoomParts, 'room' | 'clock' | 'visit'>, doings: Doings): void {
  const { clock } = parts;
  const keys: HotkeyItem[] = [
    key('j', () => clock.shuttle(-1)),
    key('k', () => clock.pause()),
    key('l', () => clock.shuttle(1)),
    key('space', () => clock.toggle()),
    key('ArrowLeft', () => clock.step(-1)),
    key('ArrowRight', () => clock.step(1)),
    key('shift+ArrowLeft', () => clock.step(-clock.fps)),
    key('shift+ArrowRight', () => clock.step(clock.fps)),
    key('i', () => clock.mark('from')),
    key('o', () => clock.mark('end')),
    key('[', () => turn(parts, -1)),
    key(']', () => turn(parts, 1)),
    key('c', doings.write),
    key('a', doings.approve),
    key('r', doings.giveBack),
  ];
  useHotkeys(doings.busy ? [] : keys, []);
}

const key = (name: string, does: () => void): HotkeyItem => [
  name,
  (event) => {
    if (wants(event.target, name)) return;
    event.preventDefault();
    does();
  },
  { preventDefault: false },
];

/** Whether what has the focus needs the key itself: letters where one writes, arrows and space on choices and buttons. */
function wants(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const choice = target instanceof HTMLInputElement && ['radio', 'checkbox', 'range'].includes(target.type);
  if (choice) return name === 'space' || name.includes('Arrow');
  if (target.isContentEditable || target.matches('input, textarea, select')) return true;
  return name === 'space' && target.closest('button, a, [role="menuitem"]') !== null;
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
