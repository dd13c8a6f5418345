import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { ComposedFilm } from '#activities/worker/compose-activities';
import { accountToken, DEMO_PHYSICIAN } from '#cli/accounts';
import type { StudioClient } from '#cli/client';
import { startStack } from '#cli/stack';
import { demoSigner } from '#cli/verbs/approve';
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
  /** Peaks of the worker and all below it, before the approval (analysis, pictures) and after it (speech, drawing, package). */
  readonly memory: Record<'before' | 'after', { readonly browserMiB: number; readonly othersMiB: number }>;
  /** Seconds each scene took, two at a time. */
  readonly sceneSeconds: readonly number[];
  /** The same film made again with a change: seconds from approval to film. */
  readonly again: readonly { readonly what: string; readonly seconds: number; readonly drawn: string }[];
  readonly dataDir: string;
  /** The film as props, for drawing it in another way. */
  readonly film: FilmProps;
  /** The finished film. */
  readonly file: string;
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
    const at = async (film: string, statuses: readonly string[]) => {
      for (;;) {
        const { status, progress } = await studio.client.read(film);
        if (statuses.includes(status)) return;
        if (['failed', 'cancelled'].includes(status)) throw new Error(JSON.stringify(progress?.error));
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    await at(id, ['waiting-approval']);
    const token = await accountToken(dataDir, studio.databaseUrl, DEMO_PHYSICIAN);
    const beforeApprovalSeconds = clock() - ordered;
    say(`before approval ${beforeApprovalSeconds.toFixed(1)} s`);
    const made = async (film: string) => {
      await at(film, ['waiting-approval']);
      const { pending } = await studio.client.approval(film);
      const approved = clock();
      await studio.client.as(token).decide(film, 'script', 'approve', pending!.digest, '');
      await at(film, ['waiting-final']);
      return clock() - approved;
    };
    const before = memory.take();
    const afterApprovalSeconds = await made(id);
    say(`after approval ${afterApprovalSeconds.toFixed(1)} s`);
    const { steps, outputs } = await studio.client.read(id);
    const digest = outputs.find(({ name }) => name === 'film.mp4')!.digest;
    const sceneSeconds = steps
      .filter((step) => step.stage === 'render')
      .map((step) => (Date.parse(step.endedAt ?? step.startedAt) - Date.parse(step.startedAt)) / 1000);
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
    const measured = { before, after: memory.take() };
    const film = await composedFilm(studio.databaseUrl, dataDir);
    const again: { what: string; seconds: number; drawn: string }[] = [];
    const note = async (what: string, film: string, seconds: number) => {
      const scenes = (await studio.client.read(film)).steps.filter((step) => step.stage === 'render');
      const drawn = scenes.filter((step) => step.outcome === 'done').length;
      again.push({ what, seconds, drawn: `${drawn} of ${scenes.length}` });
      say(`${what} ${seconds.toFixed(1)} s`);
    };
    for (const [what, wishes] of [
      ['the same in 9:16', { template: 'case-teaching/9:16' }],
      ['the same in English', { language: 'en' }],
    ] as const) {
      const other = await studio.client.create({ source: studyDir, provenance: 'simulated', ...wishes });
      await note(what, other.id, await made(other.id));
    }
    await studio.client
      .as(await accountToken(dataDir, studio.databaseUrl, await demoSigner(studio.client, id, 'film')))
      .decide(...([id, 'film', 'approve', (await studio.client.approval(id)).pendingFilm!.digest, ''] as const));
    await at(id, ['done']);
    await studio.client.rerender(id, [await longerSentence(studio.client, id)]);
    await note('one sentence changed', id, await made(id));
    return {
      stages: stageSeconds(steps),
      phantomSeconds,
      startSeconds,
      beforeApprovalSeconds,
      afterApprovalSeconds,
      filmSeconds,
      ratio: afterApprovalSeconds / filmSeconds,
      memory: measured,
      sceneSeconds,
      again,
      dataDir,
      film,
      file: path.join(dataDir, 'store', digest.slice(0, 2), digest),
      done: () => rm(dataDir, { recursive: true, force: true }),
    };
  } finally {
    memory.stop();
    await studio.stop();
  }
}

const fetchOutput = (address: string, token: string, id: string, name: string) =>
  fetch(`${address}/api/productions/${id}/outputs/${name}`, { headers: { authorization: `Bearer ${token}` } });

/** A sentence of the film with two words more. */
async function longerSentence(client: StudioClient, id: string): Promise<{ id: string; text: string }> {
  const { script } = await client.script(id);
  const sentence = script.chapters.flatMap((each) => each.sentences).find((each) => each.scene === 'compare')!;
  return { id: sentence.id, text: sentence.text.replace(/。$/, '，没有别的。') };
}

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
