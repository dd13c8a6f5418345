import type { MediaWanted } from '#domain/media';
import { api, taken } from './api.ts';

/** An address for one file of a production that works for some minutes. @throws Refusal */
export async function signedAddress(id: string, wanted: Partial<MediaWanted> & { name: string }): Promise<string> {
  const body = { download: false, ...wanted };
  return (await taken(api.POST('/api/productions/{id}/media/sign', { params: { path: { id } }, body }))).url;
}
