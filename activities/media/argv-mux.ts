import type { FfmpegJob } from './ffmpeg.ts';

export interface MuxInput {
  readonly picture: string;
  readonly voice: string;
  readonly subtitles: string;
  /** An FFMETADATA1 file with the chapters. */
  readonly chapters: string;
  readonly title: string;
  /** The series it belongs to and its number there. */
  readonly series?: { readonly name: string; readonly episode: number | null } | null;
  /** ISO 639-2/T, as MP4 wants it: `zho`, `eng`. */
  readonly language: string;
  readonly aigc: string;
}

/**
 * Picture, sound, subtitle track and chapters into one film; nothing is encoded again. `use_metadata_tags` keeps the AIGC member (without it
 * the MP4 muxer drops unknown keys), `faststart` puts the index first, bitexact leaves out times, so that equal inputs give equal bytes.
 * Only global metadata are unmapped: a bare `-map_metadata -1` would empty the chapters' titles too.
 */
export function muxJob(input: MuxInput, output: string): FfmpegJob {
  const plain = (source: string) => ({ source, options: [] });
  return {
    inputs: [
      plain(input.picture),
      plain(input.voice),
      { source: input.subtitles, options: ['-f', 'srt', '-sub_charenc', 'UTF-8'] },
      { source: input.chapters, options: ['-f', 'ffmetadata'] },
    ],
    options: [
      ...['-map', '0:v:0', '-map', '1:a:0', '-map', '2:s:0', '-map_metadata:g', '-1', '-map_chapters', '3'],
      ...['-c:v', 'copy', '-c:a', 'copy', '-c:s', 'mov_text', '-video_track_timescale', '12800'],
      ...['-metadata', `title=${input.title}`, '-metadata', `AIGC=${input.aigc}`],
      ...seriesTags(input.series ?? null),
      ...['-metadata:s:v:0', `language=${input.language}`, '-metadata:s:a:0', `language=${input.language}`],
      ...['-metadata:s:s:0', `language=${input.language}`, '-disposition:s:0', '0'],
      ...['-fflags', '+bitexact', '-flags:s', '+bitexact', '-movflags', '+faststart+use_metadata_tags', '-f', 'mp4'],
    ],
    output,
  };
}

const seriesTags = (series: MuxInput['series']): string[] =>
  series
    ? ['-metadata', `show=${series.name}`, ...(series.episode ? ['-metadata', `episode_sort=${series.episode}`] : [])]
    : [];

const escapeMeta = (text: string): string => text.replace(/[=;#\\\n]/g, (char) => `\\${char}`);

/** Chapters for ffmpeg, contiguous to the film's end. Times in frames. */
export function chapterMetadata(
  chapters: readonly { readonly title: string; readonly startFrame: number }[],
  durationInFrames: number,
  fps: number,
): string {
  const parts = chapters.map((chapter, index) => {
    const end = chapters[index + 1]?.startFrame ?? durationInFrames;
    return `[CHAPTER]\nTIMEBASE=1/${fps}\nSTART=${chapter.startFrame}\nEND=${end}\ntitle=${escapeMeta(chapter.title)}\n`;
  });
  return `;FFMETADATA1\n${parts.join('')}`;
}
