import '../look/tokens.css';
import '../look/base.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import { Providers } from '../parts/providers.tsx';
import { EARLY_SCHEME } from '../parts/scheme.ts';
import { Words } from '../parts/words.tsx';
import { SCHEME_COOKIE, schemeOf } from '../state/cookies.ts';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
};

export async function generateMetadata(): Promise<Metadata> {
  const product = (await getTranslations('common'))('product');
  return { title: { default: product, template: `%s · ${product}` }, robots: { index: false, follow: false } };
}

/** Every page: its language, its letters, its colours. Reading the request here makes all pages dynamic, as the nonce needs. */
export default async function Layout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const nonce = (await headers()).get('x-nonce') ?? '';
  const scheme = schemeOf((await cookies()).get(SCHEME_COOKIE)?.value);
  const locale = await getLocale();
  return (
    <html lang={locale} data-mantine-color-scheme={scheme === 'auto' ? 'light' : scheme} suppressHydrationWarning>
      <body>
        {scheme === 'auto' && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by this answer's nonce
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY_SCHEME }} />
        )}
        <NextIntlClientProvider locale={locale} timeZone={await getTimeZone()} messages={{}}>
          <Words spaces={['common']}>
            <Providers nonce={nonce}>{children}</Providers>
          </Words>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
