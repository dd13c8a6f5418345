import { setTimeout as sleep } from 'node:timers/promises';
import { asking } from '#api/temporal';
import type { Actor, PendingApproval } from '#domain/approval';
import { RUNNING } from '#domain/desk';
import { editSentences } from '#domain/edit-script';
import { isErrorCode, StudioError } from '#domain/errors';
import type { Script } from '#domain/script';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { findProduction, type ProductionRecord } from '#prisma/records/productions';
import { findScript, type ScriptRecord } from '#prisma/records/scripts';
import {
  type CorrectionInput,
  correctUpdate,
  pauseUpdate,
  resumeUpdate,
  reviseUpdate,
  stateQuery,
} from '#workflows/messages';
import type { RerenderBody, ReviseBody } from './bodies.ts';
import type { Launcher } from './launcher.ts';

const underWay = ({ status }: ProductionRecord): boolean => RUNNING.includes(status) || status === 'returned';

/** How long a next revision may take to begin. */
const TAKES_HOLD_MS = 30_000;

/** Changes the course of a production: its words, its findings, its pace. */
export class SteeringService {
  constructor(
    private readonly db: Database,
    private readonly launcher: Launcher,
  ) {}

  /** A human edit of sentences: the next version, put before the physicians. */
  async revise(production: ProductionRecord, body: ReviseBody, actor: Actor): Promise<PendingApproval> {
    const current = await this.#script(production);
    if (current.version !== body.basedOn) throw new StudioError('SCRIPT_STALE', { version: current.version });
    const script = editSentences(current.script, body.sentences);
    const args: [{ script: Script; basedOn: number; actor: Actor }] = [{ script, basedOn: body.basedOn, actor }];
    const opened = await asking(() => this.launcher.handle(production).executeUpdate(reviseUpdate, { args }));
    await this.#audit(production, actor, 'script.revise', String(body.basedOn), String(opened.version));
    return opened;
  }

  /**
   * A whole version by an editor: put before the physicians while the production is under way, else the start of its next revision.
   * @throws StudioError SCRIPT_STALE
   */
  async putForward(
    production: ProductionRecord,
    { script, basedOn }: { script: Script; basedOn: number },
    actor: Actor,
  ): Promise<void> {
    const current = await this.#script(production);
    if (current.version !== basedOn) throw new StudioError('SCRIPT_STALE', { version: current.version });
    if (underWay(production)) {
      const args: [{ script: Script; basedOn: number; actor: Actor }] = [{ script, basedOn, actor }];
      await asking(() => this.launcher.handle(production).executeUpdate(reviseUpdate, { args }));
    } else await this.launcher.next(production, { script, version: current.version, author: actor.id });
    await this.#audit(production, actor, 'script.revise', String(basedOn), String(basedOn + 1));
  }

  /** Corrected findings: at once while the production is under way, else as its next revision. */
  async correct(production: ProductionRecord, correction: CorrectionInput): Promise<void> {
    if (underWay(production)) {
      await asking(() => this.launcher.handle(production).executeUpdate(correctUpdate, { args: [correction] }));
      return;
    }
    const { analysis, findingsVersion } = correction;
    if (findingsVersion !== production.findings + 1)
      throw new StudioError('FINDINGS_STALE', { version: production.findings });
    const { script, version, author } = await this.#script(production);
    await this.launcher.next(production, {
      ...{ script, version, author, analysis, findingsVersion },
      basis: production.analysis,
    });
    await this.#tookHold(production.id, findingsVersion);
  }

  /** A correction counts once the next revision has put it before the physicians; until then nobody is told that it does. */
  async #tookHold(id: string, findings: number): Promise<void> {
    for (const end = Date.now() + TAKES_HOLD_MS; Date.now() < end; await sleep(200)) {
      const now = await findProduction(this.db, id);
      if (now && now.findings >= findings) return;
      if (now?.status !== 'failed') continue;
      const { code, details } = now.progress?.error ?? { code: 'INTERNAL', details: { reference: id } };
      throw new StudioError(isErrorCode(code) ? code : 'INTERNAL', details);
    }
    throw new StudioError('SERVER_GONE', { server: 'worker' });
  }

  async pause(production: ProductionRecord, actor: Actor): Promise<boolean> {
    const changed = await asking(() => this.launcher.handle(production).executeUpdate(pauseUpdate, { args: [actor] }));
    if (changed) await this.#audit(production, actor, 'production.pause');
    return changed;
  }

  async resume(production: ProductionRecord, actor: Actor): Promise<boolean> {
    const changed = await asking(() => this.launcher.handle(production).executeUpdate(resumeUpdate, { args: [actor] }));
    if (changed) await this.#audit(production, actor, 'production.resume');
    return changed;
  }

  async cancel(production: ProductionRecord, actor: Actor): Promise<void> {
    if (!underWay(production)) throw new StudioError('INPUT_INVALID', { detail: `production is ${production.status}` });
    await asking(() => this.launcher.handle(production).cancel());
    await this.#audit(production, actor, 'production.cancel');
  }

  /** The next revision: same findings, edited sentences. */
  async rerender(production: ProductionRecord, body: RerenderBody, actor: Actor): Promise<void> {
    if (underWay(production)) throw new StudioError('INPUT_INVALID', { detail: `production is ${production.status}` });
    const current = await this.#script(production);
    const edited = body.sentences.length > 0;
    await this.launcher.next(production, {
      script: editSentences(current.script, body.sentences),
      // Tried again without an edit, it is the same version.
      version: edited ? current.version : current.version - 1,
      author: edited ? actor.id : current.author,
    });
    await this.#audit(production, actor, 'production.rerender', String(current.version));
  }

  /** What failed or was cancelled, once more: the same version; an approval of exactly this version stands. */
  async retry(production: ProductionRecord, actor: Actor): Promise<void> {
    const { status } = production;
    if (status !== 'failed' && status !== 'cancelled') throw new StudioError('RETRY_NOT_FAILED', { status });
    const { script, version, author } = await this.#script(production);
    const decision = await this.launcher
      .handle(production)
      .query(stateQuery)
      .then(
        (state) => state.decision,
        () => null,
      );
    const stands = decision?.decision === 'approve' && decision.version === version ? decision : null;
    await this.launcher.next(production, { script, version: version - 1, author, decision: stands });
    await this.#audit(production, actor, 'production.retry', String(version));
  }

  async #script({ id }: ProductionRecord): Promise<ScriptRecord> {
    const script = await findScript(this.db, id);
    if (!script) throw new StudioError('NOT_FOUND', { what: 'script' });
    return script;
  }

  async #audit(
    { id, departmentId }: ProductionRecord,
    actor: Actor,
    action: Parameters<typeof appendAudit>[1]['action'],
    from: string | null = null,
    to: string | null = null,
  ): Promise<void> {
    const resource = action.startsWith('script') ? 'script' : 'production';
    await appendAudit(this.db, { actorId: actor.id, action, resource, resourceId: id, departmentId, from, to });
  }
}
