/**
 * Waits for its parent to vanish and then ends what the parent had started. The parent tells it on stdin, one JSON
 * line each: {"expect": mark, "signal", "graceMs"} before a child is born, {"expect": mark, "group": pid, …} after, and
 * {"drop": mark}. When stdin closes without a farewell (the parent was killed and could not clean up), the children end
 * in the reverse order of their start; one that was born but not yet announced is known by its mark.
 */
import { createInterface } from 'node:readline';
import { endTree } from './process-tree.mjs';

const GRACE_LIMIT_MS = 4000;
const NO_GROUP = -1;
const children = new Map();

// Ctrl-C and a closing terminal are the parent's business; the reaper ends only when its pipe does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.expect) children.set(message.expect, message);
  else children.delete(message.drop);
});
lines.on('close', async () => {
  for (const { expect, group, signal, graceMs } of [...children.values()].reverse()) {
    await endTree({ group: group ?? NO_GROUP, mark: expect, signal, graceMs: Math.min(graceMs, GRACE_LIMIT_MS) });
  }
  process.exit(0);
});
