import { estimateTake, speakerOf } from '#domain/estimate-speech';
import { layTimeline } from '#domain/lay-timeline';
import type { Script } from '#domain/script';
import type { SpeakerId } from '#domain/speech';
import type { Template } from '#domain/template';
import type { Timeline } from '#domain/timeline';

/** The film's clock as it is likely to be, before a voice has spoken: what the preview of a script plays by. */
export function draftTimeline(script: Script, template: Template, doctor: SpeakerId): Timeline {
  const sentences = script.chapters.flatMap((chapter) => chapter.sentences);
  const takes = sentences.map((sentence) => estimateTake(sentence, script.language, speakerOf(sentence, doctor)));
  return layTimeline(script, takes, template);
}
