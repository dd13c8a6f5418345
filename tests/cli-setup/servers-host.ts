/** A process that starts both servers, to be killed by a test. Arguments: data folder, file to write when ready. */
import { writeFile } from 'node:fs/promises';
import { startPostgres } from '#cli/launch/postgres';
import { startTemporal } from '#cli/launch/temporal';

const [dataDir, readyFile] = process.argv.slice(2) as [string, string];
const [postgres, temporal] = await Promise.all([startPostgres({ dataDir }), startTemporal({ dataDir })]);
await writeFile(readyFile, `${postgres.pid()}\n${temporal.pid()}\n`);
