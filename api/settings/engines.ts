import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { chooseNoduleModel, loadModel, MODELS_DIR } from '#activities/analysis/registry';
import { espeakEngine } from '#activities/speech/espeak';
import type { BlobStore } from '#activities/store/blob-store';
import { EngineUse } from '#domain/analysis';
import { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { EnginesAnswer } from '#domain/house-report';
import { SpeakerId } from '#domain/speech';
import type { Database } from '#prisma/records/database';

const LANGUAGES = ['zh-CN', 'en'] as const;
const SPEAKERS = SpeakerId.options;

/** The models and voices of this machine, as they are found and checked now. */
export async function foundEngines(db: Database, store: BlobStore): Promise<EnginesAnswer> {
  const [models, lastRun, speech] = await Promise.all([foundModels(), latestRun(db, store), foundSpeech()]);
  return { models, lastRun, speech };
}

async function foundModels(): Promise<EnginesAnswer['models']> {
  const entries = await readdir(MODELS_DIR, { withFileTypes: true }).catch(() => []);
  const chosen = await chooseNoduleModel().then(
    ({ manifest }) => manifest.id,
    () => null,
  );
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(folders.map((name) => foundModel(name, chosen)));
}

async function foundModel(name: string, chosen: string | null): Promise<EnginesAnswer['models'][number]> {
  try {
    const { manifest } = await loadModel(path.join(MODELS_DIR, name));
    const { id, version, tier, intendedUse, limits } = manifest;
    return { id, version, tier, intendedUse, limits, chosen: id === chosen, problem: null };
  } catch (error) {
    return { ...NOTHING_KNOWN, id: name, problem: reasonOf(error) };
  }
}

const NOTHING_KNOWN = { version: null, tier: null, intendedUse: null, limits: [], chosen: false };
const reasonOf = (error: unknown): string =>
  error instanceof StudioError ? String(error.details.why ?? error.details.tool ?? error.code) : 'INTERNAL';

/** Whether a card was really used is known only from what ran. */
async function latestRun(db: Database, store: BlobStore): Promise<EnginesAnswer['lastRun']> {
  const [row] = await db.$queryRaw<Array<{ analysis: unknown }>>`
    SELECT "analysis" FROM "Production" WHERE "analysis" IS NOT NULL ORDER BY "createdAt" DESC LIMIT 1`;
  const ref = ArtifactRef.safeParse(row?.analysis);
  if (!ref.success) return null;
  const analysis = (await store.readJson(ref.data).catch(() => null)) as { engines?: unknown[] } | null;
  const use = EngineUse.safeParse(analysis?.engines?.[0]);
  return use.success ? { model: use.data.model, provider: use.data.provider, fallback: use.data.fallback } : null;
}

async function foundSpeech(): Promise<EnginesAnswer['speech']> {
  const { id, tier } = espeakEngine;
  const voices = LANGUAGES.flatMap((language) =>
    SPEAKERS.map((speaker) => ({ language, speaker, voice: espeakEngine.voices(language)[speaker] })),
  );
  const found = { id, tier, voices };
  return [
    await espeakEngine.version(AbortSignal.timeout(5_000)).then(
      (version) => ({ ...found, version, problem: null }),
      (error: unknown) => ({ ...found, version: null, problem: reasonOf(error) }),
    ),
  ];
}
