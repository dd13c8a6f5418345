/** A process that supervises one child, to be killed by a test. Arguments: log folder, file for pids, shell script. */
import { Supervisor, stopOnSignals } from '#cli/launch/supervisor';

const [logDir, pids, script] = process.argv.slice(2) as [string, string, string];
const supervisor = new Supervisor({ logDir });
stopOnSignals(supervisor);
supervisor.start({
  name: 'family',
  command: 'sh',
  args: ['-c', script],
  env: { ...process.env, PIDS: pids },
  graceMs: 500,
});
