import { releaseRecord } from '#activities/release/release-record';
import { digestOf } from '#activities/store/digest';
import { Analysis } from '#domain/analysis';
import type { ApprovalSubject, Decision, FilmSubject, PendingApproval, PendingFilm } from '#domain/approval';
import type { ArtifactRef } from '#domain/artifact';
import { findBrand } from '#domain/brands';
import { checkScript } from '#domain/check-script';
import { StudioError } from '#domain/errors';
import { filmLabels } from '#domain/film/labels';
import type { ProductionRequest } from '#domain/production';
import { reclaimScript } from '#domain/reclaim';
import { Manifest, ReleaseRecord } from '#domain/release';
import { Script } from '#domain/script';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import { appendAudit } from '#prisma/records/audit';
import { keepDecision, voidDecisionsBefore } from '#prisma/records/decisions';
import { settleNotices, tell } from '#prisma/records/notices';
import { keepOutputs, type OutputRecord, setAnalysis, setTitle } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { keepRelease } from '#prisma/records/releases';
import { keepScript } from '#prisma/records/scripts';
import type { RunRef } from '#workflows/messages';
import { guard, loader, type WorkerParts } from './parts.ts';
import { standing } from './standing.ts';

/** What is put before people, what they decided, and the release that follows. */
export function gateActivities({ db, store, steps }: WorkerParts) {
  const load = loader(store);
  const guarded = guard(steps);

  return {
    /** Checks a version against the findings, keeps it, and says exactly what will be signed. Whoever signed an older one is told. */
    async openApproval(order: {
      run: RunRef;
      request: ProductionRequest;
      analysis: ArtifactRef;
      findingsVersion: number;
      script: ArtifactRef | null;
      revised: Script | null;
      version: number;
      author: string;
    }): Promise<{ script: ArtifactRef; pending: PendingApproval; sentences: string[] }> {
      return guarded('script', async () => {
        const { run, request, version, author, analysis } = order;
        const { productionId } = run;
        const facts = await load(Analysis, analysis);
        const text = order.revised
          ? reclaimScript(Script.parse(order.revised), facts)
          : await load(Script, order.script!);
        const script: Script = { ...text, version, author };
        assertTrue(script, facts);
        const subject = subjectOf(script, facts, request);
        const pending: PendingApproval = { version, author, subject, digest: digestOf(subject) };
        await setAnalysis(db, productionId, analysis, order.findingsVersion);
        await keepScript(db, { productionId, version, author, script, subject, digest: pending.digest, comment: null });
        if (!request.title) await setTitle(db, productionId, script.title);
        await settleNotices(db, productionId, ['waiting-script', 'waiting-final', 'returned', 'escalated', 'failed']);
        const voided = await voidDecisionsBefore(db, productionId, version);
        await tell(db, { accountIds: voided, kind: 'voided', productionId, detail: { version } });
        if (voided.length > 0)
          await appendAudit(db, {
            ...{ actorId: 'house', action: 'approval.void', resource: 'approval', resourceId: productionId },
            ...{ to: String(version), detail: { signers: voided } },
          });
        return {
          script: await store.putJson(script, 'script'),
          pending,
          sentences: script.chapters.flatMap((chapter) => chapter.sentences.map((sentence) => sentence.id)),
        };
      });
    },

    /** What is signed at the film gate: the bytes of the film and of its record. */
    async openFilm(order: {
      run: RunRef;
      request: ProductionRequest;
      version: number;
      author: string;
      /** What was signed at the script gate, and its digest. */
      subject: ApprovalSubject;
      approval: string;
      outputs: readonly OutputRecord[];
    }): Promise<PendingFilm> {
      return guarded('final', async () => {
        const { request, version, author, approval } = order;
        const subject: FilmSubject = {
          ...order.subject,
          film: fileOf(order.outputs, 'film.mp4').digest,
          manifest: fileOf(order.outputs, 'manifest.json').digest,
          approval,
        };
        const signer = findTemplate(request.template).filmGate;
        return { version, author, signer, subject, digest: digestOf(subject) };
      });
    },

    /** Keeps a decision; of an approved script everybody sees at once that the making begins, unless the production is held. */
    async recordDecision(order: { run: RunRef; decision: Decision; held: boolean }): Promise<void> {
      const { run, decision, held } = order;
      const stage = decision.gate === 'film' ? 'final' : 'approval';
      await guarded(stage, async () => {
        await keepDecision(db, run.productionId, decision);
        const kind = decision.gate === 'film' ? 'waiting-final' : 'waiting-script';
        await settleNotices(db, run.productionId, [kind, 'escalated']);
        if (decision.gate !== 'script' || decision.decision !== 'approve' || held) return;
        const moving = { run, status: 'running', stage: 'speech', waitsFor: 'system' } as const;
        await appendProgress(db, standing(moving, null));
      });
    },

    /** The film's files become the released ones, with the record of both decisions beside them. */
    async release(order: {
      run: RunRef;
      request: ProductionRequest;
      version: number;
      script: ArtifactRef;
      decisions: { readonly script: Decision; readonly film: Decision };
      outputs: readonly OutputRecord[];
    }): Promise<{ outputs: OutputRecord[] }> {
      return guarded('release', async () => {
        const { run, request, version, decisions } = order;
        const script = await load(Script, order.script);
        const film = fileOf(order.outputs, 'film.mp4');
        const manifestFile = fileOf(order.outputs, 'manifest.json');
        const manifest = Manifest.parse(await store.readJson(manifestFile));
        const title = request.title ?? script.title;
        const record = ReleaseRecord.parse(
          releaseRecord({ run, version, title, film, manifest: manifestFile, decisions }),
        );
        const text = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
        const artifact = await store.put(text, 'application/json', 'release');
        const outputs = [...order.outputs, { name: 'release.json', artifact }];
        await keepOutputs(db, run.productionId, run.revision, outputs, version);
        await keepRelease(db, {
          productionId: run.productionId,
          revision: run.revision,
          title,
          series: request.filmSeries,
          language: script.language,
          seconds: manifest.film.durationInFrames / manifest.film.fps,
          releasedBy: decisions.film.actor.id,
          releasedAt: decisions.film.at,
        });
        await appendAudit(db, {
          ...{
            actorId: decisions.film.actor.id,
            action: 'film.release',
            resource: 'film',
            resourceId: run.productionId,
          },
          ...{ to: String(version), detail: { revision: run.revision, film: film.digest } },
        });
        return { outputs };
      });
    },
  };
}

function assertTrue(script: Script, facts: Analysis): void {
  const issues = checkScript(script, facts);
  if (issues.length === 0) return;
  const detail = issues.slice(0, 3).map((issue) => issue.message);
  throw new StudioError('SCRIPT_CONFLICT', { detail: detail.join('; ') });
}

function subjectOf(script: Script, facts: Analysis, request: ProductionRequest): ApprovalSubject {
  const brand = findBrand(request.brand);
  const { study, findings, ratings, contralateral } = facts;
  return {
    // The version number and author are not part of what is seen and heard.
    script: digestOf({ ...script, version: 0, author: '' }),
    findings: digestOf({ study, findings, ratings, contralateral }),
    template: templateRef(findTemplate(request.template)),
    brand: `${brand.id}@${brand.version}`,
    voice: request.speaker,
    labels: filmLabels(study.provenance, script.language),
  };
}

function fileOf(outputs: readonly OutputRecord[], name: string): ArtifactRef {
  const found = outputs.find((output) => output.name === name);
  if (!found) throw new StudioError('STORE_MISSING', { role: name });
  return found.artifact;
}
