import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Security } from '../../../../../parts/settings/security.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.security') };
}

/** The reader's own password and second factor. */
export default function SecurityPage(): ReactElement {
  return <Security />;
}
