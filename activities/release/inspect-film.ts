import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspectJob, lumaJob, subtitlesJob } from '#activities/media/argv-qc';
import { runFfmpeg } from '#activities/media/ffmpeg';
import { countFrames, type Probe, probeFile, topBoxes } from '#activities/media/probe';
import type { Step } from '#activities/step';
import { meter } from './loudness.ts';
import { blackStretches, frozenStretches, type Stretch, silentStretches } from './qc-detect.ts';
import { flashStretches } from './qc-flash.ts';
import { readWav } from './wav.ts';

/** A part of the picture, px. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything the checks need, measured once from the finished file and from nothing else. */
export interface Inspection {
  readonly probe: Probe;
  readonly boxes: readonly string[];
  readonly frames: number;
  readonly black: readonly Stretch[];
  readonly frozen: readonly Stretch[];
  readonly silent: readonly Stretch[];
  readonly flashes: readonly Stretch[];
  /** The film's own subtitles as SubRip; null without a track. */
  readonly subtitles: string | null;
  /** Mono, 48 kHz. */
  readonly sound: Int16Array;
  readonly loudness: { readonly integrated: number; readonly truePeak: number };
  /** Luma of a region at a frame, one byte a pixel. */
  luma(frame: number, region: Region): Promise<Uint8Array>;
}

/** Cuts regions out of whole luma frames kept on disk; a frame that was not kept is decoded by itself. */
function lumaReader(
  film: string,
  fps: number,
  size: { width: number; height: number },
  folder: string,
  signal: AbortSignal,
) {
  const kept = new Map<number, Uint8Array>();
  const read = async (frame: number, region: Region): Promise<Uint8Array> => {
    const whole = kept.get(frame);
    if (!whole) {
      const output = path.join(folder, 'luma.raw');
      await runFfmpeg(lumaJob(film, frame, fps, region, output), signal);
      return readFile(output);
    }
    const cut = new Uint8Array(region.width * region.height);
    for (let row = 0; row < region.height; row++) {
      const at = (region.y + row) * size.width + region.x;
      cut.set(whole.subarray(at, at + region.width), row * region.width);
    }
    return cut;
  };
  const keep = (frames: readonly number[], bytes: Uint8Array): void => {
    const length = size.width * size.height;
    for (const [index, frame] of frames.entries())
      if ((index + 1) * length <= bytes.length) kept.set(frame, bytes.subarray(index * length, (index + 1) * length));
  };
  return { read, keep };
}

async function subtitlesOf(film: string, probe: Probe, folder: string, signal: AbortSignal): Promise<string | null> {
  if (!probe.streams.some((stream) => stream.codec_type === 'subtitle')) return null;
  const output = path.join(folder, 'subtitles.srt');
  await runFfmpeg(subtitlesJob(film, output), signal);
  return readFile(output, 'utf8');
}

/**
 * Decodes the film once and gathers what can be seen and heard.
 * @param looks frames whose luma will be asked for; others can be asked for as well, one decoding each
 * @param folder takes the temporary files
 */
export async function inspectFilm(
  film: string,
  fps: number,
  looks: readonly number[],
  folder: string,
  step: Step,
): Promise<Inspection> {
  const { signal } = step;
  const probe = await probeFile(film, signal);
  const video = probe.streams.find((stream) => stream.codec_type === 'video');
  const frames = await countFrames(film, signal);
  const luma = lumaReader(film, fps, { width: video?.width ?? 0, height: video?.height ?? 0 }, folder, signal);
  const subtitles = await subtitlesOf(film, probe, folder, signal);
  const base = { probe, boxes: await topBoxes(film), frames, luma: luma.read, subtitles };
  if (!video || !probe.streams.some((stream) => stream.codec_type === 'audio')) {
    const none = { black: [], frozen: [], silent: [], flashes: [], sound: new Int16Array(0) };
    return { ...base, ...none, loudness: { integrated: -99, truePeak: -99 } };
  }
  step.progress(0.1, 'quality');
  const [sound, kept, cells] = ['film.wav', 'looks.raw', 'cells.raw'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const chosen = [...new Set(looks)].filter((frame) => frame < frames).sort((a, b) => a - b);
  const { stderr } = await runFfmpeg(inspectJob(film, chosen, { sound, luma: kept, cells }), signal);
  luma.keep(chosen, await readFile(kept));
  step.progress(0.85, 'quality');
  const end = probe.format.duration;
  return {
    ...base,
    black: blackStretches(stderr),
    frozen: frozenStretches(stderr, end),
    silent: silentStretches(stderr, end),
    flashes: flashStretches(await readFile(cells), fps),
    sound: readWav(await readFile(sound), 1),
    loudness: await meter(film, signal),
  };
}
