import { open } from 'node:fs/promises';
import { z } from 'zod';
import { StudioError } from '#domain/errors';
import { runFfprobe } from './ffmpeg.ts';

const Text = z.string().default('');
const Stream = z.object({
  index: z.int(),
  codec_type: Text,
  codec_name: Text,
  codec_tag_string: Text,
  profile: z.coerce.string().default(''),
  pix_fmt: Text,
  width: z.int().default(0),
  height: z.int().default(0),
  color_range: Text,
  color_space: Text,
  color_primaries: Text,
  color_transfer: Text,
  r_frame_rate: Text,
  avg_frame_rate: Text,
  sample_rate: z.coerce.number().default(0),
  channels: z.int().default(0),
  start_time: z.coerce.number().default(0),
  duration: z.coerce.number().default(0),
  nb_frames: z.coerce.number().default(0),
  tags: z.record(z.string(), z.string()).default({}),
});
export type ProbedStream = z.infer<typeof Stream>;

const Probe = z.object({
  streams: z.array(Stream),
  chapters: z
    .array(
      z.object({
        start_time: z.coerce.number(),
        end_time: z.coerce.number(),
        tags: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  format: z.object({
    format_name: Text,
    duration: z.coerce.number().default(0),
    size: z.coerce.number().default(0),
    tags: z.record(z.string(), z.string()).default({}),
  }),
});
export type Probe = z.infer<typeof Probe>;

/**
 * What ffprobe says of a media file: streams, chapters, container and its tags.
 * @throws StudioError FFMPEG_FAILED when the file is no media file
 */
export async function probeFile(file: string, signal: AbortSignal): Promise<Probe> {
  const text = await runFfprobe(['-show_streams', '-show_chapters', '-show_format', '-of', 'json', file], signal);
  const parsed = Probe.safeParse(JSON.parse(text));
  if (!parsed.success) throw new StudioError('FFMPEG_FAILED', { detail: 'unreadable ffprobe output' });
  return parsed.data;
}

/** Frames of the first video stream, counted by packet (not by the header). */
export async function countFrames(file: string, signal: AbortSignal): Promise<number> {
  const args = [
    '-count_packets',
    '-select_streams',
    'v:0',
    '-show_entries',
    'stream=nb_read_packets',
    '-of',
    'csv=p=0',
  ];
  return Number.parseInt(await runFfprobe([...args, file], signal), 10) || 0;
}

/** Presentation times of the video's frames in seconds, sorted. */
export async function frameTimes(file: string, signal: AbortSignal): Promise<number[]> {
  const args = ['-select_streams', 'v:0', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0'];
  const text = await runFfprobe([...args, file], signal);
  return text
    .split('\n')
    .map((line) => Number.parseFloat(line))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
}

/** The top-level boxes of an ISO media file in order, e.g. `['ftyp','moov','free','mdat']` (ISO/IEC 14496-12, 4.2). */
export async function topBoxes(file: string): Promise<string[]> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const boxes: string[] = [];
    const head = Buffer.alloc(16);
    for (let at = 0; at + 8 <= size; ) {
      await handle.read(head, 0, 16, at);
      boxes.push(head.toString('latin1', 4, 8));
      const short = head.readUInt32BE(0);
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
      if (length < 8) break;
      at += length;
    }
    return boxes;
  } finally {
    await handle.close();
  }
}
