import { FRAME_SIZE } from '../aspect.ts';
import type { Template } from '../template.ts';
import { card } from './card.ts';

/**
 * Case teaching. Scroll, highlight, zoom and compare are one uncut movement (film-style §7), so they share the chapter `look`;
 * the measures have the chapter `lesion` to themselves. Weights are the planned seconds of the demo film. A chapter's card is the
 * scene `chapter` at its head. No rest between two voices reaches two seconds: after the assessment the seal's 7 + 38 frames begin in its
 * last words. Only the film's end is quiet for three seconds.
 */
export const CASE_TEACHING: Template = {
  id: 'case-teaching',
  version: '1.0.0',
  name: { 'zh-CN': '病例教学', en: 'Case teaching' },
  aspects: ['16:9', '9:16', '1:1'],
  aspect: '16:9',
  ...FRAME_SIZE['16:9'],
  texts: null,
  fps: 25,
  mark: 'outline',
  filmGate: 'publicity',
  chapters: [
    {
      id: 'case',
      card: false,
      scenes: [
        { kind: 'intro', weight: 12, leadFrames: 16, tailFrames: 14, minFrames: 100 },
        { kind: 'case', weight: 14, leadFrames: 14, tailFrames: 16, minFrames: 100 },
      ],
    },
    {
      id: 'look',
      card: true,
      scenes: [
        card(),
        { kind: 'scroll', weight: 26, leadFrames: 8, tailFrames: 10, minFrames: 150 },
        { kind: 'highlight', weight: 15, leadFrames: 6, tailFrames: 14, minFrames: 125 },
        { kind: 'zoom', weight: 18, leadFrames: 10, tailFrames: 14, minFrames: 100 },
        { kind: 'compare', weight: 11, leadFrames: 10, tailFrames: 20, minFrames: 100 },
      ],
    },
    {
      id: 'lesion',
      card: true,
      scenes: [card(), { kind: 'features', weight: 25, leadFrames: 8, tailFrames: 20, minFrames: 150 }],
    },
    {
      id: 'assessment',
      card: true,
      scenes: [card(), { kind: 'assessment', weight: 38, leadFrames: 8, tailFrames: 34, minFrames: 150 }],
    },
    {
      id: 'advice',
      card: true,
      scenes: [
        card(),
        { kind: 'advice', weight: 26, leadFrames: 8, tailFrames: 16, minFrames: 125 },
        { kind: 'outro', weight: 10, leadFrames: 14, tailFrames: 75, minFrames: 125 },
      ],
    },
  ],
  sentenceGapMs: 300,
};

/** The same film with the lesion in a box. */
export const CASE_TEACHING_BOX: Template = {
  ...CASE_TEACHING,
  id: 'case-teaching-box',
  name: { 'zh-CN': '病例教学（方框标记）', en: 'Case teaching (box mark)' },
  mark: 'box',
};
