/**
 * Records workflow histories for the replay test. Run after a change of `workflows/` that is meant to break running productions:
 *   npx tsx tests/workflow/record-histories.ts
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import proto from '@temporalio/proto';
import { hand } from '#tests/fixtures/script';
import { openTestHouse } from '#tests/house/stack';
import { decideUpdate, reviseUpdate, stateQuery } from '#workflows/messages';
import { EDITOR, fakeWorld, PHYSICIAN } from './fake-activities.ts';
import { stage, until } from './run-workflow.ts';

const folder = path.join(import.meta.dirname, 'histories');
await mkdir(folder, { recursive: true });
const house = await openTestHouse();
const world = fakeWorld();
const set = await stage(house.temporalAddress, world);
const save = async (name: string, handle: Awaited<ReturnType<typeof set.start>>) => {
  await handle.result().catch(() => undefined);
  const bytes = proto.temporal.api.history.v1.History.encode(await handle.fetchHistory()).finish();
  await writeFile(path.join(folder, `${name}.history`), bytes);
};
const opened = async () => {
  const handle = await set.start({ reminderMs: 600 });
  await until('approval opens', async () => (await handle.query(stateQuery)).pending !== null);
  return { handle, digest: (await handle.query(stateQuery)).pending!.digest };
};
const decide = (digest: string, decision: 'approve' | 'request-changes' = 'approve') =>
  ({ decision, digest, actor: PHYSICIAN, comment: 'x' }) as const;

const plain = await opened();
await plain.handle.executeUpdate(decideUpdate, { args: [decide(plain.digest)] });
await save('approved', plain.handle);

const returned = await opened();
await returned.handle.executeUpdate(decideUpdate, { args: [decide(returned.digest, 'request-changes')] });
await new Promise((resolve) => setTimeout(resolve, 1500));
const second = await returned.handle.executeUpdate(reviseUpdate, {
  args: [{ script: hand(), basedOn: 1, actor: EDITOR }],
});
await returned.handle.executeUpdate(decideUpdate, { args: [decide(second.digest)] });
await save('returned-and-reminded', returned.handle);

const voided = await opened();
world.hang.add('renderScene');
await voided.handle.executeUpdate(decideUpdate, { args: [decide(voided.digest)] });
await until('rendering', () => world.calls.some((call) => call.startsWith('renderScene')));
const third = await voided.handle.executeUpdate(reviseUpdate, {
  args: [{ script: hand(), basedOn: 1, actor: EDITOR }],
});
world.hang.clear();
await voided.handle.executeUpdate(decideUpdate, { args: [decide(third.digest)] });
await save('revised-while-rendering', voided.handle);

const cancelled = await opened();
await cancelled.handle.cancel();
await save('cancelled', cancelled.handle);

await set.close();
await house.stop();
process.exit(0);
