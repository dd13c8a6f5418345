import type { Aspect } from './aspect.ts';
import {
  breakCaption,
  CAPTION_GAP_FRAMES,
  CAPTION_LIMITS,
  CAPTION_MIN_FRAMES,
  captionLength,
  captionLine,
} from './captions.ts';
import { StudioError } from './errors.ts';
import type { ChapterId, Language, SceneKind, Script, Sentence } from './script.ts';
import type { Take } from './speech.ts';
import type { Template } from './template.ts';
import type { Caption, TimedScene, Timeline } from './timeline.ts';

/** A chapter lasts at least this long (YouTube), seconds. */
export const CHAPTER_MIN_SECONDS = 10;

/** Scenes that may stand once in every chapter. */
const ONE_A_CHAPTER: ReadonlySet<SceneKind> = new Set(['chapter', 'quiz']);

/** `<kind>`, or `<kind>-<chapter>` for one that a film may have several of: unique in the film and stable over versions. */
export const sceneId = (kind: SceneKind, chapterId: ChapterId): string =>
  ONE_A_CHAPTER.has(kind) ? `${kind}-${chapterId}` : kind;

/**
 * The film's clock, from how long each sentence was spoken. Scenes stand in the template's order and begin and end on sentence boundaries;
 * each sentence starts on a frame; a scene shorter than its `minFrames` rests on its last picture. Subtitles follow the clauses' own times;
 * one that would be too short to read holds, and what comes after waits for it, so the limits are laws. Pure: no clock, no randomness.
 * @throws StudioError TIMELINE_INVALID when a take is missing or fewer than three chapters remain
 */
export function layTimeline(script: Script, takes: readonly Take[], template: Template): Timeline {
  const bySentence = new Map(takes.map((take) => [take.sentenceId, take]));
  const film: FilmParts = { scenes: [], captions: [], chapters: [], voice: [] };
  let at = 0;
  for (const plan of template.chapters) {
    const chapter = script.chapters.find((item) => item.id === plan.id);
    if (!chapter) continue;
    const start = at;
    film.chapters.push({ id: chapter.id, title: chapter.title, startFrame: start });
    for (const scenePlan of plan.scenes) {
      const sentences = chapter.sentences.filter((sentence) => sentence.scene === scenePlan.kind);
      if (sentences.length === 0) continue;
      const laid = layScene({ sentences, bySentence, scenePlan, template, language: script.language, from: at });
      const id = sceneId(scenePlan.kind, chapter.id);
      film.scenes.push({ id, kind: scenePlan.kind, chapterId: chapter.id, from: at, ...laid.scene });
      film.captions.push(...laid.captions);
      film.voice.push(...laid.voice);
      at += laid.scene.durationInFrames;
    }
    at += fillChapter(film, at - start, template.fps);
  }
  const spoken = film.voice.length;
  const written = script.chapters.reduce((sum, chapter) => sum + chapter.sentences.length, 0);
  if (spoken !== written) invalid(`${written - spoken} sentence(s) have no scene in template ${template.id}`);
  if (film.chapters.length < 3) invalid('fewer than three chapters');
  return { fps: template.fps, durationInFrames: at, ...film };
}

interface FilmParts {
  scenes: TimedScene[];
  captions: Caption[];
  chapters: Timeline['chapters'];
  voice: Timeline['voice'];
}

const invalid = (detail: string): never => {
  throw new StudioError('TIMELINE_INVALID', { detail });
};

/** A chapter below ten seconds rests at its end; returns the frames added. */
function fillChapter(film: FilmParts, frames: number, fps: number): number {
  const short = CHAPTER_MIN_SECONDS * fps - frames;
  const last = film.scenes.at(-1);
  if (short <= 0 || !last) return 0;
  last.durationInFrames += short;
  return short;
}

interface SceneOrder {
  readonly sentences: readonly Sentence[];
  readonly bySentence: ReadonlyMap<string, Take>;
  readonly scenePlan: Template['chapters'][number]['scenes'][number];
  readonly template: Template;
  readonly language: Language;
  readonly from: number;
}

function layScene(order: SceneOrder) {
  const { scenePlan, template, language, from } = order;
  const frames = (ms: number) => Math.ceil((ms * template.fps) / 1000 - 1e-6);
  const scene: Pick<TimedScene, 'durationInFrames' | 'sentences' | 'cues'> = {
    durationInFrames: 0,
    sentences: [],
    cues: [],
  };
  const captions: Caption[] = [];
  const voice: Timeline['voice'] = [];
  let at = scenePlan.leadFrames;
  for (const [i, sentence] of order.sentences.entries()) {
    const take = order.bySentence.get(sentence.id) ?? invalid(`sentence ${sentence.id} has no take`);
    const spoken = at + frames(take.durationMs);
    const laid = layCaptions(sentence, take, {
      start: from + at,
      fps: template.fps,
      language,
      aspect: template.aspect,
    });
    // A subtitle that needs longer to read than its words take to say keeps its sentence on screen.
    const end = Math.max(spoken, (laid.at(-1)?.endFrame ?? 0) - from);
    captions.push(...laid);
    voice.push({ sentenceId: sentence.id, audio: take.audio, startFrame: from + at, durationMs: take.durationMs });
    scene.sentences.push({ id: sentence.id, startFrame: at, endFrame: end });
    if (sentence.cue !== null) scene.cues.push({ cue: sentence.cue, startFrame: at, endFrame: end });
    const more = i < order.sentences.length - 1;
    at =
      end + (more ? Math.max(frames(template.sentenceGapMs), CAPTION_GAP_FRAMES) : 0) + frames(sentence.pauseAfterMs);
  }
  scene.durationInFrames = Math.max(at + scenePlan.tailFrames, scenePlan.minFrames);
  return { scene, captions, voice };
}

interface CaptionOrder {
  /** First frame of the sentence in the film. */
  readonly start: number;
  readonly fps: number;
  readonly language: Language;
  readonly aspect: Aspect;
}

/** Frames a subtitle must stay so that it can be read. */
function readingFrames(lines: readonly string[], language: Language, fps: number): number {
  const characters = lines.reduce((sum, line) => sum + captionLength(line), 0);
  return Math.max(CAPTION_MIN_FRAMES, Math.ceil((characters / CAPTION_LIMITS[language].perSecond) * fps));
}

function layCaptions(sentence: Sentence, take: Take, { start, fps, language, aspect }: CaptionOrder): Caption[] {
  const broken = breakCaption(sentence.text, language, captionLine(language, aspect));
  const times = captionTimes(broken, take);
  const captions: Caption[] = [];
  let free = start;
  for (const [i, lines] of broken.entries()) {
    const startFrame = Math.max(free, start + Math.floor((times[i]!.startMs * fps) / 1000));
    const next = times[i + 1];
    const spoken = start + Math.ceil((times[i]!.endMs * fps) / 1000);
    const held = next ? start + Math.floor((next.startMs * fps) / 1000) - CAPTION_GAP_FRAMES : spoken;
    const endFrame = Math.max(spoken, held, startFrame + readingFrames(lines, language, fps));
    // While the next one's words have begun, this one leaves as soon as it could be read.
    const end = next ? Math.max(startFrame + readingFrames(lines, language, fps), Math.min(endFrame, held)) : endFrame;
    captions.push({ sentenceId: sentence.id, startFrame, endFrame: end, lines, keyWord: keyWordOf(sentence, lines) });
    free = end + CAPTION_GAP_FRAMES;
  }
  return captions;
}

/** The first stressed words that stand whole in one line. */
const keyWordOf = (sentence: Sentence, lines: readonly string[]): string | null =>
  sentence.emphasis.find((words) => lines.some((line) => line.includes(words))) ?? null;

/** When each subtitle's words sound: from the clauses' exact times; inside a clause, in proportion to its characters. */
function captionTimes(captions: readonly (readonly string[])[], take: Take): { startMs: number; endMs: number }[] {
  const bare = (text: string) => [...text.replace(/\s+/g, '')].length;
  const clauses = take.clauses.map((clause) => ({ ...clause, size: bare(clause.text) }));
  /** Time of the border before the n-th character; at a border between clauses, the end of one or the start of the next. */
  const timeAt = (position: number, side: 'start' | 'end'): number => {
    let passed = 0;
    for (const clause of clauses) {
      const inside = position - passed;
      if (side === 'start' ? inside < clause.size : inside <= clause.size) {
        return clause.startMs + ((clause.endMs - clause.startMs) * Math.max(0, inside)) / Math.max(1, clause.size);
      }
      passed += clause.size;
    }
    return clauses.at(-1)!.endMs;
  };
  let position = 0;
  return captions.map((lines) => {
    const startMs = timeAt(position, 'start');
    position += lines.reduce((sum, line) => sum + bare(line), 0);
    return { startMs, endMs: timeAt(position, 'end') };
  });
}
