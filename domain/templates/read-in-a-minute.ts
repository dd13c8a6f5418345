import { FRAME_SIZE } from '../aspect.ts';
import type { Template } from '../template.ts';

/**
 * Read it in a minute, for a hospital's short-video account: vertical first, no cards, one question and its answer. Leads and rests are short,
 * since a minute holds about 40 seconds of speech beside the countdown; the film ends as soon as its last picture has stood.
 */
export const READ_IN_A_MINUTE: Template = {
  id: 'read-in-a-minute',
  version: '1.0.0',
  name: { 'zh-CN': '读片一分钟', en: 'Read it in a minute' },
  aspects: ['9:16', '16:9', '1:1'],
  aspect: '9:16',
  ...FRAME_SIZE['9:16'],
  texts: 'minute',
  fps: 25,
  mark: 'outline',
  filmGate: 'publicity',
  chapters: [
    {
      id: 'case',
      card: false,
      scenes: [
        { kind: 'intro', weight: 9, leadFrames: 8, tailFrames: 12, minFrames: 90 },
        { kind: 'quiz', weight: 10, leadFrames: 10, tailFrames: 16, minFrames: 150 },
      ],
    },
    {
      id: 'look',
      card: false,
      scenes: [
        { kind: 'scroll', weight: 14, leadFrames: 8, tailFrames: 8, minFrames: 125 },
        { kind: 'highlight', weight: 10, leadFrames: 6, tailFrames: 14, minFrames: 125 },
      ],
    },
    {
      id: 'assessment',
      card: false,
      scenes: [
        { kind: 'points', weight: 15, leadFrames: 8, tailFrames: 14, minFrames: 125 },
        { kind: 'outro', weight: 6, leadFrames: 8, tailFrames: 40, minFrames: 100 },
      ],
    },
  ],
  sentenceGapMs: 220,
};
