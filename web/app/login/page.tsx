import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { isErrorCode } from '#domain/errors';
import { SignIn } from '../../parts/sign-in/sign-in.tsx';
import { atTheDoor } from '../../server/sign-in.ts';
import { nextAddress } from '../../state/next-address.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('title') };
}

/** The way in. */
export default async function LoginPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const { next: wished, error } = await props.searchParams;
  const next = nextAddress(wished);
  const { ways, session, expired } = await atTheDoor();
  if (session?.state === 'ok') redirect(next);
  return (
    <SignIn ways={ways} session={session} expired={expired} next={next} failed={isErrorCode(error) ? error : null} />
  );
}
