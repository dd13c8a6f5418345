import { z } from 'zod';
import { writeScript } from '#activities/script/write-script';
import { codeVersion } from '#activities/store/code-version';
import { Analysis } from '#domain/analysis';
import { ArtifactRef } from '#domain/artifact';
import { checkScript } from '#domain/check-script';
import type { ProductionRequest } from '#domain/production';
import { rebaseScript } from '#domain/rebase-script';
import { Script } from '#domain/script';
import { templateRef } from '#domain/template';
import { findTemplate } from '#domain/templates';
import type { RunRef } from '#workflows/messages';
import { guard, languageOf, loader, WHOLE, type WorkerParts } from './parts.ts';

/** The narration's words, before people have them. */
export function scriptActivities({ store, steps }: WorkerParts) {
  const load = loader(store);
  const guarded = guard(steps);

  return {
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
      const [template, language] = await guarded('script', async () => [
        findTemplate(request.template),
        languageOf(request),
      ]);
      const version = codeVersion('activities/script', 'domain');
      const { title, audience } = request;
      const input = { analysis: analysis.digest, template: templateRef(template), language, comment, title, audience };
      return steps.run(
        { run, stage: 'script', label: 'draft', version, input, share: WHOLE },
        z.object({ script: ArtifactRef }),
        async () => {
          const script = writeScript(await load(Analysis, analysis), { template, language, comment, wishes: request });
          return { script: await store.putJson(script, 'script') };
        },
      );
    },

    /**
     * The script after its findings were corrected. The template's own is drafted anew; a person's keeps every sentence that is still true.
     * What cannot be brought to agree with the findings at all is drafted anew too, and then says so by its author.
     */
    async rescript(order: {
      run: RunRef;
      request: ProductionRequest;
      /** The text as it was: in the store, or in the words of the revision before. */
      script: ArtifactRef | Script;
      /** The analysis it was written to. */
      basis: ArtifactRef;
      analysis: ArtifactRef;
      author: string;
    }): Promise<{ script: ArtifactRef; author: string }> {
      return guarded('script', async () => {
        const { request, author } = order;
        const [template, language] = [findTemplate(request.template), languageOf(request)];
        const [before, after] = await Promise.all([load(Analysis, order.basis), load(Analysis, order.analysis)]);
        const drafted = writeScript(after, { template, language, wishes: request });
        const fresh = { script: await store.putJson(drafted, 'script'), author: drafted.author };
        if (author.startsWith('template:')) return fresh;
        const written = 'chapters' in order.script ? Script.parse(order.script) : await load(Script, order.script);
        const drafts = { before: writeScript(before, { template, language, wishes: request }), after: drafted };
        const rebased = rebaseScript(written, drafts, after);
        if (checkScript(rebased, after).length > 0) return fresh;
        return { script: await store.putJson(rebased, 'script'), author };
      });
    },
  };
}
