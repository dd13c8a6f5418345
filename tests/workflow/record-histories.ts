/**
 * Records workflow histories for the replay test. Run after a change of `workflows/` that is meant to break running productions, and give the
 * queues in `workflows/messages.ts` their next number then:
 *   npx tsx tests/workflow/record-histories.ts
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import proto from '@temporalio/proto';
import { hand } from '#tests/fixtures/script';
import { openTestHouse } from '#tests/house/stack';
import { correctUpdate, decideUpdate, pauseUpdate, resumeUpdate, reviseUpdate, stateQuery } from '#workflows/messages';
import { EDITOR, fakeWorld, PHYSICIAN, PUBLICITY, ref } from './fake-activities.ts';
import { stage, until } from './run-workflow.ts';

const folder = path.join(import.meta.dirname, 'histories');
await mkdir(folder, { recursive: true });
const house = await openTestHouse();
const world = fakeWorld();
const set = await stage(house.temporalAddress, world);
type Handle = Awaited<ReturnType<typeof set.start>>;

const save = async (name: string, handle: Handle) => {
  await handle.result().catch(() => undefined);
  const bytes = proto.temporal.api.history.v1.History.encode(await handle.fetchHistory()).finish();
  await writeFile(path.join(folder, `${name}.history`), bytes);
};
const opened = async () => {
  const handle = await set.start({ reminderMs: 600 });
  await until('approval opens', async () => (await handle.query(stateQuery)).pending !== null);
  return { handle, digest: (await handle.query(stateQuery)).pending!.digest };
};
const script = (handle: Handle, digest: string, decision: 'approve' | 'request-changes' = 'approve') =>
  handle.executeUpdate(decideUpdate, {
    args: [{ gate: 'script', decision, digest, actor: PHYSICIAN, comment: 'x', onBehalfOf: null, ownWork: false }],
  });
const film = async (handle: Handle, decision: 'approve' | 'request-changes' = 'approve') => {
  await until('the film waits', async () => (await handle.query(stateQuery)).pendingFilm !== null);
  const { digest } = (await handle.query(stateQuery)).pendingFilm!;
  await handle.executeUpdate(decideUpdate, {
    args: [{ gate: 'film', decision, digest, actor: PUBLICITY, comment: 'x', onBehalfOf: null, ownWork: false }],
  });
};
const revised = (handle: Handle) =>
  handle.executeUpdate(reviseUpdate, { args: [{ script: hand(), basedOn: 1, actor: EDITOR }] });

const plain = await opened();
await script(plain.handle, plain.digest);
await film(plain.handle);
await save('approved', plain.handle);

const returned = await opened();
await script(returned.handle, returned.digest, 'request-changes');
await new Promise((resolve) => setTimeout(resolve, 1500));
await script(returned.handle, (await revised(returned.handle)).digest);
await film(returned.handle);
await save('returned-and-reminded', returned.handle);

const voided = await opened();
world.hang.add('renderScene');
await script(voided.handle, voided.digest);
await until('rendering', () => world.calls.some((call) => call.startsWith('renderScene')));
const third = await revised(voided.handle);
world.hang.clear();
await script(voided.handle, third.digest);
await film(voided.handle);
await save('revised-while-rendering', voided.handle);

const again = await opened();
await script(again.handle, again.digest);
await film(again.handle, 'request-changes');
await until('an editor is waited for', () => world.reports.at(-1)?.status === 'returned');
await script(again.handle, (await revised(again.handle)).digest);
await film(again.handle);
await save('film-returned', again.handle);

const corrected = await opened();
await script(corrected.handle, corrected.digest);
await until('the film waits', async () => (await corrected.handle.query(stateQuery)).pendingFilm !== null);
const anew = await corrected.handle.executeUpdate(correctUpdate, {
  args: [{ analysis: ref('corrected'), findingsVersion: 2, actor: PHYSICIAN }],
});
await script(corrected.handle, anew.digest);
await film(corrected.handle);
await save('findings-corrected', corrected.handle);

const held = await opened();
world.calls.length = 0;
world.hang.add('renderScene');
await script(held.handle, held.digest);
await until('rendering', () => world.calls.some((call) => call.startsWith('renderScene')));
await held.handle.executeUpdate(pauseUpdate, { args: [EDITOR] });
await until('it is held', () => world.reports.some((report) => report.status === 'paused'));
world.hang.clear();
await held.handle.executeUpdate(resumeUpdate, { args: [EDITOR] });
await film(held.handle);
await save('paused-while-rendering', held.handle);

const cancelled = await opened();
await cancelled.handle.cancel();
await save('cancelled', cancelled.handle);

await set.close();
await house.stop();
process.exit(0);
