import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Once } from '../../../parts/sign-in/once.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('once.title') };
}

/** A link that signs in once. Opening the page uses nothing up: only the page itself, awake in a browser, sends the token. */
export default function OncePage(): ReactElement {
  return <Once />;
}
