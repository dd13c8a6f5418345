import { cookies } from 'next/headers';
import { SessionAnswer, SignInWays } from '#domain/session';
import { SESSION_COOKIE } from '../state/cookies.ts';

const address = (): string => process.env.CASELOOM_API ?? 'http://127.0.0.1:4170';

export interface AtTheDoor {
  readonly ways: SignInWays;
  /** The reader's session, finished or half finished; null without one. */
  readonly session: SessionAnswer | null;
  /** The browser came with a session that is over. */
  readonly expired: boolean;
}

const NO_WAYS: SignInWays = { oidc: null, hospital: '', help: '' };

/** What the sign-in page needs to know. Unlike `api`, nobody is sent anywhere. */
export async function atTheDoor(): Promise<AtTheDoor> {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  const ask = (path: string) =>
    fetch(`${address()}${path}`, {
      cache: 'no-store',
      headers: cookie ? { cookie: `${SESSION_COOKIE}=${cookie}` } : {},
    }).catch(() => null);
  const [ways, session] = await Promise.all([ask('/api/session/ways'), cookie ? ask('/api/session') : null]);
  return {
    ways: ways?.ok ? SignInWays.parse(await ways.json()) : NO_WAYS,
    session: session?.ok ? SessionAnswer.parse(await session.json()) : null,
    expired: session?.status === 401,
  };
}
