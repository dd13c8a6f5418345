import { FRAME_SIZE } from '../aspect.ts';
import type { Template } from '../template.ts';
import { card } from './card.ts';

/** The question of a chapter; its countdown is the silence after `ask`. */
const quiz = () => ({ kind: 'quiz', weight: 10, leadFrames: 10, tailFrames: 18, minFrames: 150 }) as const;

/**
 * Case conference: residents answer before the film does. Each question stands before the scene that would give its answer away: where before
 * the highlight, which kind after the differential, which class before the rule is walked.
 */
export const CASE_CONFERENCE: Template = {
  id: 'case-conference',
  version: '1.0.0',
  name: { 'zh-CN': '病例讨论', en: 'Case conference' },
  aspects: ['16:9', '9:16', '1:1'],
  aspect: '16:9',
  ...FRAME_SIZE['16:9'],
  texts: 'conference',
  fps: 25,
  mark: 'outline',
  filmGate: 'publicity',
  chapters: [
    {
      id: 'case',
      card: false,
      scenes: [
        { kind: 'intro', weight: 12, leadFrames: 16, tailFrames: 14, minFrames: 100 },
        { kind: 'case', weight: 22, leadFrames: 14, tailFrames: 16, minFrames: 100 },
      ],
    },
    {
      id: 'look',
      card: true,
      scenes: [
        card(),
        { kind: 'scroll', weight: 26, leadFrames: 8, tailFrames: 10, minFrames: 150 },
        quiz(),
        { kind: 'highlight', weight: 15, leadFrames: 6, tailFrames: 14, minFrames: 125 },
        { kind: 'zoom', weight: 14, leadFrames: 10, tailFrames: 14, minFrames: 100 },
        { kind: 'compare', weight: 11, leadFrames: 10, tailFrames: 20, minFrames: 100 },
      ],
    },
    {
      id: 'lesion',
      card: true,
      scenes: [
        card(),
        { kind: 'surface', weight: 11, leadFrames: 8, tailFrames: 18, minFrames: 125 },
        { kind: 'features', weight: 25, leadFrames: 8, tailFrames: 20, minFrames: 150 },
        { kind: 'table', weight: 13, leadFrames: 8, tailFrames: 20, minFrames: 125 },
      ],
    },
    {
      id: 'differential',
      card: true,
      scenes: [card(), { kind: 'differential', weight: 34, leadFrames: 8, tailFrames: 20, minFrames: 150 }, quiz()],
    },
    {
      id: 'assessment',
      card: true,
      scenes: [
        card(),
        quiz(),
        { kind: 'assessment', weight: 38, leadFrames: 8, tailFrames: 34, minFrames: 150 },
        { kind: 'quote', weight: 14, leadFrames: 8, tailFrames: 20, minFrames: 125 },
      ],
    },
    {
      id: 'follow',
      card: true,
      scenes: [
        card(),
        { kind: 'follow-up', weight: 16, leadFrames: 8, tailFrames: 20, minFrames: 150 },
        { kind: 'points', weight: 16, leadFrames: 8, tailFrames: 20, minFrames: 125 },
      ],
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
