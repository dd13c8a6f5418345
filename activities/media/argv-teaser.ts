import { VIDEO_ENCODER } from './argv-video.ts';
import type { FfmpegJob } from './ffmpeg.ts';

/** Seconds of a frame, never above its time: seeking begins at the first frame at or after it. */
const seconds = (frame: number, fps: number): string => (Math.floor((frame * 1e6) / fps) / 1e6).toFixed(6);

/** Sound at a cut fades this long, s: a cut never clicks. */
const FADE = 0.02;

/**
 * Pieces of a film one after another: picture to a video file, sound to a WAV file. Sought piece by piece, so that only what is shown is
 * decoded; encoded anew, since pieces end between key frames.
 */
export function cutJob(
  film: string,
  pieces: readonly { readonly from: number; readonly to: number }[],
  fps: number,
  output: { readonly picture: string; readonly sound: string },
): FfmpegJob {
  const sounds = pieces.map(({ from, to }, i) => {
    const out = ((to - from) / fps - FADE).toFixed(3);
    return `[${i}:a:0]afade=t=in:d=${FADE},afade=t=out:st=${out}:d=${FADE}[a${i}]`;
  });
  const joined = pieces.map((_, i) => `[${i}:v:0][a${i}]`).join('');
  return {
    inputs: pieces.map(({ from, to }) => ({
      source: film,
      options: ['-ss', seconds(from, fps), '-t', seconds(to - from, fps)],
    })),
    options: [
      ...['-filter_complex', [...sounds, `${joined}concat=n=${pieces.length}:v=1:a=1[v][a]`].join(';')],
      ...['-map', '[a]', '-ac', '2', '-ar', '48000', '-c:a', 'pcm_s16le', '-fflags', '+bitexact', '-f', 'wav'],
      output.sound,
      ...[
        '-map',
        '[v]',
        '-r',
        String(fps),
        '-c:v',
        'libx264',
        '-profile:v',
        'high',
        '-preset',
        'veryfast',
        '-crf',
        '19',
      ],
      ...['-pix_fmt', 'yuv420p', '-threads', String(VIDEO_ENCODER.threads), '-g', String(VIDEO_ENCODER.keyframeEvery)],
      ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...['-video_track_timescale', String(VIDEO_ENCODER.timescale), '-map_metadata', '-1', '-map_chapters', '-1'],
      ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-f', 'mp4'],
    ],
    output: output.picture,
  };
}
