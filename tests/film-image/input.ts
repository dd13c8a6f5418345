import type { Analysis } from '#domain/analysis';
import { type Aspect, FRAME_SIZE } from '#domain/aspect';
import { findBrand } from '#domain/brands';
import type { ComposeInput, SceneBase } from '#domain/film/base';
import { type Cut, lesionCuts, stackCut } from '#domain/film/picture-cuts';
import type { FilmPictures, Picture } from '#domain/film/pictures';
import { spacingOf } from '#domain/film/placement';
import type { Language } from '#domain/script';
import type { Geometry } from '#domain/study';
import { findTemplate } from '#domain/templates';

const BODY = { min: [40, 90] as [number, number], max: [470, 420] as [number, number] };

/** What `preparePictures` would describe, without pixels: enough for every law of place and time. */
export function describedPictures(analysis: Analysis): FilmPictures {
  const { geometry } = analysis.study;
  const picture = (role: string, { view, rect }: Omit<Cut, 'slice'>): Picture => {
    const [sx, sy] = spacingOf(geometry);
    return {
      image: {
        digest: role
          .replace(/[^a-f0-9]/g, '')
          .padEnd(64, '0')
          .slice(0, 64),
        mediaType: 'image/png',
        bytes: 1,
        role,
      },
      width: rect.width,
      height: rect.height,
      mmPerPixel: [1 / view.scale, 1 / view.scale],
      origin: [(rect.x - view.tx) / view.scale / sx, (rect.y - view.ty) / view.scale / sy],
      voxelsPerPixel: [1 / view.scale / sx, 1 / view.scale / sy],
    };
  };
  const stage = stackCut(geometry, BODY);
  const cuts = lesionCuts(analysis);
  return {
    window: { name: 'lung', level: -600, width: 1500 },
    axial: Array.from({ length: geometry.slices }, (_, i) => picture(`axial-${i}`, stage)),
    coronal: [0, 1, 2].map((i) => coronal(geometry, i)),
    lesion: cuts && picture('lesion', cuts.lesion),
    lesionWide: cuts && picture('wide', cuts.wide),
    contralateral: cuts && picture('other', cuts.other),
  };
}

function coronal(geometry: Geometry, index: number): Picture {
  const mm = (geometry.slices * geometry.spacingMm[2]) / 500;
  return {
    image: { digest: `${index}`.repeat(64), mediaType: 'image/png', bytes: 1, role: 'coronal' },
    width: 560,
    height: 500,
    mmPerPixel: [mm, mm],
    origin: [30, -0.5],
    voxelsPerPixel: [mm / geometry.spacingMm[0], mm / geometry.spacingMm[2]],
  };
}

type SceneKind = 'scroll' | 'highlight' | 'zoom' | 'compare';
const CUES: Record<SceneKind, [string, number, number][]> = {
  scroll: [
    ['start', 8, 90],
    ['stop', 260, 330],
    ['why', 340, 400],
  ],
  highlight: [
    ['name', 6, 90],
    ['axes', 100, 200],
  ],
  zoom: [
    ['callout-1', 10, 90],
    ['callout-2', 110, 180],
    ['callout-3', 200, 280],
  ],
  compare: [
    ['normal', 10, 90],
    ['lesion', 100, 180],
  ],
};
const LENGTH: Record<SceneKind, number> = { scroll: 420, highlight: 260, zoom: 320, compare: 220 };

/** A film of the four image scenes, and the base of each. */
export function imageInput(
  analysis: Analysis,
  options: {
    mark?: 'outline' | 'box';
    language?: Language;
    brand?: string;
    pictures?: FilmPictures;
    aspect?: Aspect;
  } = {},
): { input: ComposeInput; base: (kind: SceneKind) => SceneBase } {
  const template = { ...findTemplate('case-teaching'), mark: options.mark ?? 'outline' };
  const brand = findBrand(options.brand ?? 'A');
  const language = options.language ?? 'zh-CN';
  let from = 0;
  const scenes = (Object.keys(CUES) as SceneKind[]).map((kind) => {
    const cues = CUES[kind].map(([cue, startFrame, endFrame]) => ({ cue, startFrame, endFrame }));
    const scene = {
      id: kind,
      kind,
      chapterId: 'look' as const,
      from,
      durationInFrames: LENGTH[kind],
      sentences: [],
      cues,
    };
    from += LENGTH[kind];
    return scene;
  });
  const input: ComposeInput = {
    analysis,
    template,
    brand,
    approval: null,
    pictures: options.pictures ?? describedPictures(analysis),
    script: { version: 1, language, author: 'test', title: 't', question: 'q', chapters: [], references: [], kept: [] },
    timeline: { fps: 25, durationInFrames: from, scenes, captions: [], chapters: [], voice: [] },
  };
  return {
    input,
    base: (kind) => ({
      id: kind,
      ...FRAME_SIZE[options.aspect ?? '16:9'],
      fps: 25,
      durationInFrames: LENGTH[kind],
      language,
      brand,
      captions: [],
      cues: scenes.find((scene) => scene.kind === kind)!.cues,
      thread: { from: 0, to: 1, marks: [] },
      marks: { ai: 'ai', simulated: null, watermark: null },
    }),
  };
}
