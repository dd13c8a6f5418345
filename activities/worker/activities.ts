import { Context } from '@temporalio/activity';
import type { Logger } from 'pino';
import { z } from 'zod';
import { writeScript } from '#activities/script/write-script';
import { espeakEngine } from '#activities/speech/espeak';
import { speakSentence } from '#activities/speech/speak-sentence';
import type { BlobStore } from '#activities/store/blob-store';
import { codeVersion } from '#activities/store/code-version';
import { digestOf } from '#activities/store/digest';
import type { Intake } from '#activities/store/intake';
import { sourceDigest } from '#activities/store/source-digest';
import { Analysis } from '#domain/analysis';
import type { ApprovalSubject, Decision, PendingApproval } from '#domain/approval';
import { ArtifactRef } from '#domain/artifact';
import { findBrand } from '#domain/brands';
import { checkScript } from '#domain/check-script';
import { StudioError } from '#domain/errors';
import { composeFilm } from '#domain/film/film';
import { filmLabels } from '#domain/film/labels';
import { FilmPictures } from '#domain/film/pictures';
import { layTimeline } from '#domain/lay-timeline';
import type { ProductionRequest } from '#domain/production';
import { type Progress, type Stage, wholeFraction } from '#domain/progress';
import { reclaimScript } from '#domain/reclaim';
import { Language, Script } from '#domain/script';
import { Take } from '#domain/speech';
import { Study } from '#domain/study';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import { Timeline } from '#domain/timeline';
import type { Database } from '#prisma/records/database';
import { keepDecision, voidDecisionsBefore } from '#prisma/records/decisions';
import { setAnalysis, setCaseCode } from '#prisma/records/productions';
import { appendProgress } from '#prisma/records/progress';
import { keepScript } from '#prisma/records/scripts';
import type { RunRef } from '#workflows/messages';
import { filmActivities } from './film-activities.ts';
import { inThread } from './in-thread.ts';
import type { StepRunner } from './step-runner.ts';

export interface WorkerParts {
  readonly db: Database;
  readonly store: BlobStore;
  readonly intake: Intake;
  readonly steps: StepRunner;
  readonly log: Logger;
  readonly dataDir: string;
}

export type Activities = ReturnType<typeof createActivities>;

const JOBS = new URL('./jobs.ts', import.meta.url).href;
const WHOLE = { from: 0, to: 1 };

/** A film as props: whole for preview and checks, and scene by scene for the renderer. */
export const ComposedFilm = z.object({
  film: ArtifactRef,
  scenes: z.array(z.object({ id: z.string(), frames: z.int(), props: ArtifactRef })),
});

/** Everything the workflow may ask of the world. Arguments and results are references and small JSON, free of patient data. */
export function createActivities(parts: WorkerParts) {
  const { db, store, intake, steps } = parts;
  const load = async <T>(schema: z.ZodType<T>, ref: ArtifactRef): Promise<T> => schema.parse(await store.readJson(ref));
  const languageOf = (request: ProductionRequest) => {
    const language = Language.safeParse(request.language);
    if (!language.success) throw new StudioError('LANGUAGE_UNKNOWN', { language: request.language });
    return language.data;
  };
  /** For quick steps that keep no result: foreign errors still lose their text before they reach history. */
  const guarded = async <T>(stage: Stage, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw steps.translate(error, { stage, label: '' });
    }
  };

  return {
    ...filmActivities(parts),

    async readStudy({ run, request, intake: ticket }: { run: RunRef; request: ProductionRequest; intake: string }) {
      const { series, spacingMm, purpose, provenance } = request;
      const spec = {
        run,
        stage: 'images' as const,
        label: '',
        version: codeVersion('activities/images', 'domain/study.ts'),
      };
      const source = await guarded('images', async () => {
        const path = await intake.collect(ticket);
        return { path, digest: await sourceDigest(path, Context.current().cancellationSignal) };
      });
      const input = { source: source.digest, series, spacingMm, purpose, provenance };
      const result = await steps.run(
        { ...spec, input, share: WHOLE },
        z.object({ study: ArtifactRef, caseCode: z.string(), volume: ArtifactRef.nullable() }),
        async (step) => {
          const study = await inThread<Study>(
            JOBS,
            'readStudyJob',
            [{ path: source.path, series, spacingMm, purpose, provenance }, store.root],
            step,
          );
          return { study: await store.putJson(study, 'study'), caseCode: study.caseCode, volume: study.volume };
        },
      );
      await setCaseCode(db, run.productionId, result.caseCode);
      return { study: result.study };
    },

    /** The source's path is forgotten as soon as the workflow holds the study. */
    async forgetSource({ intake: ticket }: { intake: string }): Promise<void> {
      await intake.discard(ticket);
    },

    async analyse({ run, study }: { run: RunRef; study: ArtifactRef }) {
      const version = codeVersion(
        'activities/analysis',
        'models',
        'domain/rating',
        'domain/finding.ts',
        'domain/analysis.ts',
      );
      const result = await steps.run(
        { run, stage: 'analysis', label: '', version, input: { study: study.digest }, share: WHOLE },
        z.object({ analysis: ArtifactRef, lungMask: ArtifactRef }),
        async (step) => {
          const analysis = await inThread<Analysis>(JOBS, 'analyseJob', [await load(Study, study), store.root], step);
          return { analysis: await store.putJson(Analysis.parse(analysis), 'analysis'), lungMask: analysis.lungMask };
        },
      );
      await setAnalysis(db, run.productionId, result.analysis);
      return { analysis: result.analysis };
    },

    async preparePictures({ run, analysis }: { run: RunRef; analysis: ArtifactRef }) {
      const version = codeVersion('activities/render/pictures', 'activities/render/pictures.ts', 'domain');
      return steps
        .run(
          { run, stage: 'render', label: 'pictures', version, input: { analysis: analysis.digest }, share: null },
          z.object({ pictures: ArtifactRef, contents: FilmPictures }),
          async (step) => {
            const pictures = await inThread<FilmPictures>(
              JOBS,
              'preparePicturesJob',
              [await load(Analysis, analysis), store.root],
              step,
            );
            return { pictures: await store.putJson(pictures, 'pictures'), contents: pictures };
          },
        )
        .then(({ pictures }) => ({ pictures }));
    },

    async draftScript({
      run,
      request,
      analysis,
      comment,
    }: {
      run: RunRef;
      request: ProductionRequest;
      analysis: ArtifactRef;
      comment: string | null;
    }) {
      const template = await guarded('script', async () => findTemplate(request.template));
      const language = await guarded('script', async () => languageOf(request));
      const version = codeVersion('activities/script', 'domain');
      return steps.run(
        {
          run,
          stage: 'script',
          label: 'draft',
          version,
          input: { analysis: analysis.digest, template: templateRef(template), language, comment },
          share: WHOLE,
        },
        z.object({ script: ArtifactRef }),
        async () => {
          const script = writeScript(await load(Analysis, analysis), { template, language, comment });
          return { script: await store.putJson(script, 'script') };
        },
      );
    },

    /** Checks a version against the findings, keeps it, and says exactly what will be signed. */
    async openApproval(order: {
      run: RunRef;
      request: ProductionRequest;
      analysis: ArtifactRef;
      script: ArtifactRef | null;
      revised: Script | null;
      version: number;
      author: string;
    }): Promise<{ script: ArtifactRef; pending: PendingApproval; sentences: string[] }> {
      return guarded('script', async () => {
        const { run, request, version, author } = order;
        const facts = await load(Analysis, order.analysis);
        const text = order.revised
          ? reclaimScript(Script.parse(order.revised), facts)
          : await load(Script, order.script!);
        const script: Script = { ...text, version, author };
        const issues = checkScript(script, facts);
        if (issues.length > 0)
          throw new StudioError('SCRIPT_CONFLICT', {
            detail: issues
              .slice(0, 3)
              .map((issue) => issue.message)
              .join('; '),
          });
        const template = findTemplate(request.template);
        const brand = findBrand(request.brand);
        const subject: ApprovalSubject = {
          // The version number and author are not part of what is seen and heard.
          script: digestOf({ ...script, version: 0, author: '' }),
          findings: digestOf({
            study: facts.study,
            findings: facts.findings,
            ratings: facts.ratings,
            contralateral: facts.contralateral,
          }),
          template: templateRef(template),
          brand: `${brand.id}@${brand.version}`,
          voice: request.speaker,
          labels: filmLabels(facts.study.provenance, script.language),
        };
        const pending: PendingApproval = { version, author, subject, digest: digestOf(subject) };
        await keepScript(db, {
          productionId: run.productionId,
          version,
          author,
          script,
          subject,
          digest: pending.digest,
          comment: null,
        });
        await voidDecisionsBefore(db, run.productionId, version);
        return {
          script: await store.putJson(script, 'script'),
          pending,
          sentences: script.chapters.flatMap((chapter) => chapter.sentences.map((sentence) => sentence.id)),
        };
      });
    },

    async recordDecision({ run, decision }: { run: RunRef; decision: Decision }): Promise<void> {
      await guarded('approval', () => keepDecision(db, run.productionId, decision));
    },

    /** Tells whoever is waited for that they are. */
    async remind({
      run,
      version,
      waitsFor,
    }: {
      run: RunRef;
      version: number;
      waitsFor: 'physician' | 'editor';
    }): Promise<void> {
      parts.log.info({ production: run.productionId, version, waitsFor }, 'reminder');
      const status = waitsFor === 'physician' ? 'waiting-approval' : 'returned';
      await guarded('approval', () =>
        appendProgress(
          db,
          standing(run, status, 'approval', waitsFor, `reminder: version ${version} waits for a ${waitsFor}`),
        ),
      );
    },

    async speak(order: {
      run: RunRef;
      request: ProductionRequest;
      script: ArtifactRef;
      sentenceId: string;
      index: number;
      count: number;
    }) {
      const { run, request, sentenceId, index, count } = order;
      const script = await load(Script, order.script);
      const sentence = script.chapters.flatMap((chapter) => chapter.sentences).find((item) => item.id === sentenceId);
      if (!sentence)
        throw steps.translate(new StudioError('INTERNAL', { reference: sentenceId }), {
          stage: 'speech',
          label: sentenceId,
        });
      const speaker = sentence.speaker === 'narrator' ? ('narrator' as const) : request.speaker;
      const engine = await espeakEngine.version(Context.current().cancellationSignal);
      const spoken = {
        text: sentence.text,
        emphasis: sentence.emphasis,
        language: script.language,
        speaker,
        id: sentenceId,
        engine,
      };
      const version = codeVersion('activities/speech', 'activities/media', 'domain/lexicon.ts', 'domain/clauses.ts');
      return steps.run(
        {
          run,
          stage: 'speech',
          label: sentenceId,
          version,
          input: spoken,
          share: { from: index / count, to: (index + 1) / count },
        },
        z.object({ take: Take }),
        async (step) => ({ take: await speakSentence(sentence, { language: script.language, speaker }, store, step) }),
      );
    },

    async layTimeline(order: { run: RunRef; request: ProductionRequest; script: ArtifactRef; takes: Take[] }) {
      const script = await load(Script, order.script);
      const template = findTemplate(order.request.template);
      return steps.run(
        {
          run: order.run,
          stage: 'timeline',
          label: '',
          share: WHOLE,
          version: codeVersion('domain'),
          input: {
            script: digestOf({ ...script, version: 0, author: '' }),
            takes: order.takes,
            template: templateRef(template),
          },
        },
        z.object({ timeline: ArtifactRef }),
        async () => ({
          timeline: await store.putJson(Timeline.parse(layTimeline(script, order.takes, template)), 'timeline'),
        }),
      );
    },

    async composeFilm(order: {
      run: RunRef;
      request: ProductionRequest;
      analysis: ArtifactRef;
      script: ArtifactRef;
      timeline: ArtifactRef;
      pictures: ArtifactRef;
      decision: Decision;
    }) {
      const version = codeVersion('domain');
      const { run, ...input } = order;
      return steps.run(
        { run, stage: 'timeline', label: 'compose', version, input, share: null },
        ComposedFilm,
        async () => {
          const film = composeFilm({
            analysis: await load(Analysis, order.analysis),
            script: await load(Script, order.script),
            timeline: await load(Timeline, order.timeline),
            pictures: await load(FilmPictures, order.pictures),
            template: findTemplate(order.request.template),
            brand: findBrand(order.request.brand),
            approval: order.decision,
          });
          const scenes = await Promise.all(
            film.scenes.map(async ({ props }) => ({
              id: props.id,
              frames: props.durationInFrames,
              props: await store.putJson(props, 'scene-props'),
            })),
          );
          return { film: await store.putJson(film, 'film-props'), scenes };
        },
      );
    },

    /** Tells people where a production stands when it waits, ends or fails. */
    async report(order: {
      run: RunRef;
      status: Progress['status'];
      stage: Stage;
      waitsFor: Progress['waitsFor'];
      error: Progress['error'];
    }): Promise<void> {
      const event = standing(order.run, order.status, order.stage, order.waitsFor, null);
      await guarded(order.stage, () => appendProgress(db, { ...event, error: order.error }));
    },
  };
}

function standing(
  run: RunRef,
  status: Progress['status'],
  stage: Stage,
  waitsFor: Progress['waitsFor'],
  note: string | null,
): Omit<Progress, 'seq' | 'at'> {
  const done = status === 'done';
  return {
    productionId: run.productionId,
    status,
    stage,
    stageFraction: done ? 1 : 0,
    fraction: done ? 1 : wholeFraction(stage, 0),
    note,
    waitsFor,
    estimateSeconds: null,
    error: null,
  };
}
