import { setLines } from '#domain/film/lines';
import type { Script, Sentence } from '#domain/script';
import type { Template } from '#domain/template';
import type { Caption, TimedScene, Timeline } from '#domain/timeline';

/** Subtitles of one sentence: two lines at most each, cut where it pauses; a stand-in for the timeline's own. */
function subtitles(sentence: Sentence, language: Script['language'], from: number, to: number): Caption[] {
  const room = language === 'en' ? 1000 : 740;
  const setting = { face: 'text', tracking: 0, maxWidth: room, maxLines: 2, sizes: [46] } as const;
  const parts = sentence.text.match(/[^，。：；？,.:;?]+[，。：；？,.:;?]?\s*/g) ?? [sentence.text];
  const groups: string[] = [];
  for (const part of parts) {
    const joined = (groups.at(-1) ?? '') + part;
    if (groups.length > 0 && setLines(joined, language, setting).lines.length <= 2) groups[groups.length - 1] = joined;
    else groups.push(part);
  }
  const step = (to - from) / groups.length;
  return groups.map((text, i) => ({
    sentenceId: sentence.id,
    startFrame: Math.round(from + i * step),
    endFrame: Math.round(from + (i + 1) * step) - (i < groups.length - 1 ? 2 : 0),
    lines: setLines(text.trim(), language, setting).lines.slice(0, 2),
    keyWord: sentence.emphasis.find((words) => text.includes(words)) ?? null,
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
      const id = kind === 'chapter' ? `chapter-${chapter.id}` : kind;
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
        captions.push(...subtitles(sentence, script.language, at + frame, at + end));
        frame = end + 9;
      }
      scene.durationInFrames = Math.max(minFrames, frame - 9 + tailFrames);
      scenes.push(scene);
      at += scene.durationInFrames;
    }
  }
  return { fps: template.fps, durationInFrames: at, scenes, captions, chapters, voice: [] };
}
