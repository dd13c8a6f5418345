import { z } from 'zod';
import { ChapterId, SceneKind } from './script.ts';

/** How a film is laid out: order of chapters and scenes, pace and marks. Versioned; approval names `<id>@<version>`. */
export const Template = z.object({
  id: z.string(),
  version: z.string(),
  name: z.object({ 'zh-CN': z.string(), en: z.string() }),
  width: z.int(),
  height: z.int(),
  fps: z.int(),
  /** The lesion's mark: the thread closing as its outline, or a box with rounded corners around it. */
  mark: z.enum(['outline', 'box']),
  chapters: z.array(
    z.object({
      id: ChapterId,
      /** A chapter card before the first scene; the opening chapter has the intro instead. */
      card: z.boolean(),
      scenes: z.array(
        z.object({
          kind: SceneKind,
          /** Planned share of the progress thread. Positions on the thread follow the plan, not the seconds, so that one edited sentence leaves the pixels of all other scenes alone. */
          weight: z.number().positive(),
          /** Frames before the first word and after the last one. */
          leadFrames: z.int().nonnegative(),
          tailFrames: z.int().nonnegative(),
          minFrames: z.int().positive(),
        }),
      ),
    }),
  ),
  /** Who approves the finished film before it is released; the script is always a physician's. */
  filmGate: z.enum(['publicity', 'physician']),
  /** Silence between sentences, ms. */
  sentenceGapMs: z.int(),
});
export type Template = z.infer<typeof Template>;

/** The reference people type: `id` or `id@version`. */
export const templateRef = (template: Template): string => `${template.id}@${template.version}`;
