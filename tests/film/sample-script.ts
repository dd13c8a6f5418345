import { breakCaption, captionLine } from '#domain/captions';
import { sceneId } from '#domain/lay-timeline';
import type { Script, Sentence } from '#domain/script';
import type { Template } from '#domain/template';
import type { Caption, TimedScene, Timeline } from '#domain/timeline';

/** Subtitles of one sentence, broken as the film's own, each for an equal part of its time. */
function subtitles(sentence: Sentence, { language }: Script, template: Template, from: number, to: number): Caption[] {
  const broken = breakCaption(sentence.text, language, captionLine(language, template.aspect));
  const step = (to - from) / broken.length;
  return broken.map((lines, i) => ({
    sentenceId: sentence.id,
    startFrame: Math.round(from + i * step),
    endFrame: Math.round(from + (i + 1) * step) - (i < broken.length - 1 ? 2 : 0),
    lines,
    keyWord: sentence.emphasis.find((words) => lines.some((line) => line.includes(words))) ?? null,
  }));
}

/** Lays a script out at an even pace: five frames a Chinese character or two a letter, nine between sentences. */
export function sampleTimeline(script: Script, template: Template): Timeline {
  const scenes: TimedScene[] = [];
  const captions: Caption[] = [];
  const chapters: Timeline['chapters'] = [];
  let at = 0;
  for (const chapter of script.chapters) {
    const plan = template.chapters.find((item) => item.id === chapter.id);
    chapters.push({ id: chapter.id, title: chapter.title, startFrame: at });
    for (const { kind, leadFrames, tailFrames, minFrames } of plan?.scenes ?? []) {
      const said = chapter.sentences.filter((sentence) => sentence.scene === kind);
      if (said.length === 0) continue;
      const id = sceneId(kind, chapter.id);
      const scene: TimedScene = {
        id,
        kind,
        chapterId: chapter.id,
        from: at,
        durationInFrames: 0,
        sentences: [],
        cues: [],
      };
      let frame = leadFrames;
      for (const sentence of said) {
        const end = frame + Math.max(38, sentence.text.length * (script.language === 'en' ? 2 : 5));
        scene.sentences.push({ id: sentence.id, startFrame: frame, endFrame: end });
        if (sentence.cue) scene.cues.push({ cue: sentence.cue, startFrame: frame, endFrame: end });
        captions.push(...subtitles(sentence, script, template, at + frame, at + end));
        frame = end + 9;
      }
      scene.durationInFrames = Math.max(minFrames, frame - 9 + tailFrames);
      scenes.push(scene);
      at += scene.durationInFrames;
    }
  }
  return { fps: template.fps, durationInFrames: at, scenes, captions, chapters, voice: [] };
}
