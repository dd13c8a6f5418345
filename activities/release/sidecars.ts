import type { Description } from '#domain/film/description';
import type { Script } from '#domain/script';
import type { Timeline } from '#domain/timeline';

const two = (value: number): string => String(value).padStart(2, '0');

/** `HH:MM:SS` and milliseconds, with the separator the format wants. */
function clock(frame: number, fps: number, separator: ',' | '.'): string {
  const ms = Math.round((frame * 1000) / fps);
  const seconds = Math.floor(ms / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${time}${separator}${String(ms % 1000).padStart(3, '0')}`;
}

/** SubRip. */
export function subRip({ captions, fps }: Timeline): string {
  const cues = captions.map(({ startFrame, endFrame, lines }, index) => {
    const times = `${clock(startFrame, fps, ',')} --> ${clock(endFrame, fps, ',')}`;
    return `${index + 1}\n${times}\n${lines.join('\n')}\n`;
  });
  return `${cues.join('\n')}\n`;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** WebVTT subtitles; each cue is named by its sentence. */
export function webVtt({ captions, fps }: Timeline): string {
  const cues = captions.map(({ startFrame, endFrame, lines, sentenceId }, index) => {
    const times = `${clock(startFrame, fps, '.')} --> ${clock(endFrame, fps, '.')}`;
    return `${index + 1}-${sentenceId}\n${times}\n${lines.map(escapeText).join('\n')}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** Chapters as video platforms read them out of a description: `0:00 title`, the first at zero. */
export function chapterList({ chapters, fps }: Timeline): string {
  return chapters
    .map(({ title, startFrame }) => {
      const seconds = Math.floor(startFrame / fps);
      return `${Math.floor(seconds / 60)}:${two(seconds % 60)} ${title}\n`;
    })
    .join('');
}

/** Chapters as a WebVTT track. */
export function chapterVtt({ chapters, fps, durationInFrames }: Timeline): string {
  const cues = chapters.map(({ title, startFrame, id }, index) => {
    const end = chapters[index + 1]?.startFrame ?? durationInFrames;
    return `${id}\n${clock(startFrame, fps, '.')} --> ${clock(end, fps, '.')}\n${escapeText(title)}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** What is seen and not said, as a WebVTT track of kind `descriptions`. */
export function descriptionVtt(descriptions: readonly Description[], fps: number): string {
  const cues = descriptions.map(({ id, startFrame, endFrame, text }) => {
    return `${id}\n${clock(startFrame, fps, '.')} --> ${clock(endFrame, fps, '.')}\n${escapeText(text)}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** The spoken text as a page that stands alone: chapters as headings, each sentence with its time. */
export function transcriptPage(script: Script, timeline: Timeline, labels: readonly string[]): string {
  const startOf = new Map(timeline.voice.map((take) => [take.sentenceId, take.startFrame]));
  const chapters = script.chapters.map(({ id, title, sentences }) => {
    const lines = sentences.map((sentence) => {
      const frame = startOf.get(sentence.id);
      const time = frame === undefined ? '' : clock(frame, timeline.fps, '.').slice(3, 8);
      return `<p id="${sentence.id}"><time>${time}</time> ${escapeText(sentence.text)}</p>`;
    });
    return `<section id="chapter-${id}"><h2>${escapeText(title)}</h2>\n${lines.join('\n')}\n</section>`;
  });
  const style =
    'body{font:18px/1.7 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#1b1b1b;background:#fff}' +
    'time{color:#595959;font-variant-numeric:tabular-nums;margin-right:.6em}footer{color:#595959;margin-top:3em}';
  return [
    `<!doctype html>\n<html lang="${script.language}">\n<head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeText(script.title)}</title><style>${style}</style></head>\n<body><main>`,
    `<h1>${escapeText(script.title)}</h1>\n<p>${escapeText(script.question)}</p>`,
    ...chapters,
    `</main><footer>${labels.map((label) => `<p>${escapeText(label)}</p>`).join('')}</footer></body>\n</html>\n`,
  ].join('\n');
}
