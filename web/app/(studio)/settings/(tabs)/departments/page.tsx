import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { Departments } from '../../../../../parts/settings/departments.tsx';
import { api } from '../../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.departments') };
}

/** Departments, and whether their authors may approve what they wrote. */
export default async function DepartmentsPage(): Promise<ReactElement> {
  try {
    const { data } = await api.GET('/api/departments');
    return <Departments departments={data!} />;
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}
