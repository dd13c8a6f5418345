/**
 * Waits for its parent to vanish and then ends what the parent had started. The parent tells it on stdin, one JSON
 * line each: {"add": pid, "mark", "signal", "graceMs"} and {"drop": pid}. When stdin closes without a farewell (the
 * parent was killed and could not clean up), the children end in the reverse order of their start.
 */
import { createInterface } from 'node:readline';
import { endTree } from './process-tree.mjs';

const GRACE_LIMIT_MS = 4000;
const children = new Map();

// Ctrl-C and a closing terminal are the parent's business; the reaper ends only when its pipe does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.add) children.set(message.add, message);
  else children.delete(message.drop);
});
lines.on('close', async () => {
  for (const { add, mark, signal, graceMs } of [...children.values()].reverse()) {
    await endTree({ group: add, mark, signal, graceMs: Math.min(graceMs, GRACE_LIMIT_MS) });
  }
  process.exit(0);
});
