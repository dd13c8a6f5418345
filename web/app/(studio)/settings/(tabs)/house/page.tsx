import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { SettingsAnswer } from '#domain/house-report';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { HouseForm } from '../../../../../parts/settings/house-form.tsx';
import { api } from '../../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.house') };
}

/** The rules of the house. */
export default async function HousePage(): Promise<ReactElement> {
  try {
    const { data } = await api.GET('/api/settings');
    return <HouseForm settings={SettingsAnswer.parse(data)} />;
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}
