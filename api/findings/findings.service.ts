import type { Client } from '@temporalio/client';
import type { BlobStore } from '#activities/store/blob-store';
import { Launcher } from '#api/productions/launcher';
import { SteeringService } from '#api/productions/steering.service';
import { Analysis } from '#domain/analysis';
import type { Actor } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import { applyCorrections, type FindingsState } from '#domain/correction/apply';
import { type Consequences, sentencesAbout } from '#domain/correction/consequences';
import type { Correction, VersionRecord } from '#domain/correction/correction';
import { StudioError } from '#domain/errors';
import type { ConfirmBody, CorrectBody, FindingsView, Locked, PlaneAxis, PreviewBody } from '#domain/findings-view';
import { refuseAction } from '#domain/policy';
import { ProductionId } from '#domain/production';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import {
  claimFindings,
  dropFindings,
  type FindingsRecord,
  keepEngineFindings,
  keepReviews,
  listFindings,
} from '#prisma/records/findings';
import { findProduction, type ProductionRecord } from '#prisma/records/productions';
import { findScript, type ScriptRecord } from '#prisma/records/scripts';
import { foresee } from './foresee.ts';
import { SliceReader } from './slices.ts';

/** Findings at hand: the production, its versions of the findings, and the one asked for. */
interface Desk {
  readonly production: ProductionRecord;
  readonly versions: readonly FindingsRecord[];
  readonly shown: FindingsRecord;
}

/** Parsed analyses at hand; some hundred kilobytes each. */
const KEPT = 12;

/** Shows findings and images, and carries a physician's corrections to the workflow. */
export class FindingsService {
  readonly #analyses = new Map<string, Promise<Analysis>>();
  readonly #slices: SliceReader;
  readonly #steering: SteeringService;

  constructor(
    private readonly db: Database,
    temporal: Client,
    private readonly store: BlobStore,
  ) {
    this.#steering = new SteeringService(db, new Launcher(db, temporal));
    this.#slices = new SliceReader(store);
  }

  /** @throws StudioError NOT_FOUND when there are no findings yet, or not this version */
  async view(id: string, actor: Actor, version?: number): Promise<FindingsView> {
    const desk = await this.#desk(id, version);
    const { production, versions, shown } = desk;
    const [analysis, script] = await Promise.all([this.#analysis(shown.analysis), findScript(this.db, id)]);
    const { study, lungs, findings, ratings, engines } = analysis;
    const { rejected, reviews } = shown.record;
    return {
      version: shown.version,
      latest: versions.at(-1)!.version,
      study: {
        caseCode: study.caseCode,
        provenance: study.provenance,
        measurable: study.measurable,
        geometry: study.geometry,
        acquisition: study.acquisition,
        firstLungSlice: lungs.firstSlice,
        lastLungSlice: lungs.lastSlice,
      },
      findings,
      rejected: [...rejected],
      reviews: [...reviews],
      ratings,
      engines,
      script: script && {
        version: script.version,
        sentences: Object.fromEntries(
          findings.map((finding) => [finding.id, sentencesAbout(script.script, finding.id)]),
        ),
      },
      versions: versions.map((item) => ({
        version: item.version,
        author: item.author,
        reason: item.reason,
        at: item.author === 'engine' ? null : item.at,
        changes: item.record.corrections,
      })),
      people: await this.#people(versions),
      locked: lockedFor(actor, production, desk, script),
    };
  }

  /** What corrections would change, before they are saved. @throws StudioError FINDINGS_STALE, CORRECTION_INVALID */
  async preview(id: string, body: PreviewBody, actor: Actor): Promise<Consequences> {
    const desk = await this.#desk(id);
    requireNewest(desk, body.basedOn);
    const { before, after } = await this.#corrected(desk, body.corrections, actor);
    return foresee(this.db, desk.production, before.analysis, after.analysis);
  }

  /**
   * Makes the next version of the findings and hands it to the workflow, which draws, writes and asks anew. One at a time per production: of two
   * physicians who correct the same version, the second is told.
   * @throws StudioError FINDINGS_STALE, CORRECTION_INVALID, and what the workflow refuses
   */
  async correct(id: string, body: CorrectBody, actor: Actor): Promise<FindingsView> {
    const desk = await this.#desk(id);
    requireNewest(desk, body.basedOn);
    const { production, shown } = desk;
    const { before, after } = await this.#corrected(desk, body.corrections, actor);
    if (after.analysis === before.analysis && after.rejected === before.rejected)
      throw new StudioError('CORRECTION_INVALID', { finding: '-', why: 'nothing changes' });
    const version = shown.version + 1;
    const analysis = await this.store.putJson(Analysis.parse(after.analysis), 'analysis');
    const record = nextRecord(shown.record, body.corrections, after);
    const made = { version, author: actor.id, reason: body.reason, record, analysis };
    if (!(await claimFindings(this.db, id, made))) throw new StudioError('FINDINGS_STALE', { version });
    try {
      await this.#steering.correct(production, { analysis, findingsVersion: version, actor });
    } catch (error) {
      await dropFindings(this.db, id, version);
      throw error;
    }
    await appendAudit(this.db, {
      actorId: actor.id,
      action: 'findings.correct',
      resource: 'findings',
      resourceId: id,
      departmentId: production.departmentId,
      from: String(shown.version),
      to: String(version),
      detail: {
        changes: body.corrections.map((item) => `${item.change}:${'findingId' in item ? item.findingId : 'new'}`),
        analysis: analysis.digest,
      },
    });
    return this.view(id, actor);
  }

  /** Notes who looked at findings and let them stand. Nothing of the film changes. */
  async confirm(id: string, body: ConfirmBody, actor: Actor): Promise<FindingsView> {
    const desk = await this.#desk(id);
    requireNewest(desk, body.basedOn);
    const { analysis, version } = desk.shown;
    const known = new Set((await this.#analysis(analysis)).findings.map((finding) => finding.id));
    const unknown = body.findingIds.find((findingId) => !known.has(findingId));
    if (unknown) throw new StudioError('CORRECTION_INVALID', { finding: unknown, why: 'no such finding' });
    const at = new Date().toISOString();
    await this.db.$transaction(async (tx) => {
      const reviews = body.findingIds.map((findingId) => ({ findingId, by: actor.id, at }));
      await keepReviews(tx, id, version, reviews);
      await appendAudit(tx, {
        actorId: actor.id,
        action: 'findings.confirm',
        resource: 'findings',
        resourceId: id,
        departmentId: desk.production.departmentId,
        to: String(version),
        detail: { findings: body.findingIds },
      });
    });
    return this.view(id, actor);
  }

  async slice(id: string, slice: number): Promise<Buffer> {
    return this.#slices.axial(await this.#images(id), slice);
  }

  async plane(id: string, axis: PlaneAxis, index: number): Promise<Buffer> {
    return this.#slices.across(await this.#images(id), axis, index);
  }

  /** Images are the same in every version of the findings. */
  async #images(id: string): Promise<Analysis> {
    const production = ProductionId.safeParse(id).success ? await findProduction(this.db, id) : null;
    if (!production?.analysis) throw new StudioError('NOT_FOUND', { what: 'images' });
    return this.#analysis(production.analysis);
  }

  async #desk(id: string, version?: number): Promise<Desk> {
    const production = ProductionId.safeParse(id).success ? await findProduction(this.db, id) : null;
    if (!production) throw new StudioError('NOT_FOUND', { what: 'production' });
    const row = await this.db.production.findUnique({ where: { id }, select: { findings: true } });
    if (!production.analysis || !row) throw new StudioError('NOT_FOUND', { what: 'findings' });
    const holds = Math.max(1, row.findings);
    if (holds === 1) await keepEngineFindings(this.db, id, production.analysis);
    const versions = await listFindings(this.db, id, holds);
    const shown = version === undefined ? versions.at(-1) : versions.find((item) => item.version === version);
    if (!shown) throw new StudioError('NOT_FOUND', { what: 'version' });
    return { production, versions, shown };
  }

  #analysis(ref: ArtifactRef): Promise<Analysis> {
    const kept = this.#analyses.get(ref.digest);
    if (kept) return kept;
    const analysis = this.store.readJson(ref).then((value) => Analysis.parse(value));
    analysis.catch(() => this.#analyses.delete(ref.digest));
    this.#analyses.set(ref.digest, analysis);
    const [oldest] = this.#analyses.keys();
    if (this.#analyses.size > KEPT && oldest) this.#analyses.delete(oldest);
    return analysis;
  }

  async #corrected({ shown }: Desk, corrections: readonly Correction[], actor: Actor) {
    const before: FindingsState = { analysis: await this.#analysis(shown.analysis), rejected: shown.record.rejected };
    const wanted = corrections.flatMap((item) => (item.change === 'add' ? [item.slice] : []));
    const pixels = new Map<number, Awaited<ReturnType<SliceReader['pixels']>>>();
    for (const slice of new Set(wanted)) pixels.set(slice, await this.#slices.pixels(before.analysis, slice));
    const hand = { accountId: actor.id, version: shown.version + 1 };
    return { before, after: applyCorrections(before, corrections, hand, (slice) => pixels.get(slice)!) };
  }

  async #people(versions: readonly FindingsRecord[]): Promise<Record<string, string>> {
    const ids = versions.flatMap(({ author, record }) => [
      author,
      ...record.rejected.map((item) => item.by),
      ...record.reviews.map((item) => item.by),
    ]);
    const accounts = await this.db.account.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, displayName: true },
    });
    return Object.fromEntries(accounts.map((account) => [account.id, account.displayName]));
  }
}

function requireNewest({ versions }: Desk, basedOn: number): void {
  const latest = versions.at(-1)!.version;
  if (basedOn !== latest) throw new StudioError('FINDINGS_STALE', { version: latest });
}

/** Findings that nobody touched keep their confirmations. */
function nextRecord(before: VersionRecord, corrections: Correction[], after: FindingsState): VersionRecord {
  const touched = new Set(corrections.flatMap((item) => ('findingId' in item ? [item.findingId] : [])));
  const there = new Set(after.analysis.findings.map(({ id }) => id));
  return {
    corrections,
    rejected: [...after.rejected],
    reviews: before.reviews.filter(({ findingId }) => !touched.has(findingId) && there.has(findingId)),
  };
}

function lockedFor(
  actor: Actor,
  production: ProductionRecord,
  { shown, versions }: Desk,
  script: ScriptRecord | null,
): Locked | null {
  if (refuseAction('findings.correct', actor, { departmentId: production.departmentId })) return 'role';
  if (shown !== versions.at(-1)) return 'old-version';
  return script ? null : 'not-yet';
}
