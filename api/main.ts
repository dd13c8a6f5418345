import pino from 'pino';
import { z } from 'zod';
import { readSettings } from '#activities/settings';
import { StudioError } from '#domain/errors';
import { createApi } from './app.ts';

const log = pino({ name: 'api', base: { pid: process.pid } });
const settings = readSettings(process.env);
// Loopback unless told otherwise: the machine's neighbours get nothing by default.
const {
  CASELOOM_HOST: host,
  CASELOOM_PORT: port,
  CASELOOM_PAGES: pages,
} = z
  .object({
    CASELOOM_HOST: z.string().default('127.0.0.1'),
    /** Address of the pages, when this port serves them too. */
    CASELOOM_PAGES: z.url().nullable().default(null),
    CASELOOM_PORT: z.coerce.number().int().min(0).max(65535).default(4170),
  })
  .parse(process.env);

const app = await createApi({ ...settings, pages }, log);
try {
  await app.listen(port, host);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  log.error(new StudioError('PORT_IN_USE', { port }).message);
  process.exit(3);
}
log.info({ address: await app.getUrl() }, 'api ready');
