import { redirect } from 'next/navigation';
import { StudioError } from '#domain/errors';
import { StudioReader } from './productions.ts';
import { sessionToken } from './session.ts';

/** Runs a page's reading for the signed-in account; a token that is none any more leads to the sign-in page. */
export async function signedIn<T>(here: string, read: (studio: StudioReader) => Promise<T>): Promise<T> {
  try {
    return await read(new StudioReader(await sessionToken()));
  } catch (error) {
    if (error instanceof StudioError && error.code === 'UNAUTHENTICATED')
      redirect(`/sign-in?reason=ended&next=${encodeURIComponent(here)}`);
    throw error;
  }
}
