import type { ProbedStream } from '#activities/media/probe';
import type { QcCheck } from '#domain/release';
import type { Timeline } from '#domain/timeline';
import type { Inspection } from './inspect-film.ts';

/** Sound and picture may end this far apart, ms. */
const END_MS = 40;
const DIGITS = 3;

export const check = (id: string, passed: boolean, found: string, wanted: string): QcCheck => ({
  id,
  passed,
  found,
  wanted,
});

const one = (seen: Inspection, type: string): ProbedStream | undefined =>
  seen.probe.streams.find((stream) => stream.codec_type === type);

function streamChecks(seen: Inspection, timeline: Timeline, size: { width: number; height: number }): QcCheck[] {
  const video = one(seen, 'video');
  const audio = one(seen, 'audio');
  const subtitle = one(seen, 'subtitle');
  const picture = video
    ? `${video.codec_name} ${video.profile} ${video.pix_fmt} ${video.width}x${video.height} ${video.avg_frame_rate}`
    : 'none';
  const colour = video
    ? [video.color_range, video.color_space, video.color_primaries, video.color_transfer].join(' ')
    : 'none';
  const sound = audio ? `${audio.codec_name} ${audio.profile} ${audio.sample_rate} Hz ${audio.channels} ch` : 'none';
  const wantedPicture = `h264 High yuv420p ${size.width}x${size.height} ${timeline.fps}/1`;
  return [
    check('video-stream', picture === wantedPicture, picture, wantedPicture),
    check('colour', colour === 'tv bt709 bt709 bt709', colour, 'tv bt709 bt709 bt709'),
    check('audio-stream', sound === 'aac LC 48000 Hz 2 ch', sound, 'aac LC 48000 Hz 2 ch'),
    check(
      'subtitle-stream',
      timeline.captions.length === 0 || subtitle?.codec_name === 'mov_text',
      subtitle?.codec_name ?? 'none',
      'mov_text',
    ),
  ];
}

function lengthChecks(seen: Inspection, timeline: Timeline): QcCheck[] {
  const seconds = timeline.durationInFrames / timeline.fps;
  const video = one(seen, 'video');
  const audio = one(seen, 'audio');
  const end = (stream: ProbedStream | undefined) => (stream ? stream.start_time + stream.duration : Number.NaN);
  const apart = Math.abs(end(video) - end(audio)) * 1000;
  const off = Math.abs(seen.probe.format.duration - seconds);
  return [
    check('frames', seen.frames === timeline.durationInFrames, `${seen.frames}`, `${timeline.durationInFrames}`),
    check(
      'duration',
      off <= 1 / timeline.fps + 1e-6,
      `${seen.probe.format.duration.toFixed(DIGITS)} s`,
      `${seconds.toFixed(DIGITS)} s, one frame either way`,
    ),
    check(
      'ends-together',
      apart <= END_MS,
      Number.isNaN(apart) ? 'a stream is missing' : `${apart.toFixed(1)} ms apart`,
      `at most ${END_MS} ms`,
    ),
  ];
}

/** The film's chapters against the timeline; a chapter without a title, or shorter than 10 s, is dropped by players and platforms. */
function chapterCheck(seen: Inspection, timeline: Timeline): QcCheck {
  const faults: string[] = [];
  const { chapters } = seen.probe;
  if (chapters.length !== timeline.chapters.length) faults.push(`${chapters.length} chapters`);
  if (timeline.chapters.length < 3) faults.push('fewer than 3 chapters');
  for (const [index, planned] of timeline.chapters.entries()) {
    const found = chapters[index];
    if (!found) continue;
    const start = planned.startFrame / timeline.fps;
    const next = timeline.chapters[index + 1]?.startFrame ?? timeline.durationInFrames;
    if (found.tags.title !== planned.title) faults.push(`chapter ${index + 1} is not titled as planned`);
    if (Math.abs(found.start_time - start) > 0.05) faults.push(`chapter ${index + 1} starts at ${found.start_time}`);
    if (Math.abs(found.end_time - next / timeline.fps) > 0.05) faults.push(`chapter ${index + 1} leaves a gap`);
    if (next / timeline.fps - start < 10) faults.push(`chapter ${index + 1} is shorter than 10 s`);
    if (index === 0 && start !== 0) faults.push('the first chapter does not start at 0');
  }
  return check('chapters', faults.length === 0, faults.join('; ') || `${chapters.length} as planned`, 'as planned');
}

/** The implicit label of GB 45438-2025 inside the file. */
export function labelMetadata(seen: Inspection, produceId: string): QcCheck {
  const text = seen.probe.format.tags.AIGC ?? '';
  let found = 'none';
  let passed = false;
  try {
    const label = JSON.parse(text) as Record<string, unknown>;
    const keys = ['Label', 'ContentProducer', 'ProduceID', 'ReservedCode1', 'ContentPropagator', 'PropagateID'];
    passed = [...keys, 'ReservedCode2'].every((key) => typeof label[key] === 'string');
    passed &&= label.Label === '1' && label.ContentProducer !== '' && label.ProduceID === produceId;
    found = passed ? 'present' : 'incomplete';
  } catch {
    found = text === '' ? 'none' : 'not JSON';
  }
  return check('label-metadata', passed, found, 'AIGC with all members');
}

/** What the container says: streams, length, index first, chapters, label. */
export function containerChecks(
  seen: Inspection,
  timeline: Timeline,
  wanted: { readonly width: number; readonly height: number; readonly produceId: string },
): QcCheck[] {
  const moov = seen.boxes.indexOf('moov');
  const first = moov >= 0 && moov < seen.boxes.indexOf('mdat');
  return [
    ...streamChecks(seen, timeline, wanted),
    check('faststart', first, seen.boxes.join(' '), 'moov before mdat'),
    ...lengthChecks(seen, timeline),
    chapterCheck(seen, timeline),
    labelMetadata(seen, wanted.produceId),
  ];
}
