import type { ReactElement } from 'react';
import { Refusal } from '../client/refusal.ts';
import { Refused } from './refused.tsx';

/** The page for a refusal of the API: for server components around their fetch. @throws what is no refusal */
export function RefusalPage({ error, language }: { error: unknown; language: string }): ReactElement {
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 404) return <Refused kind="notFound" />;
  if (error.status === 403) return <Refused kind="forbidden" />;
  if (error.status === 503) return <Refused kind="gone" code={error.code} />;
  return <Refused kind="error" text={error.say(language)} code={error.code} />;
}
