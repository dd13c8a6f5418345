import { type Client, WorkflowExecutionAlreadyStartedError, type WorkflowHandle } from '@temporalio/client';
import { asking } from '#api/temporal';
import { StudioError } from '#domain/errors';
import type { Progress } from '#domain/progress';
import type { Database } from '#prisma/records/database';
import { nextRevision, type ProductionRecord } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { readHouseRules } from '#prisma/records/settings';
import { type ProduceFilmInput, WORKFLOW_QUEUE, workflowId } from '#workflows/messages';

const HOUR_MS = 3_600_000;

/** Starts productions and finds them again in Temporal. */
export class Launcher {
  constructor(
    private readonly db: Database,
    private readonly temporal: Client,
  ) {}

  /** The workflow of the newest revision. */
  handle({ id, revision }: Pick<ProductionRecord, 'id' | 'revision'>): WorkflowHandle {
    return this.temporal.workflow.getHandle(workflowId({ productionId: id, revision }));
  }

  /** The next revision, from what is known: findings and a script. What did not change is found, not made. */
  async next(
    production: ProductionRecord,
    from: Pick<NonNullable<ProduceFilmInput['from']>, 'script' | 'version' | 'author'> &
      Partial<NonNullable<ProduceFilmInput['from']>>,
  ): Promise<void> {
    const { id, analysis, request, findings } = production;
    if (!analysis)
      throw new StudioError('INPUT_INVALID', { detail: 'no analysis to start from; order the film again' });
    const run = { productionId: id, revision: await nextRevision(this.db, id) };
    const whole = { analysis, findingsVersion: findings, basis: null, decision: null, ...from };
    await this.start({ run, request, intake: null, from: whole });
  }

  async start(order: Omit<ProduceFilmInput, 'reminderMs' | 'escalateAfter'>): Promise<void> {
    const rules = await readHouseRules(this.db);
    const input: ProduceFilmInput = {
      ...order,
      reminderMs: rules['reminder-hours'] * HOUR_MS,
      escalateAfter: rules['escalate-after'],
    };
    const queued: Omit<Progress, 'seq' | 'at'> = {
      productionId: input.run.productionId,
      status: 'queued',
      stage: input.from ? 'script' : 'images',
      stageFraction: 0,
      fraction: 0,
      note: null,
      waitsFor: 'system',
      estimateSeconds: null,
      error: null,
    };
    await appendProgress(this.db, queued);
    try {
      await asking(() =>
        this.temporal.workflow.start('produceFilm', {
          taskQueue: WORKFLOW_QUEUE,
          workflowId: workflowId(input.run),
          args: [input],
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      const code = error instanceof StudioError ? error.code : 'INTERNAL';
      const details = error instanceof StudioError ? { ...error.details } : {};
      await appendProgress(this.db, { ...queued, status: 'failed', waitsFor: 'editor', error: { code, details } });
      throw error;
    }
  }
}
