import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Step } from '#activities/step';
import type { BlobStore } from '#activities/store/blob-store';
import { stepKey } from '#activities/store/step-key';
import { ArtifactRef } from '#domain/artifact';
import { errorText, isErrorCode, StudioError } from '#domain/errors';
import { type Progress, type Stage, wholeFraction } from '#domain/progress';
import type { Database } from '#prisma/records/database';
import { appendStepProgress } from '#prisma/records/progress';
import { beginStepRun, endStepRun, findStepResult, keepStepResult } from '#prisma/records/steps';
import type { RunRef } from '#workflows/messages';

export interface StepSpec {
  readonly run: RunRef;
  readonly stage: Stage;
  /** What the step is of, for people: a sentence id, a scene id; '' for the whole stage. */
  readonly label: string;
  /** Version of the code that makes the result. */
  readonly version: string;
  /** Everything the result depends on, as JSON. */
  readonly input: unknown;
  /** The part of the stage this step fills; null for work done on the side, which people are not shown. */
  readonly share: { readonly from: number; readonly to: number } | null;
}

/**
 * Runs a step once: an earlier result under the same inputs and code is taken instead; otherwise the work runs with heartbeats, progress for
 * people and cancellation, and its result is kept before the step counts as done.
 */
export class StepRunner {
  readonly #stageStart = new Map<string, { at: number; fraction: number }>();

  constructor(
    private readonly db: Database,
    private readonly store: BlobStore,
    private readonly log: Logger,
  ) {}

  async run<T>(spec: StepSpec, output: z.ZodType<T>, work: (step: Step) => Promise<T>): Promise<T> {
    const context = Context.current();
    const heart = setInterval(() => context.heartbeat(), 1000);
    const reporter = this.#reporter(spec);
    try {
      const key = stepKey(spec);
      const start = { ...spec.run, stage: spec.stage, label: spec.label, key, attempt: context.info.attempt };
      const kept = output.safeParse(await findStepResult(this.db, key));
      if (kept.success && (await this.#allHere(kept.data))) {
        await beginStepRun(this.db, start, 'reused');
        reporter.progress(1, `reused ${spec.label}`.trim());
        return kept.data;
      }
      const id = await beginStepRun(this.db, start, 'running');
      try {
        reporter.progress(0);
        const result = output.parse(await work({ signal: context.cancellationSignal, progress: reporter.progress }));
        context.cancellationSignal.throwIfAborted();
        await keepStepResult(this.db, { key, stage: spec.stage, version: spec.version }, result);
        await endStepRun(this.db, id, 'done');
        reporter.progress(1);
        return result;
      } catch (error) {
        await endStepRun(this.db, id, context.cancellationSignal.aborted ? 'cancelled' : 'failed').catch(
          () => undefined,
        );
        throw error;
      }
    } catch (error) {
      throw this.translate(error, spec);
    } finally {
      clearInterval(heart);
      await reporter.settled();
    }
  }

  /** A failure as it may cross into workflow history: a code, its details, and never the text of a foreign error (it may hold a path or a name). */
  translate(error: unknown, where: { stage: string; label: string }): Error {
    const context = Context.current();
    if (context.cancellationSignal.aborted) return new CancelledFailure('cancelled');
    if (error instanceof StudioError && isErrorCode(error.code)) {
      this.log.warn({ code: error.code, stage: where.stage, label: where.label }, 'step refused');
      return ApplicationFailure.create({
        type: error.code,
        message: errorText(error.code, error.details, 'en'),
        nonRetryable: !error.retryable,
        details: [error.details],
      });
    }
    const reference = randomUUID().slice(0, 8);
    const raw = error as NodeJS.ErrnoException;
    const frames = (raw?.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12);
    this.log.error(
      { reference, stage: where.stage, label: where.label, name: raw?.name, errno: raw?.code, frames },
      'step failed',
    );
    if (raw?.code === 'ENOSPC')
      return ApplicationFailure.create({ type: 'DISK_FULL', message: 'disk full', details: [{}] });
    return ApplicationFailure.create({
      type: 'INTERNAL',
      message: `internal error ${reference}`,
      // A fault of ours seldom goes away: two more tries, then a person should know.
      nonRetryable: context.info.attempt >= 3,
      details: [{ reference }],
    });
  }

  #reporter(spec: StepSpec) {
    let last = { at: 0, fraction: -1 };
    let writing: Promise<unknown> = Promise.resolve();
    const progress = (fraction: number, note?: string): void => {
      const now = Date.now();
      if (!spec.share) return;
      const due = fraction >= 1 || last.fraction < 0 || now - last.at > 700;
      if (!due || fraction < last.fraction) return;
      last = { at: now, fraction };
      const stageFraction = Math.min(1, spec.share.from + (spec.share.to - spec.share.from) * fraction);
      const event = this.#event(spec, stageFraction, note ?? null);
      // A lost progress line is no reason to lose the work.
      writing = writing.then(() => appendStepProgress(this.db, event)).catch(() => undefined);
    };
    return { progress, settled: () => writing };
  }

  #event(spec: StepSpec, stageFraction: number, note: string | null): Omit<Progress, 'seq' | 'at'> {
    const { productionId, revision } = spec.run;
    const name = `${productionId}/${revision}/${spec.stage}`;
    const start = this.#stageStart.get(name) ?? { at: Date.now(), fraction: stageFraction };
    this.#stageStart.set(name, start);
    const gained = stageFraction - start.fraction;
    const estimate = gained > 0.05 ? ((Date.now() - start.at) / 1000 / gained) * (1 - stageFraction) : null;
    return {
      productionId,
      status: 'running',
      stage: spec.stage,
      stageFraction,
      fraction: wholeFraction(spec.stage, stageFraction),
      note,
      waitsFor: 'system',
      estimateSeconds: estimate === null ? null : Math.round(estimate),
      error: null,
    };
  }

  /** A kept result counts only while all the bytes it names are in the store. */
  async #allHere(value: unknown): Promise<boolean> {
    const ref = ArtifactRef.safeParse(value);
    if (ref.success) return this.store.has(ref.data);
    if (value === null || typeof value !== 'object') return true;
    for (const member of Object.values(value)) if (!(await this.#allHere(member))) return false;
    return true;
  }
}
