'use client';
import { type HotkeyItem, useHotkeys, useLocalStorage } from '@mantine/hooks';

/** Whether keys without Ctrl or Alt do something; a person may turn them off (they are off while typing anyway). */
export function useSingleKeysOn() {
  return useLocalStorage({ key: 'caseloom-single-keys', defaultValue: true });
}

/** Keys that work alone, unless the reader has turned them off. */
export function useSingleKeys(keys: HotkeyItem[]): void {
  const [on] = useSingleKeysOn();
  useHotkeys(on ? keys : []);
}
