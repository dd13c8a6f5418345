import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { Tokens } from '../../../../../parts/settings/tokens.tsx';
import { api } from '../../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.tokens') };
}

/** The reader's own tokens. */
export default async function TokensPage(): Promise<ReactElement> {
  try {
    const { data } = await api.GET('/api/tokens');
    return <Tokens tokens={data!} />;
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}
