'use client';
import { useHotkeys } from '@mantine/hooks';
import { useDesk } from './desk.tsx';
import { newAxes } from './draft.ts';
import { WINDOW_KEYS } from './image/windows.ts';

/** Events by which keys reach the parts that own a dialog. */
export const ASK = {
  reject: 'findings-reject',
  confirm: 'findings-confirm',
  reset: 'findings-reset',
  focus: 'findings-focus',
} as const;
const ask = (name: string) => () => window.dispatchEvent(new CustomEvent(name));

/** Keys of the page (studio-style §8); none while typing. */
export function useFindingKeys(): void {
  const desk = useDesk();
  const { place, view, drawn } = desk;
  const { geometry } = view.study;
  const step = (by: number) => () => desk.go({ slice: Math.max(0, Math.min(geometry.slices - 1, place.slice + by)) });
  const next = (by: number) => () => {
    if (drawn.length === 0) return;
    const at = drawn.findIndex(({ id }) => id === place.finding);
    const finding = drawn[(at + by + drawn.length) % drawn.length];
    if (finding) desk.show(finding);
  };
  const physician = (does: () => void) => () => desk.mayCorrect && does();
  useHotkeys([
    ['ArrowUp', step(-1)],
    ['ArrowDown', step(1)],
    ['PageUp', step(-10)],
    ['PageDown', step(10)],
    ['1', () => desk.go({ window: WINDOW_KEYS[0] })],
    ['2', () => desk.go({ window: WINDOW_KEYS[1] })],
    ['3', () => desk.go({ window: WINDOW_KEYS[2] })],
    ['0', ask(ASK.reset)],
    ['F', ask(ASK.focus)],
    ['B', () => desk.setBoxes(!desk.boxes)],
    ['J', next(1)],
    ['K', next(-1)],
    ['Y', physician(ask(ASK.confirm))],
    ['X', physician(ask(ASK.reject))],
    ['A', physician(() => desk.setAdding(newAxes(place.slice, [geometry.columns / 2, geometry.rows / 2], geometry)))],
  ]);
}
