import type { Logger } from 'pino';
import type { z } from 'zod';
import type { BlobStore } from '#activities/store/blob-store';
import type { Intake } from '#activities/store/intake';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { ProductionRequest } from '#domain/production';
import type { Stage } from '#domain/progress';
import { Language } from '#domain/script';
import type { Database } from '#prisma/records/database';
import type { StepRunner } from './step-runner.ts';

/** What every activity stands on. */
export interface WorkerParts {
  readonly db: Database;
  readonly store: BlobStore;
  readonly intake: Intake;
  readonly steps: StepRunner;
  readonly log: Logger;
  readonly dataDir: string;
}

export const JOBS = new URL('./jobs.ts', import.meta.url).href;
/** Of a stage that one step fills. */
export const WHOLE = { from: 0, to: 1 } as const;

/** Reads an artifact that is JSON as what it should be. */
export const loader =
  (store: BlobStore) =>
  async <T>(schema: z.ZodType<T>, ref: ArtifactRef): Promise<T> =>
    schema.parse(await store.readJson(ref));

/** For quick steps that keep no result: foreign errors still lose their text before they reach history. */
export const guard =
  (steps: StepRunner) =>
  async <T>(stage: Stage, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw steps.translate(error, { stage, label: '' });
    }
  };

/** @throws StudioError LANGUAGE_UNKNOWN */
export function languageOf(request: ProductionRequest): Language {
  const language = Language.safeParse(request.language);
  if (!language.success) throw new StudioError('LANGUAGE_UNKNOWN', { language: request.language });
  return language.data;
}
