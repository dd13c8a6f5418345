import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../look/tokens.css';
import '../look/base.css';
import type { Metadata, Viewport } from 'next';
import type { ReactElement, ReactNode } from 'react';
import { readerLanguage } from '../server/session.ts';
import { words } from '../words/words.ts';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const { product } = words(await readerLanguage());
  return { title: { default: product, template: `%s · ${product}` }, robots: { index: false, follow: false } };
}

/** Every page: its language, its letters, its colours. Reading the request here makes all pages dynamic, as the nonce needs. */
export default async function Layout({ children }: { children: ReactNode }): Promise<ReactElement> {
  return (
    <html lang={await readerLanguage()}>
      <body>{children}</body>
    </html>
  );
}
