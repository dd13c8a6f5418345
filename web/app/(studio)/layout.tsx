import type { ReactElement, ReactNode } from 'react';
import { Refusal } from '../../client/refusal.ts';
import { Refused } from '../../parts/refused.tsx';
import { SessionProvider } from '../../parts/session.tsx';
import { Shell } from '../../parts/shell/shell.tsx';
import { Words } from '../../parts/words.tsx';
import { session } from '../../server/api.ts';

/** The frame of every page behind the sign-in. */
export default async function StudioLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const found = await session().catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 503) return null;
    throw error;
  });
  if (!found) return <Refused kind="gone" code="SERVER_GONE" />;
  return (
    <Words spaces={['shell', 'notices', 'search']}>
      <SessionProvider session={found}>
        <Shell>{children}</Shell>
      </SessionProvider>
    </Words>
  );
}
