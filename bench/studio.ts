/**
 * `npm run studio -- bench studio`: the studio under load, as real processes on a throw-away data folder with an idle worker beside: 10,000 productions,
 * 50 users at once, 200 windows that watch progress, and what a browser loads for the first page (not with `--no-pages`). Writes its part of
 * docs/benchmarks.md.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { type OwnStudio, startStack } from '#cli/stack';
import { type Database, openDatabase } from '#prisma/records/database';
import { appendProgress } from '#prisma/records/progress';
import { keepSection } from './report.ts';
import { benchId, openReader, seedProductions } from './studio-seed.ts';

const PRODUCTIONS = 10_000;
const USERS = 50;
const WINDOWS = 200;
const SECONDS = 15;

const say = (line: string): void => console.log(line);
const ms = (value: number): string => `${Math.round(value)} ms`;

interface Load {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failed: number;
}

/** 50 users who each ask again as soon as they are answered. */
async function load(name: string, address: string, cookie: string, paths: readonly string[]): Promise<Load> {
  const result = await autocannon({
    url: address,
    connections: USERS,
    duration: SECONDS,
    headers: { cookie },
    requests: paths.map((each) => ({ method: 'GET', path: each })),
  });
  // autocannon has 97.5 % and no 95 %: the stricter of the two neighbours is said.
  const { p50, p97_5, p99 } = result.latency;
  const measured = {
    name,
    perSecond: result.requests.average,
    p50,
    p95: p97_5,
    p99,
    failed: result.non2xx + result.errors,
  };
  say(`${name}: ${measured.perSecond.toFixed(0)}/s, ${ms(p50)} ${ms(p97_5)} ${ms(p99)}, ${measured.failed} failed`);
  return measured;
}

/** 200 windows on 20 films: how long from an event in the database to all who watch it. */
async function watch(db: Database, address: string, cookie: string): Promise<{ worstMs: number; missed: number }> {
  const leave = new AbortController();
  const seen = Array.from({ length: WINDOWS }, () => 0);
  const open = Array.from({ length: WINDOWS }, async (_, window) => {
    const url = `${address}/api/productions/${benchId((window % 20) * 10)}/events`;
    const response = await fetch(url, { headers: { cookie, 'last-event-id': '1' }, signal: leave.signal });
    void (async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()))
        seen[window]! += chunk.match(/event: progress/g)?.length ?? 0;
    })().catch(() => undefined);
  });
  await Promise.all(open);
  let worstMs = 0;
  for (let round = 1; round <= 5; round += 1) {
    const start = performance.now();
    for (let film = 0; film < 20; film += 1) await appendProgress(db, running(benchId(film * 10), round / 10));
    while (seen.some((count) => count < round) && performance.now() - start < 20_000)
      await new Promise((resolve) => setTimeout(resolve, 5));
    worstMs = Math.max(worstMs, performance.now() - start);
  }
  const missed = seen.filter((count) => count !== 5).length;
  leave.abort();
  return { worstMs, missed };
}

const running = (productionId: string, fraction: number) => ({
  ...{ productionId, status: 'running' as const, stage: 'render' as const, stageFraction: fraction, fraction },
  ...{ note: null, waitsFor: 'system' as const, estimateSeconds: null, error: null },
});

/** Every script a browser of today loads for the first page, compressed as a server would. */
async function firstLoad(studio: OwnStudio, cookie: string): Promise<{ scripts: number; kB: number } | null> {
  if (!studio.web) return null;
  say('the pages ...');
  if (!(await studio.pagesUp)) return null;
  const html = await (await fetch(`${studio.address}/`, { headers: { cookie } })).text();
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const names = new Set(tags.map((match) => match[1]!));
  let bytes = 0;
  for (const name of names) {
    const response = await fetch(new URL(name, studio.address));
    bytes += gzipSync(Buffer.from(await response.arrayBuffer())).length;
  }
  return { scripts: names.size, kB: bytes / 1000 };
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'caseloom-bench-'));
const studio = await startStack({ dataDir, port: null, pages: !process.argv.includes('--no-pages'), say });
const db = openDatabase(studio.databaseUrl);
try {
  const cookie = await openReader(db);
  const first = await firstLoad(studio, cookie);
  say(`${PRODUCTIONS} productions ...`);
  const seeding = performance.now();
  await seedProductions(db, PRODUCTIONS);
  say(`seeded in ${((performance.now() - seeding) / 1000).toFixed(0)} s`);
  const { address } = studio;
  // Every tenth belongs to another department.
  const some = Array.from({ length: 200 }, (_, n) => benchId(n * 40 + (n % 8)));
  const words = ['部分实性', '右肺上叶', '直径 8.2', 'CL-7', '第 4242 例'].map(
    (word) => `/api/search?q=${encodeURIComponent(word)}`,
  );
  await load('warming up', address, cookie, ['/api/productions?limit=30', `/api/productions/${some[0]}`]);
  const loads = [
    await load('list, 30 rows', address, cookie, ['/api/productions?limit=30']),
    await load(
      'one production',
      address,
      cookie,
      some.map((id) => `/api/productions/${id}`),
    ),
    await load('first page (desk)', address, cookie, ['/api/desk']),
    await load('search', address, cookie, words),
  ];
  const windows = await watch(db, address, cookie);
  const text = report(loads, windows, first);
  if (first) await keepSection('The studio under load', text);
  say(text);
} finally {
  await db.$disconnect();
  await studio.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

function report(
  loads: readonly Load[],
  windows: { worstMs: number; missed: number },
  first: { scripts: number; kB: number } | null,
): string {
  return [
    `Written by \`npm run studio -- bench studio\`: ${PRODUCTIONS.toLocaleString('en')} productions, ${USERS} users who ask again as soon as they are answered, API, pages, database, workflow service, an idle worker and the asking program itself on the same cores. One run, the numbers as seen.`,
    '',
    '| asked for | answers a second | half within | 97.5 % within | 99 % within | refused |',
    '|---|---|---|---|---|---|',
    ...loads.map(
      (each) =>
        `| ${each.name} | ${each.perSecond.toFixed(0)} | ${ms(each.p50)} | ${ms(each.p95)} | ${ms(each.p99)} | ${each.failed} |`,
    ),
    '',
    `- ${WINDOWS} windows that watch 20 films: an event reaches all of them within ${ms(windows.worstMs)} (20 events written one after the other, worst of five rounds); ${windows.missed} windows missed one.`,
    ...(first ? [`- First page: ${first.scripts} scripts, ${first.kB.toFixed(0)} kB compressed.`] : []),
  ].join('\n');
}
