import { clausesOf } from '#domain/clauses';
import { layTimeline } from '#domain/lay-timeline';
import type { Script } from '#domain/script';
import type { Take } from '#domain/speech';
import type { Template } from '#domain/template';
import type { Timeline } from '#domain/timeline';

export function draftTimeline(script: Script, template: Template): Timeline {
  const takes: Take[] = script.chapters.flatMap((chapter) =>
    chapter.sentences.map((sentence) => {
      let at = 30;
      const clauses = clausesOf(sentence.text, script.language).map(({ text, pauseMs }) => {
        const startMs = at;
        const endMs = startMs + ([...text].length * 1000) / (script.language === 'en' ? 15 : 4.5);
        at = endMs + pauseMs;
        return { text, startMs, endMs };
      });
      return {
        sentenceId: sentence.id,
        audio: { digest: '0'.repeat(64), mediaType: 'audio/wav', bytes: 0, role: 'take' },
        durationMs: at + 50,
        clauses,
        engine: { id: 'draft', version: '1', tier: 'formant', voice: 'none' },
      };
    }),
  );
  return layTimeline(script, takes, template);
}
