'use client';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { SessionAnswer } from '#domain/session';
import { keepCsrf } from '../client/api.ts';

const Session = createContext<SessionAnswer | null>(null);

/** Who reads, for every client part below; hands the session's proof to the API client. */
export function SessionProvider(props: { session: SessionAnswer; children: ReactNode }): ReactElement {
  keepCsrf(props.session.csrf);
  return <Session.Provider value={props.session}>{props.children}</Session.Provider>;
}

/** The reader's session. @throws outside the studio's frame */
export function useSession(): SessionAnswer {
  const session = useContext(Session);
  if (!session) throw new Error('useSession outside of (studio)');
  return session;
}
