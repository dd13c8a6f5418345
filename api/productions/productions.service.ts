import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { Intake } from '#activities/store/intake';
import { asking } from '#api/temporal';
import type { UploadClaims } from '#api/uploads/claim';
import type { Actor, Decision, PendingApproval } from '#domain/approval';
import { findBrand } from '#domain/brands';
import type { ProductionFilter } from '#domain/desk';
import { editSentences } from '#domain/edit-script';
import { StudioError } from '#domain/errors';
import { ProductionId, ProductionRequest } from '#domain/production';
import { ProductionStatus, type Progress } from '#domain/progress';
import { Language, type Script } from '#domain/script';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import type { Database } from '#prisma/records/database';
import {
  createProduction,
  findProduction,
  listOutputs,
  listProductions,
  nextEpisode,
  nextRevision,
  type ProductionRecord,
} from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { findScript, type ScriptRecord } from '#prisma/records/scripts';
import { listStepRuns } from '#prisma/records/steps';
import {
  decideUpdate,
  type ProduceFilmInput,
  type ProductionState,
  type RevisionInput,
  type RunRef,
  reviseUpdate,
  stateQuery,
  WORKFLOW_QUEUE,
  workflowId,
} from '#workflows/messages';
import type { CreateBody, DecisionBody, RerenderBody, ReviseBody } from './bodies.ts';

const REMINDER_MS = 24 * 3600 * 1000;
const RUNNING = new Set(['queued', 'running', 'waiting-approval', 'waiting-final', 'returned', 'paused']);

/** Orders films and carries people's decisions to their workflows. */
export class ProductionsService {
  constructor(
    private readonly db: Database,
    private readonly temporal: Client,
    private readonly dataDir: string,
    private readonly uploads: UploadClaims,
  ) {}

  /** @throws StudioError for unknown template, brand or language before anything is started */
  async create(body: CreateBody, actor: Actor): Promise<ProductionRecord> {
    const { source, upload, confirmedNoIdentity, department: _, ...wanted } = body;
    if ((source === undefined) === (upload === undefined))
      throw new StudioError('INPUT_INVALID', { detail: 'give either upload or source' });
    const language = Language.safeParse(wanted.language);
    if (!language.success) throw new StudioError('LANGUAGE_UNKNOWN', { language: wanted.language });
    findBrand(wanted.brand);
    const request = ProductionRequest.parse({ ...wanted, template: templateRef(findTemplate(wanted.template)) });
    if (source !== undefined && !path.isAbsolute(source))
      throw new StudioError('INPUT_INVALID', { detail: 'source must be an absolute path' });
    const department = this.#department(body, actor);
    const id = ProductionId.parse(`p${randomId(11)}`);
    const { series } = request;
    const images = upload
      ? await this.uploads.claim(upload, { productionId: id, actor, series, confirmedNoIdentity })
      : { path: source!, own: null, series };
    request.series = images.series;
    request.episode = request.filmSeries && (await nextEpisode(this.db, department, request.filmSeries));
    const production = await createProduction(this.db, id, request, {
      createdBy: actor.id,
      departmentId: department,
    });
    const intake = await new Intake(path.join(this.dataDir, 'intake')).leave(images.path, images.own);
    await this.#start({ run: { productionId: id, revision: 1 }, request, intake, from: null, reminderMs: REMINDER_MS });
    return production;
  }

  list(actor: Actor, filter: ProductionFilter): Promise<ProductionRecord[]> {
    const { limit, before, mine, text } = filter;
    const statuses = filter.status?.split(',').flatMap((one) => ProductionStatus.safeParse(one).data ?? []);
    const createdBy = mine ? actor.id : undefined;
    return listProductions(this.db, actor.departments, { limit, before, statuses, createdBy, text: text || undefined });
  }

  /** The department a film is made for: the one named, or the person's first. @throws StudioError FORBIDDEN */
  #department(body: CreateBody, actor: Actor): string {
    const department = body.department ?? actor.departments[0];
    if (!department || !actor.departments.includes(department)) throw new StudioError('FORBIDDEN');
    return department;
  }

  /** @throws StudioError NOT_FOUND */
  async find(id: string): Promise<ProductionRecord> {
    const production = ProductionId.safeParse(id).success ? await findProduction(this.db, id) : null;
    if (!production) throw new StudioError('NOT_FOUND', { what: 'production' });
    return production;
  }

  async read(id: string) {
    const production = await this.find(id);
    const [outputs, steps] = await Promise.all([
      listOutputs(this.db, id, production.revision),
      listStepRuns(this.db, id, production.revision),
    ]);
    return {
      ...production,
      outputs: outputs.map(({ name, artifact }) => ({
        name,
        mediaType: artifact.mediaType,
        bytes: artifact.bytes,
        digest: artifact.digest,
      })),
      steps,
    };
  }

  /** @throws StudioError NOT_FOUND when nothing is written yet */
  async script(id: string, version?: number): Promise<ScriptRecord> {
    await this.find(id);
    const script = await findScript(this.db, id, version);
    if (!script) throw new StudioError('NOT_FOUND', { what: 'script' });
    return script;
  }

  async approval(id: string): Promise<ProductionState> {
    const production = await this.find(id);
    return asking(() => this.#handle(production).query(stateQuery));
  }

  async decide(id: string, body: DecisionBody, actor: Actor): Promise<Decision> {
    const production = await this.find(id);
    return asking(() => this.#handle(production).executeUpdate(decideUpdate, { args: [{ ...body, actor }] }));
  }

  /** A human edit: the next version, put before the physicians. */
  async revise(id: string, body: ReviseBody, actor: Actor): Promise<PendingApproval> {
    const production = await this.find(id);
    const current = await this.script(id);
    if (current.version !== body.basedOn) throw new StudioError('SCRIPT_STALE');
    const script = editSentences(current.script, body.sentences);
    return asking(() =>
      this.#handle(production).executeUpdate(reviseUpdate, { args: [{ script, basedOn: body.basedOn, actor }] }),
    );
  }

  async cancel(id: string): Promise<void> {
    const production = await this.find(id);
    if (!RUNNING.has(production.status))
      throw new StudioError('INPUT_INVALID', { detail: `production is ${production.status}` });
    await asking(() => this.#handle(production).cancel());
  }

  /** The next revision: same findings, edited sentences; what did not change is found, not made. */
  async rerender(id: string, body: RerenderBody, actor: Actor): Promise<ProductionRecord> {
    const production = await this.find(id);
    if (RUNNING.has(production.status))
      throw new StudioError('INPUT_INVALID', { detail: `production is ${production.status}` });
    const current = await this.script(id);
    const edited = body.sentences.length > 0;
    await this.#startNext(production, {
      script: editSentences(current.script, body.sentences),
      // Tried again without an edit, it is the same version.
      version: edited ? current.version : current.version - 1,
      author: edited ? actor.id : current.author,
    });
    return this.find(id);
  }

  /**
   * A whole version by an editor: put before the physicians while the production is under way, else the start of its next revision.
   * @throws StudioError SCRIPT_STALE
   */
  async putForward(id: string, { script, basedOn }: { script: Script; basedOn: number }, actor: Actor): Promise<void> {
    const production = await this.find(id);
    const current = await this.script(id);
    if (current.version !== basedOn) throw new StudioError('SCRIPT_STALE');
    if (RUNNING.has(production.status)) {
      const args: [RevisionInput] = [{ script, basedOn, actor }];
      await asking(() => this.#handle(production).executeUpdate(reviseUpdate, { args }));
    } else await this.#startNext(production, { script, version: current.version, author: actor.id });
  }

  async #startNext(
    production: ProductionRecord,
    next: { script: Script; version: number; author: string },
  ): Promise<void> {
    const { id, analysis, request } = production;
    if (!analysis)
      throw new StudioError('INPUT_INVALID', { detail: 'no analysis to start from; order the film again' });
    const run: RunRef = { productionId: id, revision: await nextRevision(this.db, id) };
    await this.#start({ run, request, intake: null, from: { analysis, ...next }, reminderMs: REMINDER_MS });
  }

  /** @throws StudioError NOT_FOUND */
  async output(id: string, name: string) {
    const production = await this.find(id);
    const output = (await listOutputs(this.db, id, production.revision)).find((item) => item.name === name);
    if (!output) throw new StudioError('NOT_FOUND', { what: 'output' });
    return output.artifact;
  }

  async #start(input: ProduceFilmInput): Promise<void> {
    const queued: Omit<Progress, 'seq' | 'at'> = {
      productionId: input.run.productionId,
      status: 'queued',
      stage: 'images',
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
      await appendProgress(this.db, {
        ...queued,
        status: 'failed',
        waitsFor: 'editor',
        error: { code, details: error instanceof StudioError ? { ...error.details } : {} },
      });
      throw error;
    }
  }

  #handle(production: ProductionRecord) {
    return this.temporal.workflow.getHandle(workflowId({ productionId: production.id, revision: production.revision }));
  }
}

function randomId(length: number): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
}
