'use client';
import { useRef } from 'react';
import { useSingleKeys } from './use-single-keys.ts';

/** J and K move the focus among the elements marked `data-row` of a list; Enter is the browser's own. */
export function useRowKeys<T extends HTMLElement>() {
  const list = useRef<T>(null);
  const move = (step: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
    rows[next]?.focus();
    rows[next]?.scrollIntoView({ block: 'nearest' });
  };
  useSingleKeys([
    ['J', () => move(1)],
    ['K', () => move(-1)],
  ]);
  return list;
}
