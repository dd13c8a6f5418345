import { FRAME_SIZE } from '../aspect.ts';
import type { Template } from '../template.ts';

/** Patient explanation, for the patient and the family: what was seen and what comes next. A physician releases the film, too. */
export const PATIENT_EXPLANATION: Template = {
  id: 'patient-explanation',
  version: '1.0.0',
  name: { 'zh-CN': '检查告知', en: 'Patient explanation' },
  aspects: ['16:9', '9:16', '1:1'],
  aspect: '16:9',
  ...FRAME_SIZE['16:9'],
  texts: 'patient',
  fps: 25,
  mark: 'outline',
  filmGate: 'physician',
  chapters: [
    {
      id: 'case',
      card: false,
      scenes: [
        { kind: 'intro', weight: 13, leadFrames: 16, tailFrames: 14, minFrames: 100 },
        { kind: 'lungs', weight: 17, leadFrames: 10, tailFrames: 18, minFrames: 125 },
      ],
    },
    {
      id: 'look',
      card: false,
      scenes: [
        { kind: 'highlight', weight: 16, leadFrames: 10, tailFrames: 18, minFrames: 125 },
        { kind: 'size', weight: 20, leadFrames: 8, tailFrames: 18, minFrames: 150 },
      ],
    },
    {
      id: 'follow',
      card: false,
      scenes: [{ kind: 'follow-up', weight: 22, leadFrames: 8, tailFrames: 20, minFrames: 150 }],
    },
    {
      id: 'advice',
      card: false,
      scenes: [
        { kind: 'points', weight: 17, leadFrames: 10, tailFrames: 16, minFrames: 125 },
        { kind: 'outro', weight: 12, leadFrames: 14, tailFrames: 75, minFrames: 125 },
      ],
    },
  ],
  sentenceGapMs: 360,
};
