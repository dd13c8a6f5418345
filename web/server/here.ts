import { headers } from 'next/headers';

/** Address of the page being made, by the proxy; the way back after signing in. */
export async function here(): Promise<string> {
  return (await headers()).get('x-caseloom-path') ?? '/';
}
