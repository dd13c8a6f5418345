import type { SceneKind } from './script.ts';

/**
 * The moments of each scene that a sentence may drive. A script names them, the timeline times them, the scenes move by them.
 * Scroll runs from `start` and has stopped when `stop` begins; `callout-n`, `measure-n`, `step-n` and `advice-n` follow the lists of
 * `callouts`, `measures` and `rating-steps`, counted from 1; `point-n` follows `key-points`, and a point that no sentence drives is not shown.
 */
export const CUES: Readonly<Record<SceneKind, readonly string[]>> = {
  intro: ['label', 'title'],
  case: ['facts', 'question'],
  scroll: ['start', 'stop', 'why'],
  highlight: ['name', 'axes'],
  zoom: ['callout-1', 'callout-2', 'callout-3'],
  compare: ['normal', 'lesion'],
  features: ['measure-1', 'measure-2', 'measure-3', 'rest'],
  assessment: ['step-1', 'step-2', 'step-3', 'step-4', 'result', 'pitfall'],
  advice: ['advice-1', 'advice-2', 'advice-3', 'closing'],
  chapter: ['title'],
  outro: ['credits'],
  lungs: ['lungs', 'place'],
  kinds: ['solid', 'ground-glass', 'part-solid', 'this'],
  size: ['size', 'things'],
  'follow-up': ['now', 'next', 'watch'],
  quiz: ['ask', 'answer'],
  differential: ['option-1', 'option-2', 'option-3', 'settle'],
  surface: ['surface', 'lesion'],
  table: ['table', 'rest'],
  points: ['point-1', 'point-2', 'point-3', 'point-4'],
  quote: ['quote', 'meaning'],
};
