/** Stages of a production, in order: the knots of the studio's thread. At `approval` and `final` a person decides. */
export const STAGES = [
  'images',
  'analysis',
  'script',
  'approval',
  'speech',
  'timeline',
  'render',
  'package',
  'final',
  'release',
] as const;
