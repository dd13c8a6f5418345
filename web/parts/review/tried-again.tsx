'use client';
import type { ReactElement } from 'react';
import { asRefusal } from '../../client/refusal.ts';
import { Problem } from '../problem.tsx';
import { SignInHere } from './sign-in-here.tsx';

/** Why something was not done; when the sign-in ran out, the way to sign in again on the spot, after which it is tried once more. */
export function TriedAgain({ error, onAgain }: { error: unknown; onAgain(): void }): ReactElement | null {
  if (!error) return null;
  return asRefusal(error).code === 'UNAUTHENTICATED' ? <SignInHere onSignedIn={onAgain} /> : <Problem error={error} />;
}
