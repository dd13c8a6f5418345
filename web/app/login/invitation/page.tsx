import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Invitation } from '../../../parts/sign-in/invitation.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign-in'))('invitation.title') };
}

/** Where a new person, or one who forgot, sets a password. */
export default function InvitationPage(): ReactElement {
  return <Invitation />;
}
