import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { ComposedFilm } from '#activities/worker/compose-activities';
import { accountToken, DEMO_PHYSICIAN } from '#cli/accounts';
import { startStack } from '#cli/stack';
import { FilmProps } from '#domain/film/film';
import { openDatabase } from '#prisma/records/database';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';
import { MemoryWatch } from './memory.ts';

export interface DemoFigures {
  /** Wall seconds of each stage, from its first step's start to its last step's end. */
  readonly stages: Readonly<Record<string, number>>;
  readonly phantomSeconds: number;
  readonly startSeconds: number;
  readonly beforeApprovalSeconds: number;
  readonly afterApprovalSeconds: number;
  readonly filmSeconds: number;
  /** After approval / film length. */
  readonly ratio: number;
  readonly memory: { readonly browserMiB: number; readonly othersMiB: number };
  readonly dataDir: string;
  /** The film as props, for drawing it in another way. */
  readonly film: FilmProps;
}

/** Makes the demo's film on an empty data folder through the whole studio and measures it. The folder stays until `done` is called. */
export async function measureDemo(say: (line: string) => void): Promise<DemoFigures & { done(): Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-bench-'));
  const clock = () => performance.now() / 1000;
  const begun = clock();
  const { studyDir } = await ensurePhantom(path.join(dataDir, 'phantoms'), {}, quietStep);
  const phantomSeconds = clock() - begun;
  say(`phantom ${phantomSeconds.toFixed(1)} s`);
  const starting = clock();
  const studio = await startStack({ dataDir, port: null, say });
  const startSeconds = clock() - starting;
  const memory = new MemoryWatch(() => studio.pid('worker'));
  try {
    const ordered = clock();
    const { id } = await studio.client.create({ source: studyDir, provenance: 'simulated' });
    const at = async (statuses: readonly string[]) => {
      for (;;) {
        const { status, progress } = await studio.client.read(id);
        if (statuses.includes(status)) return;
        if (['failed', 'cancelled'].includes(status)) throw new Error(JSON.stringify(progress?.error));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    await at(['waiting-approval']);
    const { pending } = await studio.client.approval(id);
    const token = await accountToken(dataDir, studio.databaseUrl, DEMO_PHYSICIAN);
    const beforeApprovalSeconds = clock() - ordered;
    say(`before approval ${beforeApprovalSeconds.toFixed(1)} s`);
    const approved = clock();
    await studio.client.as(token).decide(id, 'script', 'approve', pending!.digest, '');
    await at(['waiting-final']);
    const afterApprovalSeconds = clock() - approved;
    say(`after approval ${afterApprovalSeconds.toFixed(1)} s`);
    const { steps } = await studio.client.read(id);
    const manifest = (await (
      await fetchOutput(
        studio.address,
        await accountToken(dataDir, studio.databaseUrl, DEMO_PHYSICIAN),
        id,
        'manifest.json',
      )
    ).json()) as {
      film: { fps: number; durationInFrames: number };
    };
    const filmSeconds = manifest.film.durationInFrames / manifest.film.fps;
    return {
      stages: stageSeconds(steps),
      phantomSeconds,
      startSeconds,
      beforeApprovalSeconds,
      afterApprovalSeconds,
      filmSeconds,
      ratio: afterApprovalSeconds / filmSeconds,
      memory: memory.stop(),
      dataDir,
      film: await composedFilm(studio.databaseUrl, dataDir),
      done: () => rm(dataDir, { recursive: true, force: true }),
    };
  } finally {
    memory.stop();
    await studio.stop();
  }
}

const fetchOutput = (address: string, token: string, id: string, name: string) =>
  fetch(`${address}/api/productions/${id}/outputs/${name}`, { headers: { authorization: `Bearer ${token}` } });

/** The one film this data folder has composed. */
async function composedFilm(databaseUrl: string, dataDir: string): Promise<FilmProps> {
  const db = openDatabase(databaseUrl);
  const rows = await db.stepResult.findMany({ where: { stage: 'timeline' } }).finally(() => db.$disconnect());
  const composed = rows.map((row) => ComposedFilm.safeParse(row.output)).find((parsed) => parsed.success);
  if (!composed?.success) throw new Error('no composed film');
  return FilmProps.parse(await new BlobStore(path.join(dataDir, 'store')).readJson(composed.data.film));
}

function stageSeconds(
  steps: ReadonlyArray<{ stage: string; label: string; startedAt: string; endedAt: string | null }>,
): Record<string, number> {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { stage: knot, label, startedAt, endedAt } of steps) {
    // Pictures are made on the side, while people read the script.
    const stage = label === 'pictures' ? label : knot;
    const [from, to] = [Date.parse(startedAt), Date.parse(endedAt ?? startedAt)];
    const span = spans.get(stage) ?? { from, to };
    spans.set(stage, { from: Math.min(span.from, from), to: Math.max(span.to, to) });
  }
  return Object.fromEntries([...spans].map(([stage, { from, to }]) => [stage, (to - from) / 1000]));
}
