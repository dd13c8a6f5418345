import type { ReactElement, ReactNode } from 'react';
import { SessionProvider } from '../../parts/session.tsx';
import { Shell } from '../../parts/shell/shell.tsx';
import { Words } from '../../parts/words.tsx';
import { session } from '../../server/api.ts';

/** The frame of every page behind the sign-in. */
export default async function StudioLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  return (
    <Words spaces={['shell', 'notices', 'search']}>
      <SessionProvider session={await session()}>
        <Shell>{children}</Shell>
      </SessionProvider>
    </Words>
  );
}
