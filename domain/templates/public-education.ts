import { FRAME_SIZE } from '../aspect.ts';
import type { Template } from '../template.ts';
import { card } from './card.ts';

/** Public education: what a nodule is, how big this one is, what follow-up means, in plain words. It ends at the viewer's own doctor. */
export const PUBLIC_EDUCATION: Template = {
  id: 'public-education',
  version: '1.0.0',
  name: { 'zh-CN': '科普', en: 'Public education' },
  aspects: ['16:9', '9:16', '1:1'],
  aspect: '16:9',
  ...FRAME_SIZE['16:9'],
  texts: 'public',
  fps: 25,
  mark: 'outline',
  filmGate: 'publicity',
  chapters: [
    {
      id: 'case',
      card: false,
      scenes: [
        { kind: 'intro', weight: 14, leadFrames: 16, tailFrames: 14, minFrames: 100 },
        { kind: 'lungs', weight: 18, leadFrames: 10, tailFrames: 18, minFrames: 125 },
      ],
    },
    {
      id: 'what',
      card: true,
      scenes: [card(), { kind: 'kinds', weight: 30, leadFrames: 8, tailFrames: 20, minFrames: 150 }],
    },
    {
      id: 'look',
      card: true,
      scenes: [
        card(),
        { kind: 'scroll', weight: 22, leadFrames: 8, tailFrames: 10, minFrames: 150 },
        { kind: 'highlight', weight: 10, leadFrames: 6, tailFrames: 20, minFrames: 125 },
      ],
    },
    {
      id: 'size',
      card: true,
      scenes: [card(), { kind: 'size', weight: 20, leadFrames: 8, tailFrames: 20, minFrames: 150 }],
    },
    {
      id: 'follow',
      card: true,
      scenes: [card(), { kind: 'follow-up', weight: 22, leadFrames: 8, tailFrames: 20, minFrames: 150 }],
    },
    {
      id: 'advice',
      card: false,
      scenes: [
        { kind: 'points', weight: 15, leadFrames: 12, tailFrames: 16, minFrames: 125 },
        { kind: 'outro', weight: 11, leadFrames: 14, tailFrames: 75, minFrames: 125 },
      ],
    },
  ],
  sentenceGapMs: 360,
};
