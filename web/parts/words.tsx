import { getLocale, getMessages } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import type { Messages } from '../server/words.ts';
import { AddWords } from './add-words.tsx';

/** Gives client parts below the texts of the named namespaces, beside those they have already. Only these travel to the browser. */
export async function Words(props: { spaces: readonly string[]; children: ReactNode }): Promise<ReactElement> {
  const all = (await getMessages()) as Messages;
  const picked = Object.fromEntries(props.spaces.flatMap((space) => (all[space] ? [[space, all[space]]] : [])));
  return (
    <AddWords locale={await getLocale()} words={picked}>
      {props.children}
    </AddWords>
  );
}
