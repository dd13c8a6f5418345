import type { Analysis } from '#domain/analysis';
import { type Aspect, FRAME_SIZE } from '#domain/aspect';
import { findBrand } from '#domain/brands';
import { CUES } from '#domain/cues';
import type { ComposeInput, SceneBase } from '#domain/film/base';
import type { SceneProps } from '#domain/film/film';
import { composeFollowUp } from '#domain/film/follow-up';
import { composeKinds } from '#domain/film/kinds';
import { composeLungs } from '#domain/film/lungs';
import { type FilmPictures, LUNG_WINDOW } from '#domain/film/pictures';
import { composeSize } from '#domain/film/size';
import type { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';

export const PUBLIC_KINDS = ['lungs', 'kinds', 'size', 'follow-up'] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];
const COMPOSE = { lungs: composeLungs, kinds: composeKinds, size: composeSize, 'follow-up': composeFollowUp };

/** These scenes draw everything themselves. */
const NONE: FilmPictures = {
  ...{ window: LUNG_WINDOW, axial: [], coronal: [] },
  ...{ lesion: null, lesionWide: null, contralateral: null },
};

/** Frames between the cues, and after the last. */
const STEP = 80;

export interface PublicWish {
  readonly aspect?: Aspect;
  readonly language?: Language;
  readonly brand?: string;
}

/** One of the scenes for everyone, composed of an analysis, its cues one after another. */
export function publicScene(kind: PublicKind, analysis: Analysis, wish: PublicWish = {}): SceneProps {
  const { aspect = '16:9', language = 'zh-CN' } = wish;
  const brand = findBrand(wish.brand ?? 'A');
  const cues = CUES[kind].map((cue, i) => ({ cue, startFrame: 10 + i * STEP, endFrame: 10 + i * STEP + 60 }));
  const durationInFrames = 10 + cues.length * STEP;
  const template = { ...findTemplate('case-teaching'), aspect, ...FRAME_SIZE[aspect] };
  const script = {
    version: 1,
    language,
    author: 'test',
    title: 't',
    question: 'q',
    chapters: [],
    references: [],
    kept: [],
  };
  const input: ComposeInput = {
    ...{ analysis, template, brand, script, approval: null, pictures: NONE },
    timeline: { fps: 25, durationInFrames, scenes: [], captions: [], chapters: [], voice: [] },
  };
  const base: SceneBase = {
    ...{ id: kind, ...FRAME_SIZE[aspect], fps: 25, durationInFrames, language, brand, cues },
    captions: [],
    thread: { from: 0.2, to: 0.4, marks: [0.2, 0.6] },
    marks: {
      ai: language === 'en' ? 'Contains AI-generated content' : '含人工智能生成内容',
      simulated: null,
      watermark: null,
    },
  };
  return COMPOSE[kind](base, input);
}
