import { type Aspect, aspectOf } from '../aspect.ts';
import type { ImagePlaces } from './image-places.ts';

const WIDE: ImagePlaces = {
  width: 1920,
  height: 1080,
  left: 96,
  right: 1824,
  scroll: {
    stage: { x: 122, y: 122, width: 1070, height: 706 },
    poles: [
      { text: 'A', x: 657, y: 142 },
      { text: 'P', x: 657, y: 858 },
    ],
    bar: { x: 96, y: 840 },
    number: { x: 1310, y: 250, size: 146 },
    total: { size: 38, until: 1824, below: 0 },
    window: { right: 1190, rows: [759, 804, 842], size: 32 },
    minimap: { x: 1316, y: 306, width: 471, height: 435, caption: { x: 1316, y: 802, size: 28 } },
  },
  highlight: {
    // All but the text column and the subtitles.
    stage: { x: 0, y: 0, width: 1200, height: 850 },
    lesion: { x: 640, y: 502 },
    letters: { y: 446, from: [114, 1206], to: [108, 1166] },
    bar: { x: 96, y: 830 },
    thread: { from: 'right', label: 1264 },
    name: { x: 1264, up: 189, room: 560, sizes: [56, 52, 48, 44, 40] },
    hero: { x: 1258, size: 146, up: 34, unit: 61, labelUp: 104, label: 32 },
    rows: { left: 1264, right: 1824, down: 72, pitch: 68, size: 38, joined: false },
    note: { size: 28, down: 72 },
    bare: null,
  },
  zoom: {
    panel: { x: 96, y: 122, width: 1036, height: 725 },
    width: 1036,
    side: 'right',
    rows: [216, 394, 572],
    start: { thread: 1920, others: 1824 },
    // The thread leaves its row further in than the others.
    bends: [900, 1140, 1140],
    text: { left: 1264, right: 1824, room: 560 },
    title: { size: 48, up: 24 },
    value: { size: 50, unit: 30, lift: 0 },
    note: { size: 30, down: 46, pitch: 40, lines: 1 },
    locator: { right: 1824, bottom: 846, width: 262, chip: false },
    times: { x: 1264, y: 770, size: 32 },
    slice: { x: 1264, y: 816, anchor: 'start' },
  },
  compare: {
    first: { x: 96, y: 194, width: 736, height: 640 },
    second: { x: 1088, y: 194, width: 736, height: 640 },
    stacked: false,
    // A little more than the zoom: enough of the other lung to see its vessels.
    share: 0.93,
    leastMm: 42,
    title: { size: 36, up: 26 },
    value: { size: 46, small: 28, up: 26, anchor: 'end' },
    weave: { at: 960, pitch: 27, height: 64 },
    bend: 0,
  },
};

const TALL: ImagePlaces = {
  width: 1080,
  height: 1920,
  left: 54,
  right: 1026,
  scroll: {
    stage: { x: 5, y: 252, width: 1070, height: 706 },
    poles: [{ text: 'A', x: 540, y: 272 }],
    bar: { x: 54, y: 1012 },
    number: { x: 50, y: 1206, size: 168 },
    total: { size: 42, until: 580, below: 66 },
    window: { right: 1026, rows: [1012], size: 32 },
    minimap: { x: 620, y: 1066, width: 406, height: 372, caption: { x: 54, y: 1340, size: 32 } },
  },
  highlight: {
    stage: { x: 0, y: 240, width: 1080, height: 720 },
    lesion: { x: 690, y: 560 },
    letters: { y: 372, from: [68, 1012], to: [68, 1012] },
    bar: { x: 54, y: 934 },
    thread: { from: 'left', row: 1262, bend: 64 },
    name: { x: 54, up: 204, room: 640, sizes: [60, 56, 52, 48, 44, 40] },
    hero: { x: 48, size: 168, up: 38, unit: 70, labelUp: 118, label: 34 },
    rows: { left: 54, right: 1026, down: 66, pitch: 60, size: 42, joined: false },
    note: { size: 28, down: 60 },
    bare: { nameUp: 40, noteUp: -66 },
  },
  zoom: {
    panel: { x: 0, y: 240, width: 1080, height: 706 },
    width: 1080,
    side: 'below',
    rows: [1112, 1252, 1392],
    start: { thread: 0, others: 54 },
    bends: [580, 670, 760],
    text: { left: 54, right: 1026, room: 500 },
    title: { size: 50, up: 22 },
    value: { size: 56, unit: 34, lift: 0 },
    note: { size: 32, down: 44, pitch: 40, lines: 1 },
    locator: { right: 1064, bottom: 932, width: 216, chip: true },
    times: { x: 54, y: 998, size: 32 },
    slice: { x: 1026, y: 998, anchor: 'end' },
  },
  compare: {
    first: { x: 0, y: 312, width: 1080, height: 500 },
    second: { x: 0, y: 944, width: 1080, height: 500 },
    stacked: true,
    share: 0.85,
    leastMm: 56,
    title: { size: 42, up: 26 },
    value: { size: 52, small: 28, up: 26, anchor: 'end' },
    weave: { at: 846, pitch: 13, height: 60 },
    bend: 56,
  },
};

const SQUARE: ImagePlaces = {
  width: 1080,
  height: 1080,
  left: 54,
  right: 1026,
  scroll: {
    stage: { x: 114, y: 120, width: 852, height: 562 },
    poles: [],
    bar: { x: 54, y: 678 },
    number: { x: 50, y: 800, size: 116 },
    total: { size: 36, until: 620, below: 0 },
    window: { right: 1026, rows: [602, 642, 678], size: 30 },
    minimap: { x: 660, y: 702, width: 260, height: 148, caption: { x: 54, y: 846, size: 28 } },
  },
  highlight: {
    stage: { x: 0, y: 120, width: 1080, height: 564 },
    lesion: { x: 590, y: 330 },
    letters: { y: 416, from: [68, 1012], to: [68, 1012] },
    bar: { x: 54, y: 662 },
    thread: { from: 'left', row: 846, bend: 56 },
    name: { x: 54, up: 110, room: 520, sizes: [48, 44, 40, 36, 32] },
    hero: { x: 50, size: 88, up: 18, unit: 40, labelUp: 58, label: 28 },
    rows: { left: 54, right: 1026, down: -104, pitch: 48, size: 32, joined: true },
    note: { size: 28, down: -106 },
    bare: { nameUp: 84, noteUp: 28 },
  },
  zoom: {
    panel: { x: 0, y: 120, width: 600, height: 730 },
    width: 880,
    side: 'right',
    rows: [232, 444, 656],
    start: { thread: 1080, others: 1026 },
    bends: [480, 606, 606],
    text: { left: 644, right: 1026, room: 382 },
    title: { size: 40, up: 20 },
    value: { size: 46, unit: 28, lift: 52 },
    note: { size: 28, down: 40, pitch: 34, lines: 2 },
    locator: { right: 1026, bottom: 846, width: 150, chip: false },
    times: { x: 644, y: 796, size: 30 },
    slice: { x: 644, y: 840, anchor: 'start' },
  },
  compare: {
    first: { x: 0, y: 236, width: 484, height: 604 },
    second: { x: 596, y: 236, width: 484, height: 604 },
    stacked: false,
    share: 0.8,
    leastMm: 34,
    title: { size: 36, up: 76 },
    value: { size: 46, small: 28, up: 22, anchor: 'start' },
    weave: { at: 540, pitch: 18, height: 56 },
    bend: 0,
  },
};

const PLACES: Readonly<Record<Aspect, ImagePlaces>> = { '16:9': WIDE, '9:16': TALL, '1:1': SQUARE };

/** Where the image scenes put everything in a frame of this size. */
export const placesOf = (frame: { readonly width: number; readonly height: number }): ImagePlaces =>
  PLACES[aspectOf(frame)];

/** Pictures are cut for the wide frame, to the pixel; the other frames scale them. */
export const CUT_FOR: ImagePlaces = WIDE;

export const ALL_LAYOUTS: readonly ImagePlaces[] = [WIDE, TALL, SQUARE];
