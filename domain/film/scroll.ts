import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { figuresWidth } from './figures.ts';
import { placesOf } from './image-layouts.ts';
import { textWidth } from './measure.ts';
import { draw, eased, leave, linear, settle } from './motion.ts';
import { type FilmPictures, Picture } from './pictures.ts';
import { leading, stageView, View } from './placement.ts';
import { layPace, type StackPace, sliceAt } from './stack-pace.ts';
import { imageWord, whole } from './words-image.ts';

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** What stands around the stack: 04 begins with it, too. */
export const ScrollReadout = z.object({
  slices: z.string(),
  /** Right edge of the slice number, whose last figure stands still, and where the number of slices follows it. */
  numberRight: z.number(),
  total: z.object({ x: z.number(), y: z.number() }),
  window: z.object({ name: z.string(), level: z.string(), width: z.string() }).nullable(),
  /** Half the scale bar's text says it: `5 cm` = `mm` 50; null where no spacing is known. */
  bar: z.object({ mm: z.number(), text: z.string() }).nullable(),
  minimap: z.object({
    picture: Picture,
    place: Box,
    /** Screen row of slice 0 and of one slice more. */
    firstRow: z.number(),
    rowPerSlice: z.number(),
    text: z.string(),
  }),
});
export type ScrollReadout = z.infer<typeof ScrollReadout>;

export const ScrollProps = SceneBase.extend({
  kind: z.literal('scroll'),
  /** Slices `pace.first` and on, as far as the scene shows them. */
  stack: z.array(Picture).min(1),
  pace: z.object({ first: z.int(), start: z.int(), holds: z.array(z.int()) }),
  view: View,
  readout: ScrollReadout,
});
export type ScrollProps = z.infer<typeof ScrollProps>;

/** Stillness after the scroll (film-style §7), when no sentence says when to stop. */
const REST = 30;
/** Between the slice number and the number of slices, px. */
const NUMBER_GAP = 22;
/** Slices above the first one with lung that the scroll begins with. */
const ABOVE = 2;

/** Half-second fade from the case planes. */
const FADE = 10;
const THREAD = { start: 6, frames: 24 } as const;
const TEXT = { start: 4, frames: 10, stagger: 2 } as const;

/** 03: the stack from the lung apex to the key slice; without a finding, to the base of the lungs. */
export function composeScroll(base: SceneBase, input: ComposeInput): ScrollProps {
  const { analysis, pictures } = input;
  const stop = restingSlice(analysis, pictures);
  const stopFrame = cueStart(base, 'stop', Math.max(0, base.durationInFrames - REST));
  const begin = Math.min(cueStart(base, 'start', FADE), stopFrame);
  const pace = layPace(Math.max(0, Math.min(stop, analysis.lungs.firstSlice - ABOVE)), stop, begin, stopFrame);
  return {
    ...base,
    kind: 'scroll',
    stack: pictures.axial.slice(pace.first, stop + 1),
    pace: { first: pace.first, start: pace.start, holds: [...pace.holds] },
    view: stageView(pictures.axial[stop]!, placesOf(base).scroll.stage),
    readout: scrollReadout(base, input),
  };
}

/** Without a finding the scroll ends this share of the lungs above their last slice: at the base, where lung is still seen. */
const BASE_SHARE = 0.12;

/** The slice the scroll rests on, 0-based. */
function restingSlice({ findings, lungs }: Analysis, pictures: FilmPictures): number {
  const base = lungs.lastSlice - Math.round((lungs.lastSlice - lungs.firstSlice) * BASE_SHARE);
  return Math.min(pictures.axial.length - 1, leading(findings)?.keySlice ?? base);
}

/** The texts and the locator around the stack. */
export function scrollReadout(base: SceneBase, { analysis, pictures }: ComposeInput): ScrollReadout {
  const { language } = base;
  const { minimap, number, total } = placesOf(base).scroll;
  const coronal = pictures.coronal[1]!;
  const fit = Math.min(minimap.width / coronal.width, minimap.height / coronal.height);
  const width = Math.round(coronal.width * fit);
  const height = Math.round(coronal.height * fit);
  const x = minimap.x + Math.round((minimap.width - width) / 2);
  const rowPerSlice = height / (coronal.height * coronal.voxelsPerPixel[1]);
  const { name, level, width: windowWidth } = pictures.window;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const slices = imageWord(language, 'slices', { total: pictures.axial.length });
  const digits = Math.max(2, `${restingSlice(analysis, pictures) + 1}`.length);
  const numberRight = number.x + figuresWidth('0'.repeat(digits), number.size, -0.02);
  const beside = numberRight + NUMBER_GAP;
  const fits = beside + textWidth(slices, total.size) <= total.until;
  return {
    slices,
    numberRight,
    total: fits ? { x: beside, y: number.y } : { x: minimap.caption.x, y: number.y + total.below },
    window:
      name === 'none'
        ? null
        : {
            name: imageWord(language, `window.${name}`),
            level: `WL ${whole(level)}`,
            width: `WW ${whole(windowWidth)}`,
          },
    bar: analysis.study.measurable ? { mm: 50, text: '5 cm' } : null,
    minimap: {
      picture: coronal,
      place: { x, y: minimap.y, width, height },
      firstRow: round(minimap.y - coronal.origin[1] * rowPerSlice),
      rowPerSlice: round(rowPerSlice),
      text: imageWord(language, 'coronal'),
    },
  };
}

export interface ScrollState {
  /** 0-based index of the slice on screen. */
  slice: number;
  image: number;
  /** The locator's line from the right edge, 0..1. */
  line: number;
  text: { opacity: number; shift: number }[];
}

export function scrollState(props: ScrollProps, frame: number): ScrollState {
  return {
    slice: sliceAt(props.pace as StackPace, frame),
    image: eased(frame, 0, FADE, linear),
    line: eased(frame, THREAD.start, THREAD.frames, draw),
    text: [0, 1, 2].map((i) => textEntrance(frame, TEXT.start + i * TEXT.stagger)),
  };
}

/** Text comes: opacity 0→1 and y +16→0 in 400 ms (film-style §7). */
export function textEntrance(frame: number, start: number): { opacity: number; shift: number } {
  const t = eased(frame, start, TEXT.frames, settle);
  return { opacity: t, shift: Math.round((1 - t) * 1600) / 100 };
}

/** Text goes: 1→0 in 240 ms, without moving. */
export const textLeaves = (frame: number, start: number): number => 1 - eased(frame, start, 6, leave);

/** Screen row of a slice's middle on the locator. */
export const minimapRow = ({ minimap }: ScrollReadout, slice: number): number =>
  Math.round((minimap.firstRow + slice * minimap.rowPerSlice) * 100) / 100;
