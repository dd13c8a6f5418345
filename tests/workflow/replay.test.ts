import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import proto from '@temporalio/proto';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';

const HISTORIES = path.join(import.meta.dirname, 'histories');
const files = readdirSync(HISTORIES).filter((name) => name.endsWith('.history'));

const readHistory = (name: string) =>
  proto.temporal.api.history.v1.History.decode(readFileSync(path.join(HISTORIES, name)));

/** A production that runs while the studio is updated must go on under the new code: kept histories replay without a difference. */
describe('kept workflow histories replay', () => {
  let workflowBundle: { code: string };
  beforeAll(async () => {
    workflowBundle = await bundleWorkflowCode({
      workflowsPath: new URL('../../workflows/all.ts', import.meta.url).pathname,
    });
  }, 60_000);

  it('has histories of everything people may do', () => {
    expect(files.sort()).toEqual([
      'approved.history',
      'cancelled.history',
      'fanned-out-revised.history',
      'fanned-out.history',
      'film-returned.history',
      'findings-corrected.history',
      'paused-while-rendering.history',
      'returned-and-reminded.history',
      'revised-while-rendering.history',
    ]);
  });

  it.each(files)('%s', async (name) => {
    await Worker.runReplayHistory({ workflowBundle }, readHistory(name), `replay-${name}`);
  });

  it('notices a history that another code wrote', async () => {
    const history = readHistory('approved.history');
    const first = history.events.find((event) => event.activityTaskScheduledEventAttributes);
    first!.activityTaskScheduledEventAttributes!.activityType!.name = 'somethingElse';
    await expect(Worker.runReplayHistory({ workflowBundle }, history, 'replay-changed')).rejects.toThrow(
      /[Nn]ondeterminism/,
    );
  });
});
