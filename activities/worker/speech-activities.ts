import { Context } from '@temporalio/activity';
import { z } from 'zod';
import { espeakEngine } from '#activities/speech/espeak';
import { speakSentence } from '#activities/speech/speak-sentence';
import { takeStep } from '#activities/speech/take-step';
import type { ArtifactRef } from '#domain/artifact';
import { StudioError } from '#domain/errors';
import type { ProductionRequest } from '#domain/production';
import { Script } from '#domain/script';
import { Take } from '#domain/speech';
import type { RunRef } from '#workflows/messages';
import { loader, type WorkerParts } from './parts.ts';

/** One sentence at a time. */
export function speechActivities({ store, steps }: WorkerParts) {
  const load = loader(store);

  return {
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
      const step = takeStep(sentence, script.language, speaker, engine);
      const share = { from: index / count, to: (index + 1) / count };
      return steps.run({ ...step, run, label: sentenceId, share }, z.object({ take: Take }), async (work) => ({
        take: await speakSentence(sentence, { language: script.language, speaker }, store, work),
      }));
    },
  };
}
