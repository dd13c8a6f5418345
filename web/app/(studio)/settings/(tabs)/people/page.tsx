import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { People } from '../../../../../parts/settings/people.tsx';
import { api } from '../../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.people') };
}

/** Who works here, and how they sign in. */
export default async function PeoplePage(): Promise<ReactElement> {
  try {
    const [accounts, departments] = await Promise.all([api.GET('/api/people/accounts'), api.GET('/api/departments')]);
    return <People accounts={accounts.data!} departments={departments.data!} />;
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}
