'use client';
import { useWindowEvent } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { mayMake } from '../../state/may.ts';
import { useSession } from '../session.tsx';
import { useSingleKeys } from '../use-single-keys.ts';

/** Event by which the account menu shows the list of keys. */
export const SHOW_KEYS = 'caseloom-keys';

// Few page views ever show it.
const KeyList = dynamic(() => import('./key-list.tsx').then(({ KeyList }) => KeyList), { ssr: false });

/** Keys that work everywhere, and their list behind `?`. */
export function HouseKeys(): ReactElement | null {
  const router = useRouter();
  const [list, setList] = useState<'never' | 'open' | 'shut'>('never');
  const { actor } = useSession();
  const open = () => setList('open');
  useSingleKeys([
    ['shift+?', open],
    ['?', open],
    ['N', () => mayMake(actor.roles) && router.push('/productions/new')],
  ]);
  useWindowEvent(SHOW_KEYS, open);
  return list === 'never' ? null : <KeyList opened={list === 'open'} onClose={() => setList('shut')} />;
}
