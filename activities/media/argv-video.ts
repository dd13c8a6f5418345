import type { FramePlan } from '#activities/render/frame-plan';
import type { Size } from '#activities/render/planes';
import type { FfmpegJob } from './ffmpeg.ts';

/**
 * Everything that decides a chunk's bytes beside its frames. Chunks join by stream copy only while this is the same, so it is part of the
 * chunk's key. Threads are fixed because x264's output depends on their number, not on the machine.
 */
export const VIDEO_ENCODER = {
  version: 'x264-2',
  picture: 'jpeg',
  pictureQuality: 92,
  preset: 'veryfast',
  crf: 18,
  /** Five seconds at 25 fps: seeking stays quick, a still picture stays cheap. */
  keyframeEvery: 125,
  threads: 4,
  timescale: 12800,
} as const;

/** Chrome's JPEG is full range BT.601; the film is limited range BT.709. zscale rounds right (scale was off by up to 4 of 255) and is twice as fast. */
const TO_FILM_COLOUR =
  'zscale=matrixin=470bg:rangein=full:primariesin=709:transferin=709:matrix=709:range=limited:primaries=709:transfer=709,format=yuv420p,setsar=1';

/**
 * Presentation time of the N-th written picture, in seconds: each is written once and stands until the next one. The last picture is written
 * again at the scene's last frame, because a stream's end says nothing about how long its last picture stands.
 */
export function timesExpression(plan: Pick<FramePlan, 'runs'>, fps: number): string {
  const last = plan.runs.length - 1;
  const jumps = plan.runs.flatMap((run, index) => {
    const extra = run.frames - (index === last ? 2 : 1);
    return extra > 0 ? [`gt(N,${index})*${extra}`] : [];
  });
  // Rounded: setpts cuts fractions off, and 229/25/0.04 is 228.99... in floating point.
  return `round(${sumOf(['N', ...jumps])}/${fps}/TB)`;
}

/** A sum as a tree: ffmpeg nests a row of additions one in the other and refuses more than a hundred levels. */
function sumOf(terms: readonly string[]): string {
  if (terms.length === 1) return terms[0]!;
  const half = terms.length >> 1;
  return `(${sumOf(terms.slice(0, half))}+${sumOf(terms.slice(half))})`;
}

/** How often the picture of a run is written to the encoder (see `timesExpression`). */
export function writesOf(plan: Pick<FramePlan, 'runs'>): (run: number) => number {
  const last = plan.runs.length - 1;
  return (run) => (run === last && (plan.runs[run]?.frames ?? 1) > 1 ? 2 : 1);
}

const x264 = (fps: number): string[] => {
  const params = [
    `keyint=${VIDEO_ENCODER.keyframeEvery}`,
    `min-keyint=${fps}`,
    'open-gop=0',
    'stitchable=1',
    'lookahead-threads=1',
  ];
  return [
    ...['-c:v', 'libx264', '-profile:v', 'high', '-level:v', '4.0', '-preset', VIDEO_ENCODER.preset],
    ...['-crf', String(VIDEO_ENCODER.crf), '-pix_fmt', 'yuv420p', '-threads', String(VIDEO_ENCODER.threads)],
    ...['-x264-params', params.join(':')],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ];
};

/** JPEGs on stdin, each with its length before it -> their planes, as they are. */
export function decodeJpegsJob(): FfmpegJob {
  const atOnce = ['-threads', '1', '-probesize', '32', '-analyzeduration', '0', '-f', 'mpjpeg'];
  return {
    inputs: [{ source: 'stdin', options: atOnce }],
    options: ['-an', '-vsync', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'yuvj420p'],
    output: 'stdout',
  };
}

/** Planes of the browser's JPEGs on stdin -> one closed-GOP chunk. */
export function encodeSceneJob(plan: FramePlan, fps: number, output: string, { width, height }: Size): FfmpegJob {
  const filter = `${TO_FILM_COLOUR},setpts='${timesExpression(plan, fps)}',fps=${fps}`;
  return {
    inputs: [
      {
        source: 'stdin',
        options: [
          ...['-f', 'rawvideo', '-pixel_format', 'yuvj420p', '-video_size', `${width}x${height}`],
          // JPEG's colours stand in the middle of their four pixels.
          ...['-chroma_sample_location', 'center', '-framerate', String(fps)],
        ],
      },
    ],
    options: [
      ...['-an', '-vf', filter, ...x264(fps)],
      ...['-video_track_timescale', String(VIDEO_ENCODER.timescale), '-fflags', '+bitexact', '-flags:v', '+bitexact'],
      ...['-map_metadata', '-1', '-f', 'mp4'],
    ],
    output,
  };
}

/** The list file of ffmpeg's concat demuxer. Names must be plain (they are digests). */
export const concatList = (files: readonly string[]): string =>
  `ffconcat version 1.0\n${files.map((file) => `file '${file.replaceAll("'", "'\\''")}'\n`).join('')}`;

/** Chunks -> one video, no re-encoding. */
export function concatJob(list: string, output: string): FfmpegJob {
  return {
    inputs: [{ source: list, options: ['-f', 'concat', '-safe', '0'] }],
    options: [
      ...['-map', '0:v:0', '-c', 'copy', '-video_track_timescale', String(VIDEO_ENCODER.timescale)],
      ...['-fflags', '+bitexact', '-map_metadata', '-1', '-f', 'mp4'],
    ],
    output,
  };
}

/** One frame of a video as a JPEG. */
export function stillJob(video: string, frame: number, fps: number, output: string): FfmpegJob {
  return {
    inputs: [{ source: video, options: ['-ss', (frame / fps).toFixed(3)] }],
    options: ['-frames:v', '1', '-f', 'image2', '-c:v', 'png'],
    output,
  };
}
