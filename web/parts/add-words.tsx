'use client';
import { NextIntlClientProvider, useMessages } from 'next-intl';
import { type ReactElement, type ReactNode, useMemo } from 'react';

/** A provider that adds to the texts of the providers above instead of replacing them. */
export function AddWords(props: { locale: string; words: Record<string, unknown>; children: ReactNode }): ReactElement {
  const above = useMessages();
  const messages = useMemo(() => ({ ...above, ...props.words }), [above, props.words]);
  return (
    <NextIntlClientProvider locale={props.locale} messages={messages as never}>
      {props.children}
    </NextIntlClientProvider>
  );
}
