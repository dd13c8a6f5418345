import { Context } from '@temporalio/activity';
import { z } from 'zod';
import { codeVersion } from '#activities/store/code-version';
import { sourceDigest } from '#activities/store/source-digest';
import { Analysis } from '#domain/analysis';
import { ArtifactRef } from '#domain/artifact';
import { FilmPictures } from '#domain/film/pictures';
import type { ProductionRequest } from '#domain/production';
import { Study } from '#domain/study';
import { keepEngineFindings } from '#prisma/records/findings';
import { setAnalysis, setCaseCode } from '#prisma/records/productions';
import type { RunRef } from '#workflows/messages';
import { inThread } from './in-thread.ts';
import { guard, JOBS, loader, WHOLE, type WorkerParts } from './parts.ts';

/** From the source folder to what was found in it, and the pictures of that. */
export function studyActivities({ db, store, intake, steps }: WorkerParts) {
  const load = loader(store);
  const guarded = guard(steps);

  return {
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
      const { analysis } = await steps.run(
        { run, stage: 'analysis', label: '', version, input: { study: study.digest }, share: WHOLE },
        z.object({ analysis: ArtifactRef, lungMask: ArtifactRef }),
        async (step) => {
          const found = await inThread<Analysis>(JOBS, 'analyseJob', [await load(Study, study), store.root], step);
          return { analysis: await store.putJson(Analysis.parse(found), 'analysis'), lungMask: found.lungMask };
        },
      );
      const { productionId } = run;
      await guarded('analysis', async () => {
        await keepEngineFindings(db, productionId, analysis);
        await setAnalysis(db, productionId, analysis, 1);
      });
      return { analysis };
    },

    async preparePictures({ run, analysis }: { run: RunRef; analysis: ArtifactRef }) {
      const version = codeVersion('activities/render/pictures', 'activities/render/pictures.ts', 'domain');
      const { pictures } = await steps.run(
        { run, stage: 'render', label: 'pictures', version, input: { analysis: analysis.digest }, share: null },
        z.object({ pictures: ArtifactRef, contents: FilmPictures }),
        async (step) => {
          const facts = await load(Analysis, analysis);
          const contents = await inThread<FilmPictures>(JOBS, 'preparePicturesJob', [facts, store.root], step);
          return { pictures: await store.putJson(contents, 'pictures'), contents };
        },
      );
      return { pictures };
    },
  };
}
