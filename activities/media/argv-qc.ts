import type { FfmpegJob } from './ffmpeg.ts';

/** Frozen = the mean difference stays under this share of full scale; low enough for a thread that draws itself, above x264's refresh noise. */
const FREEZE_NOISE = 0.0005;
export const FREEZE_SECONDS = 4;
export const SILENCE_SECONDS = 2;
/** Cells across and down whose mean is kept of every frame, for the check of flashes. */
export const FLASH_CELLS = 24;

/**
 * Looks once through the whole film: black and frozen stretches of the picture (judged at a quarter of its size), silence, the sound itself
 * as mono PCM for the checks of speech, the luma of some frames (ascending, whole frames one after another), and of every frame a few cells.
 * What was seen is on stderr.
 */
export function inspectJob(
  film: string,
  frames: readonly number[],
  outputs: { readonly sound: string; readonly luma: string; readonly cells: string },
): FfmpegJob {
  const picture = [
    'blackdetect=d=0.12:pix_th=0.02:pic_th=0.999',
    `freezedetect=n=${FREEZE_NOISE}:d=${FREEZE_SECONDS}`,
  ].join(',');
  const chosen = frames.map((frame) => `eq(n,${frame})`).join('+') || '0';
  const graph = [
    '[0:v:0]split=2[whole][some]',
    '[whole]scale=480:-2:flags=area,split=2[small][every]',
    `[small]${picture}[v]`,
    `[some]select='${chosen}',setpts=N/FRAME_RATE/TB,format=gray[luma]`,
    `[every]scale=${FLASH_CELLS}:${FLASH_CELLS}:flags=area,format=gray[cells]`,
    `[0:a:0]silencedetect=n=-55dB:d=${SILENCE_SECONDS}[a]`,
  ].join(';');
  return {
    inputs: [{ source: film, options: [] }],
    options: [
      ...['-filter_complex', graph, '-map', '[v]', '-f', 'null', '-'],
      ...['-map', '[luma]', '-c:v', 'rawvideo', '-f', 'rawvideo', outputs.luma],
      ...['-map', '[cells]', '-c:v', 'rawvideo', '-f', 'rawvideo', outputs.cells],
      ...['-map', '[a]', '-ac', '1', '-ar', '48000', '-c:a', 'pcm_s16le', '-fflags', '+bitexact', '-f', 'wav'],
    ],
    output: outputs.sound,
  };
}

/** The film's own subtitles as SubRip. */
export const subtitlesJob = (film: string, output: string): FfmpegJob => ({
  inputs: [{ source: film, options: [] }],
  options: ['-map', '0:s:0', '-c:s', 'srt', '-f', 'srt'],
  output,
});

/** One frame as 8-bit luma of a region, on a file. */
export function lumaJob(
  film: string,
  frame: number,
  fps: number,
  region: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  output: string,
): FfmpegJob {
  const { x, y, width, height } = region;
  return {
    inputs: [{ source: film, options: ['-ss', Math.max(0, (frame - 0.25) / fps).toFixed(4)] }],
    options: [
      ...['-an', '-sn', '-frames:v', '1', '-vf', `crop=${width}:${height}:${x}:${y},format=gray`],
      ...['-c:v', 'rawvideo', '-f', 'rawvideo'],
    ],
    output,
  };
}
