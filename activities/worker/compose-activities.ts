import { z } from 'zod';
import { renderCodeVersion } from '#activities/render/bundle';
import { planRender } from '#activities/render/plan-render';
import { codeVersion } from '#activities/store/code-version';
import { digestOf } from '#activities/store/digest';
import { Analysis } from '#domain/analysis';
import type { Decision } from '#domain/approval';
import { ArtifactRef } from '#domain/artifact';
import { findBrand } from '#domain/brands';
import { composeFilm, FilmProps } from '#domain/film/film';
import { FilmPictures } from '#domain/film/pictures';
import { layTimeline } from '#domain/lay-timeline';
import { filmSeriesOf, type ProductionRequest } from '#domain/production';
import { wholeFraction } from '#domain/progress';
import { Script } from '#domain/script';
import type { Take } from '#domain/speech';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import { Timeline } from '#domain/timeline';
import { appendStepProgress } from '#prisma/records/progress';
import { findStepResults } from '#prisma/records/steps';
import type { RunRef } from '#workflows/messages';
import { loader, WHOLE, type WorkerParts } from './parts.ts';

/** A film as props: whole for preview and checks, and scene by scene for the renderer. */
export const ComposedFilm = z.object({
  film: ArtifactRef,
  scenes: z.array(z.object({ id: z.string(), frames: z.int(), props: ArtifactRef })),
});

/** From takes to the props of every scene: pure steps. */
export function composeActivities({ db, store, steps }: WorkerParts) {
  const load = loader(store);

  /** Says before the first frame how many scenes will be drawn; the others are found. A lost line is no reason to lose the work. */
  const tellPlan = async (run: RunRef, film: FilmProps): Promise<void> => {
    const { scenes } = await planRender(film, await renderCodeVersion(), (keys) => findStepResults(db, keys));
    const note = `draws ${scenes.filter(({ reused }) => !reused).length} of ${scenes.length} scenes`;
    const event = {
      status: 'running',
      stage: 'render',
      stageFraction: 0,
      fraction: wholeFraction('render', 0),
    } as const;
    const nobody = { waitsFor: 'system', estimateSeconds: null, error: null } as const;
    await appendStepProgress(db, { productionId: run.productionId, ...event, ...nobody, note }).catch(() => undefined);
  };

  return {
    async layTimeline(order: { run: RunRef; request: ProductionRequest; script: ArtifactRef; takes: Take[] }) {
      const { run, takes } = order;
      const script = await load(Script, order.script);
      const template = findTemplate(order.request.template);
      const input = {
        script: digestOf({ ...script, version: 0, author: '' }),
        takes,
        template: templateRef(template),
      };
      return steps.run(
        { run, stage: 'timeline', label: '', version: codeVersion('domain'), input, share: WHOLE },
        z.object({ timeline: ArtifactRef }),
        async () => ({
          timeline: await store.putJson(Timeline.parse(layTimeline(script, takes, template)), 'timeline'),
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
      const { run, ...input } = order;
      const composed = await steps.run(
        { run, stage: 'timeline', label: 'compose', version: codeVersion('domain'), input, share: null },
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
            series: filmSeriesOf(order.request),
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
      await tellPlan(run, await load(FilmProps, composed.film));
      return composed;
    },
  };
}
