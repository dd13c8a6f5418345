import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quietStep } from '#activities/step';
import { accountToken } from '#cli/accounts';
import { type OwnStudio, startStack } from '#cli/stack';
import { demoSigner } from '#cli/verbs/approve';
import type { Gate } from '#domain/approval';
import type { Progress } from '#domain/progress';
import { Manifest } from '#domain/release';
import { openDatabase } from '#prisma/records/database';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';

export interface TestStudio extends OwnStudio {
  readonly dataDir: string;
  /** Orders a film from a folder; everything else as in the demo. */
  order(source: string, wishes?: Record<string, unknown>): Promise<string>;
  /** Waits for a moment of a production; fails when it ends otherwise or takes too long. */
  moment(id: string, what: string, is: (progress: Progress) => boolean, ms?: number): Promise<Progress>;
  /** The made-up physician signs the script that waits. */
  approve(id: string): Promise<void>;
  /** Made-up publicity releases the film that waits. */
  release(id: string): Promise<void>;
  close(): Promise<void>;
}

const ENDED = ['done', 'failed', 'cancelled'];

/** The whole studio as real processes on a throw-away data folder. */
export async function openStudio(): Promise<TestStudio> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-whole-'));
  const studio = await startStack({ dataDir, port: null, say: () => {} });
  const moment: TestStudio['moment'] = async (id, what, is, ms = 300_000) => {
    const end = Date.now() + ms;
    for (;;) {
      // The API itself may be away while parts are being killed.
      const progress = await studio.client.read(id).then(
        (production) => production.progress,
        () => null,
      );
      if (progress && is(progress)) return progress;
      if (progress && ENDED.includes(progress.status))
        throw new Error(`${what}: production is ${progress.status} ${JSON.stringify(progress.error)}`);
      if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms, ${JSON.stringify(progress)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const sign = async (id: string, gate: Gate, status: Progress['status'], ms: number) => {
    await moment(id, `${gate} gate opens`, (progress) => progress.status === status, ms);
    const { pending, pendingFilm } = await studio.client.approval(id);
    const { digest } = (gate === 'film' ? pendingFilm : pending)!;
    const token = await accountToken(dataDir, studio.databaseUrl, await demoSigner(studio.client, id, gate));
    await studio.client.as(token).decide(id, gate, 'approve', digest, '');
  };
  return {
    ...studio,
    dataDir,
    moment,
    order: async (source, wishes = {}) =>
      (await studio.client.create({ source, provenance: 'simulated', ...wishes })).id,
    approve: (id) => sign(id, 'script', 'waiting-approval', 300_000),
    release: (id) => sign(id, 'film', 'waiting-final', 900_000),
    close: async () => {
      await studio.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The demo's phantom, kept between test runs by content. */
export async function phantomFolder(): Promise<string> {
  const cache = path.join(
    process.env.XDG_CACHE_HOME ?? path.join(process.env.HOME ?? tmpdir(), '.cache'),
    'caseloom',
    'phantoms',
  );
  return (await ensurePhantom(cache, {}, quietStep)).studyDir;
}

/** Made-up identifiers planted in header, file names and folder name. */
export const PLANTED = { name: 'ZHANG^WEIMING', chinese: '张伟明', id: 'MRN-4471-903', birth: '19680402' } as const;

/** The phantom under the name of a made-up patient: same pixels, other header bytes, other file and folder names. */
export async function plantedCopy(source: string, into: string): Promise<string> {
  const folder = path.join(into, `${PLANTED.chinese} ${PLANTED.birth} ${PLANTED.id}`);
  await mkdir(folder, { recursive: true });
  for (const [index, name] of (await readdir(source)).sort().entries()) {
    const bytes = await readFile(path.join(source, name));
    // Same length, so every offset in the file stays true.
    for (let at = bytes.indexOf('PHANTOM^CHEST'); at >= 0; at = bytes.indexOf('PHANTOM^CHEST', at + 1))
      bytes.write(PLANTED.name, at, 'latin1');
    await writeFile(path.join(folder, `${PLANTED.name} ${PLANTED.birth} ${index}.dcm`), bytes);
  }
  return folder;
}

/** How often each step of a production ended as done, by stage and label. */
export async function stepCounts(
  studio: TestStudio,
  productionId: string,
  revision = 1,
): Promise<Map<string, { done: number; reused: number }>> {
  const db = openDatabase(studio.databaseUrl);
  const rows = await db.stepRun.findMany({ where: { productionId, revision } }).finally(() => db.$disconnect());
  const counts = new Map<string, { done: number; reused: number }>();
  for (const { stage, label, outcome } of rows) {
    const name = label ? `${stage}:${label}` : stage;
    const count = counts.get(name) ?? { done: 0, reused: 0 };
    if (outcome === 'done' || outcome === 'reused') count[outcome] += 1;
    counts.set(name, count);
  }
  return counts;
}

/** Processes that draw, encode or speak for a studio: they inherit its data folder in their environment. */
export function toolProcesses(dataDir: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, args: readProc(pid, 'cmdline').replaceAll('\0', ' '), env: readProc(pid, 'environ') }))
    .filter(({ args, env }) => /chrom|ffmpeg|espeak/.test(args) && env.includes(`CASELOOM_DATA=${dataDir}`))
    .map(({ pid, args }) => `${pid} ${args.slice(0, 120)}`);
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

/** The record of a finished film without what tells of one making only. */
export async function recordOf(studio: TestStudio, id: string): Promise<Omit<Manifest, 'run'>> {
  const digest = await digestOfOutput(studio, id, 'manifest.json');
  const file = path.join(studio.dataDir, 'store', digest!.slice(0, 2), digest!);
  const { run: _run, approval, ...rest } = Manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  return { ...rest, approval: { ...approval, at: '' } };
}

export async function digestOfOutput(studio: TestStudio, id: string, name: string): Promise<string | undefined> {
  return (await studio.client.read(id)).outputs.find((output) => output.name === name)?.digest;
}
