import { gridOf } from '#domain/film/grid';
import type { QcCheck } from '#domain/release';
import type { Timeline } from '#domain/timeline';
import type { Inspection, Region } from './inspect-film.ts';
import { check } from './qc-container.ts';
import { textHeight } from './qc-detect.ts';
import type { PlannedPicture } from './qc-picture.ts';

/** GB 45438-2025: the opening label's text is at least 5 % of the frame's short side high, for at least two seconds. */
const LABEL_SHARE = 0.05;
export const LABEL_SECONDS = 2;
/** A block of rows this many times as high is no line of text. */
const NO_TEXT = 3;
/** Share of the label's bright pixels that must stay where they are. */
const STAYS = 0.9;
/** Text is paper on ink; anything brighter than this is text. */
export const BRIGHT = 120;
const MARK_HEIGHT = 18;
const CAPTION_HEIGHT = 20;

/** Where the opening's large label may stand: below the upper third, above the thread. At frame 0 no other text there is that large. */
export function labelRegion(frame: { width: number; height: number }): Region {
  const { left, right, caption } = gridOf(frame);
  const y = Math.round(frame.height * 0.35);
  return { x: left, y, width: right - left, height: caption.bottom - y };
}

export function captionRegion(frame: { width: number; height: number }): Region {
  const { left, right, caption } = gridOf(frame);
  return { x: left, y: caption.top, width: right - left, height: caption.bottom - caption.top };
}

/** Frames of the first two seconds that are looked at. */
export const labelFrames = (fps: number): number[] =>
  [0, 0.5, 1, 1.5].map((seconds) => Math.round(seconds * fps)).concat(LABEL_SECONDS * fps - 1);

interface Block {
  readonly first: number;
  readonly last: number;
}

/** Blocks of rows with bright pixels, parted by more than six dark rows. */
function textBlocks(luma: Uint8Array, width: number): Block[] {
  const blocks: { first: number; last: number }[] = [];
  for (let row = 0; row < luma.length / width; row++) {
    if (!luma.subarray(row * width, (row + 1) * width).some((value) => value > BRIGHT)) continue;
    const block = blocks.at(-1);
    if (block && row - block.last <= 7) block.last = row;
    else blocks.push({ first: row, last: row });
  }
  return blocks;
}

/**
 * The large label as it is on the frames: the highest text of frame 0 in its region, and how much of it still stands there, unmoved, later.
 * Luma of the frames must have been asked for with `labelFrames`.
 */
export async function openingLabel(
  seen: Inspection,
  fps: number,
  size: { width: number; height: number },
): Promise<QcCheck> {
  const least = Math.ceil(Math.min(size.width, size.height) * LABEL_SHARE);
  const wanted = `text of at least ${least} px for ${LABEL_SECONDS} s from the first frame`;
  const region = labelRegion(size);
  const [opening, ...later] = labelFrames(fps);
  const first = await seen.luma(opening as number, region);
  const heightOf = ({ first, last }: Block) => last - first + 1;
  const texts = textBlocks(first, region.width).filter((block) => heightOf(block) <= NO_TEXT * least);
  const label = texts.reduce<Block | null>((a, b) => (a && heightOf(a) >= heightOf(b) ? a : b), null);
  if (!label || heightOf(label) < least)
    return check('label-visible', false, `${label ? heightOf(label) : 0} px at frame 0`, wanted);
  const range = [label.first * region.width, (label.last + 1) * region.width] as const;
  const bright = (luma: Uint8Array, at: number) => (luma[at] as number) > BRIGHT;
  for (const frame of later) {
    const luma = await seen.luma(frame, region);
    let [had, kept] = [0, 0];
    for (let at = range[0]; at < range[1]; at++) {
      if (!bright(first, at)) continue;
      had++;
      if (bright(luma, at)) kept++;
    }
    if (kept < had * STAYS) return check('label-visible', false, `gone or moved at frame ${frame}`, wanted);
  }
  return check('label-visible', true, `${heightOf(label)} px from frame 0 to ${later.at(-1)}`, wanted);
}

/** The small label stands in the header of every scene that has one; looked at in the middle of each. */
export async function smallLabels(seen: Inspection, planned: PlannedPicture): Promise<QcCheck> {
  const missing: string[] = [];
  for (const { sceneId, frame, region } of planned.labelled)
    if (textHeight(await seen.luma(frame, region), region.width, BRIGHT, 6) < MARK_HEIGHT) missing.push(sceneId);
  const found = missing.join(', ') || `${planned.labelled.length} scenes`;
  return check('label-small', missing.length === 0, found, 'in every scene');
}

/** Burned-in subtitles: seen in the middle of those that are looked at. */
export async function subtitleBand(seen: Inspection, planned: PlannedPicture, timeline: Timeline): Promise<QcCheck> {
  const region = captionRegion(planned);
  const missing: string[] = [];
  for (const frame of planned.captioned)
    if (textHeight(await seen.luma(frame, region), region.width, BRIGHT, 6) < CAPTION_HEIGHT)
      missing.push(`${(frame / timeline.fps).toFixed(1)} s`);
  const found = missing.join(', ') || `${planned.captioned.length} looked at`;
  return check('subtitles-visible', missing.length === 0, found, 'in the band');
}
