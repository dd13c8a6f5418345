import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#domain/approval';
import { ProductionRequest } from '#domain/production';
import type { Progress } from '#domain/progress';
import { Script } from '#domain/script';
import { STAGES } from '#domain/stages';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import { keepAccount } from '#prisma/records/accounts';
import type { Database } from '#prisma/records/database';
import { openSession } from '#prisma/records/sessions';

const AT_ONCE = 500;
const TEMPLATE = templateRef(findTemplate('case-teaching'));
const STATUSES = [
  'done',
  'done',
  'done',
  'done',
  'done',
  'done',
  'failed',
  'running',
  'waiting-approval',
  'returned',
] as const;
const LOBES = ['右肺上叶', '右肺中叶', '右肺下叶', '左肺上叶', '左肺下叶'];
const KINDS = ['实性', '部分实性', '磨玻璃'];

/** Who asks in the benchmark: a physician, an editor and a publicity officer in one, of the seeded department. */
export const READER: Actor = {
  id: 'bench-reader',
  displayName: '测量',
  roles: ['physician', 'editor', 'publicity'],
  departments: ['house'],
  demo: false,
};

export const benchId = (n: number): string => `p${n.toString(36).padStart(11, '0')}`;

/** Fills a database with productions as a hospital has them after some years: scripts, steps, files, decisions, progress. */
export async function seedProductions(db: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => from + n);
    await db.production.createMany({ data: numbers.map(production) });
    await db.scriptVersion.createMany({ data: numbers.map((n) => script(n, 1)) });
    await db.stepRun.createMany({ data: numbers.flatMap(steps) });
    await db.output.createMany({ data: numbers.flatMap(outputs) });
    await db.approvalDecision.createMany({ data: numbers.map(decision) });
    await db.progressEvent.createMany({
      data: numbers.map((n) => ({ productionId: benchId(n), seq: 1, body: progress(n) })),
    });
  }
  await db.$executeRaw`ANALYZE`;
}

/** The cookie of a signed-in browser. */
export async function openReader(db: Database): Promise<string> {
  await keepAccount(db, READER);
  const token = randomBytes(32).toString('base64url');
  const idHash = createHash('sha256').update(token).digest('hex');
  await openSession(db, { idHash, accountId: READER.id, state: 'ok', authenticatedAt: new Date(), replaces: null });
  return `caseloom_session=${token}`;
}

const at = (n: number): Date => new Date(Date.UTC(2024, 0, 1) + n * 3_600_000);
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const statusOf = (n: number) => STATUSES[n % STATUSES.length]!;
const titleOf = (n: number): string => `${LOBES[n % 5]}${KINDS[n % 3]}结节，第 ${n} 例`;

const request = (n: number): ProductionRequest =>
  ProductionRequest.parse({
    ...{ template: TEMPLATE, language: 'zh-CN', brand: 'shili-general', speaker: 'male_doctor' },
    ...{ provenance: 'simulated', purpose: null, series: null, spacingMm: null, filmSeries: `读片十分钟 ${n % 40}` },
  });

const progress = (n: number): Progress => ({
  ...{ productionId: benchId(n), seq: 1, status: statusOf(n), stage: 'render', stageFraction: 0.5, fraction: 0.6 },
  ...{ note: null, waitsFor: 'system', estimateSeconds: 40, error: null, at: at(n).toISOString() },
});

const production = (n: number) => ({
  ...{ id: benchId(n), request: request(n), status: statusOf(n), progress: progress(n), title: titleOf(n) },
  ...{ caseCode: `CL-${digest(String(n)).slice(0, 4).toUpperCase()}`, departmentId: n % 10 === 9 ? 'other' : 'house' },
  ...{ createdBy: READER.id, createdAt: at(n), updatedAt: at(n) },
});

function script(n: number, version: number) {
  const sentence = (chapter: string, k: number) => ({
    ...{
      id: `${chapter}-${k}`,
      scene: 'case',
      cue: null,
      speaker: 'doctor',
      findingIds: k % 2 ? ['F1'] : [],
      claims: [],
    },
    ...{ emphasis: [], pauseAfterMs: 0, references: [] },
    text: `${LOBES[(n + k) % 5]}见一枚${KINDS[(n + k) % 3]}结节，平均直径 ${((n * 7 + k) % 300) / 10} mm，边缘清楚，第 ${n} 例第 ${k} 句。`,
  });
  const chapters = ['case', 'look', 'lesion', 'assessment', 'advice'].map((id) => ({
    ...{ id, title: '一章', shortTitle: '一章' },
    sentences: Array.from({ length: 6 }, (_, k) => sentence(id, k)),
  }));
  const body = Script.parse({
    ...{ version, language: 'zh-CN', author: READER.id, title: titleOf(n), question: '怎么办？', chapters },
    ...{ references: [], kept: [] },
  });
  const each = digest(`${n}`);
  const subject = {
    script: each,
    findings: each,
    template: 'case-teaching@2',
    brand: 'shili-general',
    voice: 'v',
    labels: [],
  };
  return { productionId: benchId(n), version, author: READER.id, script: body, digest: each, subject };
}

const steps = (n: number) =>
  STAGES.slice(0, 8).flatMap((stage) =>
    [1, 2].map((part) => ({
      ...{
        productionId: benchId(n),
        revision: 1,
        stage,
        label: `${stage}-${part}`,
        key: digest(`${n}${stage}${part}`),
      },
      ...{ outcome: part === 1 ? 'done' : 'reused', attempt: 1, startedAt: at(n), endedAt: at(n) },
    })),
  );

const outputs = (n: number) =>
  ['film.mp4', 'poster.jpg', 'captions.vtt', 'manifest.json'].map((name) => ({
    ...{ productionId: benchId(n), revision: 1, name },
    artifact: { digest: digest(`${n}${name}`), mediaType: 'application/octet-stream', bytes: 1000, role: 'film' },
  }));

const decision = (n: number) => ({
  ...{ productionId: benchId(n), version: 1, digest: digest(`${n}`), decision: 'approve', actorId: READER.id },
  ...{ comment: '', at: at(n) },
});
