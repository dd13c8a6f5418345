import { z } from 'zod';
import { packageFilm } from '#activities/release/package-film';
import { RenderBrowser } from '#activities/render/browser';
import { bundleFilm, renderCodeVersion } from '#activities/render/bundle';
import { sceneStep } from '#activities/render/plan-render';
import { renderScene } from '#activities/render/render-scene';
import { codeVersion } from '#activities/store/code-version';
import { Analysis } from '#domain/analysis';
import type { Decision } from '#domain/approval';
import { ArtifactRef } from '#domain/artifact';
import { findBrand } from '#domain/brands';
import { FilmProps, SceneProps } from '#domain/film/film';
import { filmSeriesOf, type ProductionRequest } from '#domain/production';
import { SceneChunk } from '#domain/release';
import { Script } from '#domain/script';
import type { Take } from '#domain/speech';
import { findTemplate } from '#domain/templates';
import { Timeline } from '#domain/timeline';
import { keepOutputs } from '#prisma/records/productions';
import { listStepRuns } from '#prisma/records/steps';
import type { RunRef } from '#workflows/messages';
import type { WorkerParts } from './parts.ts';

const Outputs = z.object({ outputs: z.array(z.object({ name: z.string(), artifact: ArtifactRef })) });

/** What draws and packs: the heavy half, on the render queue. One browser serves all scenes of this worker. */
export function filmActivities({ db, store, steps, dataDir }: Pick<WorkerParts, 'db' | 'store' | 'steps' | 'dataDir'>) {
  const browser = new RenderBrowser();

  return {
    async renderScene(order: {
      run: RunRef;
      scene: ArtifactRef;
      sceneId: string;
      doneFrames: number;
      frames: number;
      totalFrames: number;
    }) {
      const { run, sceneId, doneFrames, frames, totalFrames } = order;
      const scene = SceneProps.parse(await store.readJson(order.scene));
      const version = await renderCodeVersion();
      const share = { from: doneFrames / totalFrames, to: (doneFrames + frames) / totalFrames };
      return steps.run(
        { run, ...sceneStep(scene, version), label: sceneId, share },
        z.object({ chunk: SceneChunk }),
        async (step) => {
          const bundle = await bundleFilm(dataDir, step.signal);
          return { chunk: await renderScene(scene, { store, bundle, browser, step }) };
        },
      );
    },

    async packageFilm(order: {
      run: RunRef;
      request: ProductionRequest;
      version: number;
      analysis: ArtifactRef;
      script: ArtifactRef;
      timeline: ArtifactRef;
      film: ArtifactRef;
      takes: Take[];
      chunks: SceneChunk[];
      decision: Decision;
    }) {
      const { run, request, takes, chunks, decision } = order;
      const version = codeVersion(
        'activities/release',
        'activities/media',
        'domain/release.ts',
        'domain/film/labels.ts',
        'domain/film/description.ts',
        'domain/teaser.ts',
      );
      const result = await steps.run(
        { run, stage: 'package', label: '', version, input: order, share: { from: 0, to: 1 } },
        Outputs,
        async (step) => {
          const ran = await listStepRuns(db, run.productionId, run.revision);
          const reused = (stage: string) =>
            ran.filter((item) => item.stage === stage && item.outcome === 'reused').map((item) => item.label);
          const packaged = await packageFilm(
            {
              run,
              film: FilmProps.parse(await store.readJson(order.film)),
              timeline: Timeline.parse(await store.readJson(order.timeline)),
              script: Script.parse(await store.readJson(order.script)),
              analysis: Analysis.parse(await store.readJson(order.analysis)),
              template: findTemplate(request.template),
              brand: findBrand(request.brand),
              takes,
              chunks,
              decision,
              series: filmSeriesOf(request),
              music: request.music,
              reused: { scenes: reused('render'), takes: reused('speech') },
            },
            { store, step },
          );
          return { outputs: packaged.outputs.map(({ name, artifact }) => ({ name, artifact })) };
        },
      );
      await keepOutputs(db, run.productionId, run.revision, result.outputs, order.version);
      return result;
    },
  };
}
