import pino from 'pino';
import { z } from 'zod';
import { readSettings } from '#activities/settings';
import { StudioError } from '#domain/errors';
import { createApi } from './app.ts';

const log = pino({
  name: 'api',
  base: { pid: process.pid },
  // Nobody logs these; should somebody once, they are not read.
  redact: [
    'password',
    'token',
    'authorization',
    'cookie',
    'headers',
    'body',
    '*.password',
    '*.token',
    '*.headers',
    '*.body',
  ],
});
const settings = readSettings(process.env);
// Loopback unless told otherwise: the machine's neighbours get nothing by default.
const {
  CASELOOM_HOST: host,
  CASELOOM_PORT: port,
  CASELOOM_PAGES: pages,
  CASELOOM_TRUST_PROXY: trustProxy,
} = z
  .object({
    CASELOOM_HOST: z.string().default('127.0.0.1'),
    /** Address of the pages, when this port serves them too. */
    CASELOOM_PAGES: z.url().nullable().default(null),
    /** Proxies in front that are believed about https and addresses, as `loopback` or a list of addresses. */
    CASELOOM_TRUST_PROXY: z.string().min(1).nullable().default(null),
    CASELOOM_PORT: z.coerce.number().int().min(0).max(65535).default(4170),
  })
  .parse(process.env);

const app = await createApi({ ...settings, pages, trustProxy }, log);
try {
  await app.listen(port, host);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  log.error(new StudioError('PORT_IN_USE', { port }).message);
  process.exit(3);
}
log.info({ address: await app.getUrl() }, 'api ready');
