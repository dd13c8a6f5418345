import type { Script } from '#domain/script';
import { api, taken } from '../../client/api.ts';

/** A version of the script by its number. */
export async function versionOf(id: string, version: number): Promise<Script> {
  const answer = await taken(
    api.GET('/api/productions/{id}/script', { params: { path: { id }, query: { version } } } as never) as Promise<{
      data?: { script: Script };
    }>,
  );
  return answer.script;
}
