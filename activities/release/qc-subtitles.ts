import type { Aspect } from '#domain/aspect';
import { CAPTION_GAP_FRAMES, CAPTION_LIMITS, CAPTION_MIN_FRAMES, captionLength, captionLine } from '#domain/captions';
import type { QcCheck } from '#domain/release';
import type { Language, Script } from '#domain/script';
import type { Timeline } from '#domain/timeline';
import { check } from './qc-container.ts';
import { subRip } from './sidecars.ts';

const REPORTED = 5;
const said = (faults: readonly string[], otherwise: string): string =>
  faults.slice(0, REPORTED).join('; ') || otherwise;

/** Subtitles within the limits: two lines, line length, reading speed, least time, a gap between two, inside the film. */
export function subtitleLimits(timeline: Timeline, language: Language, aspect: Aspect): QcCheck {
  const limit = { ...CAPTION_LIMITS[language], line: captionLine(language, aspect) };
  const faults: string[] = [];
  let free = 0;
  for (const { sentenceId: id, startFrame, endFrame, lines } of timeline.captions) {
    const frames = endFrame - startFrame;
    const speed = (lines.reduce((sum, line) => sum + captionLength(line), 0) * timeline.fps) / frames;
    if (lines.some((line) => captionLength(line) > limit.line)) faults.push(`${id}: long line`);
    if (lines.length > limit.lines) faults.push(`${id}: ${lines.length} lines`);
    if (frames < CAPTION_MIN_FRAMES) faults.push(`${id}: ${frames} frames`);
    else if (speed > limit.perSecond) faults.push(`${id}: ${speed.toFixed(1)} a second`);
    if (startFrame < free - CAPTION_GAP_FRAMES || endFrame > timeline.durationInFrames)
      faults.push(`${id}: out of order`);
    else if (startFrame < free) faults.push(`${id}: no gap before it`);
    free = endFrame + CAPTION_GAP_FRAMES;
  }
  const wanted = `${limit.lines} lines of ${limit.line}, ${limit.perSecond} characters a second, ${CAPTION_GAP_FRAMES} frames apart`;
  return check('subtitles', faults.length === 0, said(faults, `${timeline.captions.length}`), wanted);
}

const bare = (text: string): string => text.normalize('NFC').replace(/[\s\p{P}]/gu, '');

/** The subtitles of each sentence, joined, are the approved sentence, and no sentence is left out or added. */
export function subtitleText(timeline: Timeline, script: Script): QcCheck {
  const shown = new Map<string, string>();
  for (const { sentenceId, lines } of timeline.captions)
    shown.set(sentenceId, (shown.get(sentenceId) ?? '') + lines.join(''));
  const faults: string[] = [];
  for (const { id, text } of script.chapters.flatMap(({ sentences }) => sentences)) {
    if (!shown.has(id)) faults.push(`${id} has none`);
    else if (bare(shown.get(id) ?? '') !== bare(text)) faults.push(`${id} differs`);
    shown.delete(id);
  }
  faults.push(...[...shown.keys()].map((id) => `${id} is not approved`));
  return check('subtitles-text', faults.length === 0, said(faults, `${timeline.captions.length}`), 'the approved text');
}

/** What players will show: the file's own subtitle track, cue by cue, against the plan. */
export function subtitleTrack(track: string | null, timeline: Timeline): QcCheck {
  const cues = (text: string) =>
    text
      .replaceAll('\r', '')
      .trim()
      .split(/\n{2,}/)
      .filter((cue) => cue !== '')
      .map((cue) => cue.split('\n').slice(1));
  const seconds = (clock: string) =>
    clock.split(/[:,]/).reduce((sum, part, i) => sum + Number(part) / [1 / 3600, 1 / 60, 1, 1000][i]!, 0);
  const [found, wanted] = [cues(track ?? ''), cues(subRip(timeline))];
  const off = wanted.findIndex(([times = '', ...lines], index) => {
    const [own = '', ...ownLines] = found[index] ?? [];
    const [from = '', to = ''] = times.split(' --> ').map((clock) => String(seconds(clock)));
    const [ownFrom = '', ownTo = ''] = own.split(' --> ').map((clock) => String(seconds(clock)));
    const near = (a: string, b: string) => Math.abs(Number(a) - Number(b)) < 0.02;
    return !near(from, ownFrom) || !near(to, ownTo) || bare(lines.join('')) !== bare(ownLines.join(''));
  });
  const passed = off < 0 && found.length === wanted.length;
  const text = passed
    ? `${found.length}`
    : off >= 0
      ? `number ${off + 1} differs`
      : `${found.length} of ${wanted.length}`;
  return check('subtitle-track', passed, text, 'every subtitle, word for word, in its time');
}
