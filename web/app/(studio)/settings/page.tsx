import { redirect } from 'next/navigation';
import { session } from '../../../server/api.ts';
import { settingsTabs } from '../../../state/settings-tabs.ts';

/** To the first page the reader has. */
export default async function Settings(): Promise<never> {
  const { actor } = await session();
  redirect(`/settings/${settingsTabs(actor.roles)[0]}`);
}
