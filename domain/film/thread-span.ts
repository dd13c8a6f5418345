import type { Template } from '../template.ts';
import type { Timeline } from '../timeline.ts';
import type { ThreadSpan } from './base.ts';

/** The thread plays inside the title-safe width: its first mark and its end stand 5 % from the edges. */
const FIRST = 0.05;
const LAST = 0.95;

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/**
 * The share of the progress thread each scene of the timeline plays, in the timeline's order. Shares follow the
 * template's weights and which scenes exist, never their seconds. A chapter card has no weight: it stands on its mark.
 */
export function threadSpans(template: Template, timeline: Timeline): ThreadSpan[] {
  const weightOf = (chapterId: string, kind: string): number =>
    template.chapters.find((chapter) => chapter.id === chapterId)?.scenes.find((scene) => scene.kind === kind)
      ?.weight ?? 0;
  const weights = timeline.scenes.map((scene) => weightOf(scene.chapterId, scene.kind));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const marks: number[] = [];
  let played = 0;
  const edges = timeline.scenes.map((scene, index) => {
    const from = FIRST + ((LAST - FIRST) * played) / total;
    if (timeline.scenes[index - 1]?.chapterId !== scene.chapterId) marks.push(round(from));
    played += weights[index] ?? 0;
    return { from: round(from), to: round(FIRST + ((LAST - FIRST) * played) / total) };
  });
  return edges.map((edge) => ({ ...edge, marks }));
}
