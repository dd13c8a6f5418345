'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Refusal } from '../client/refusal.ts';
import { theme, tokenVariables } from '../look/theme.ts';
import { schemeKeeper } from './scheme.ts';

const AGAIN = 2;

/** Event by which any part learns that the sign-in has ended. */
export const SIGNED_OUT = 'caseloom-signed-out';
const onError = (error: unknown) => {
  if (error instanceof Refusal && error.code === 'UNAUTHENTICATED') window.dispatchEvent(new Event(SIGNED_OUT));
};

const newQueries = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal stays one; a server that is being started again may answer the next time.
        retry: (count, error) => count < AGAIN && !(error instanceof Refusal && error.status < 500),
      },
    },
  });

/** What every page stands in: the look, the answers of the API kept by query, short messages. */
export function Providers(props: { nonce: string; children: ReactNode }): ReactElement {
  const [queries] = useState(newQueries);
  // Dialogs lock the page's scrolling by a style element of their own; this is how it gets the page's nonce.
  useState(() => setNonce(props.nonce));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokenVariables}
      colorSchemeManager={schemeKeeper}
      defaultColorScheme="auto"
      getStyleNonce={() => props.nonce}
    >
      <QueryClientProvider client={queries}>{props.children}</QueryClientProvider>
      <Notifications position="bottom-right" limit={3} />
    </MantineProvider>
  );
}
