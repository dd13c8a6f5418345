import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import type { ApprovalSubject, Decision, PendingApproval, PendingFilm } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import type { Stage } from '#domain/progress';
import type { Script } from '#domain/script';
import { analysis, light } from './activity-stubs.ts';
import type { ProduceFilmInput, ProductionState } from './messages.ts';

/** A version to be put before the physicians: a draft in the store, or a script that a person wrote. */
export interface VersionOrder {
  readonly script: ArtifactRef | null;
  readonly revised: Script | null;
  readonly author: string;
}

/** Where a production stands and what lies before whom. People's messages change it; the making looks at it. */
export class Desk {
  stage: Stage = 'images';
  facts: ArtifactRef | null;
  findingsVersion: number;
  version: number;
  author: string;
  script: ArtifactRef | null = null;
  /** The template's draft that this version is, if it is one. */
  draft: ArtifactRef | null = null;
  sentences: readonly string[] = [];
  pending: PendingApproval | null = null;
  pendingFilm: PendingFilm | null = null;
  /** What this version's approval covers. */
  subject: ApprovalSubject | null = null;
  decision: Decision | null = null;
  filmDecision: Decision | null = null;
  paused = false;
  /** A next version is being written: nothing may be decided or written beside it. */
  busy = false;
  /** Counts what people changed, so that a wait can tell that something did. */
  changes = 0;
  #scope: CancellationScope | null = null;
  #pictures: { readonly scope: CancellationScope; readonly ready: Promise<{ pictures: ArtifactRef }> } | null = null;

  constructor(readonly input: ProduceFilmInput) {
    const { from, request } = input;
    this.facts = from?.analysis ?? null;
    this.findingsVersion = from?.findingsVersion ?? 1;
    this.version = from?.version ?? 0;
    this.author = from?.author ?? `template:${request.template}`;
  }

  state(): ProductionState {
    const { stage, version, findingsVersion, paused, pending, pendingFilm, decision, filmDecision } = this;
    return { stage, version, findingsVersion, paused, pending, pendingFilm, decision, filmDecision };
  }

  /** Approved at both gates: from here on nothing is changed any more. */
  get released(): boolean {
    return this.filmDecision?.decision === 'approve';
  }

  /** Puts the next version before the physicians; every approval of an older one is void. */
  async put(
    order: VersionOrder,
    facts = this.facts!,
    findingsVersion = this.findingsVersion,
  ): Promise<PendingApproval> {
    const { run, request } = this.input;
    const version = this.version + 1;
    const opened = await light.openApproval({ run, request, analysis: facts, findingsVersion, ...order, version });
    Object.assign(this, { version, findingsVersion, facts, author: order.author });
    this.draft = order.script;
    this.script = opened.script;
    this.sentences = opened.sentences;
    this.pending = opened.pending;
    this.subject = opened.pending.subject;
    this.pendingFilm = null;
    this.decision = null;
    this.filmDecision = null;
    this.changes += 1;
    return opened.pending;
  }

  /** Holds the desk while a next version is written; what was being made of the older one ends once there is a newer. */
  async writing<T>(write: () => Promise<T>): Promise<T> {
    this.busy = true;
    try {
      const written = await write();
      this.interrupt();
      return written;
    } finally {
      this.busy = false;
      this.changes += 1;
    }
  }

  interrupt(): void {
    this.#scope?.cancel();
  }

  /** The pictures depend on the findings alone, so they are made while people read the script. */
  drawPictures(): void {
    this.#pictures?.scope.cancel();
    const scope = new CancellationScope();
    const order = { run: this.input.run, analysis: this.facts! };
    const ready = scope.run(() => analysis.preparePictures(order));
    ready.catch(() => undefined);
    this.#pictures = { scope, ready };
  }

  pictures(): Promise<{ pictures: ArtifactRef }> {
    return this.#pictures!.ready;
  }

  /**
   * Runs work that a pause or a newer version ends. After a pause it begins again and finds by content what it had made.
   * @returns null when a newer version made it pointless
   */
  async steadily<T>(work: () => Promise<T>): Promise<{ readonly made: T } | null> {
    const { version } = this;
    for (;;) {
      await this.#resumed();
      if (this.version !== version) return null;
      this.#scope = new CancellationScope();
      try {
        const made = await this.#scope.run(work);
        // A version that is just being written decides whether this one still counts.
        await condition(() => !this.busy);
        return this.version === version ? { made } : null;
      } catch (error) {
        if (!isCancellation(error) || CancellationScope.current().consideredCancelled) throw error;
      } finally {
        this.#scope = null;
      }
    }
  }

  async #resumed(): Promise<void> {
    if (!this.paused) return;
    await this.report('paused', 'nobody');
    await condition(() => !this.paused);
    await this.report('running', 'system');
  }

  /** Tells people where the production stands; the activity knows whom. */
  async report(
    status: Parameters<typeof light.report>[0]['status'],
    waitsFor: Parameters<typeof light.report>[0]['waitsFor'],
    error: Parameters<typeof light.report>[0]['error'] = null,
  ): Promise<void> {
    const { stage, version, author } = this;
    const { run, request } = this.input;
    await light.report({ run, request, status, stage, waitsFor, error, version, author });
  }
}
