import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-serif-sc/index.css';
import { useEffect, useState } from 'react';
import { cancelRender, continueRender, delayRender } from 'remotion';
import type { SceneProps } from '#domain/film/film';

const FAMILIES = ['Inter Variable', 'Noto Sans SC Variable', 'Noto Serif SC Variable'];

/** Every string inside a value, joined: more than is drawn, never less. */
function charactersOf(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const char of value) found.add(char);
  else if (Array.isArray(value)) for (const item of value) charactersOf(item, found);
  else if (value && typeof value === 'object') for (const item of Object.values(value)) charactersOf(item, found);
}

/** Loads exactly the subsets of the bundled fonts that hold these characters. */
async function load(text: string): Promise<void> {
  await Promise.all(FAMILIES.map((family) => document.fonts.load(`500 40px '${family}'`, text)));
  await document.fonts.ready;
}

/**
 * Holds the frame until the fonts of these scenes are there. All drawn words are props, so the props' characters
 * (and printable ASCII) are the needed ones. Returns false until then: nothing may be measured or shown before.
 */
export function useFonts(scenes: readonly SceneProps[]): boolean {
  const [ready, setReady] = useState(false);
  const [text] = useState(() => {
    const found = new Set<string>(Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)));
    charactersOf(scenes, found);
    return [...found].sort().join('');
  });
  const [handle] = useState(() => delayRender('fonts'));
  useEffect(() => {
    load(text).then(
      () => {
        setReady(true);
        continueRender(handle);
      },
      (error: unknown) => cancelRender(error),
    );
  }, [text, handle]);
  return ready;
}
