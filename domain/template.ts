import { z } from 'zod';
import { Aspect, FRAME_SIZE } from './aspect.ts';
import { ChapterId, SceneKind } from './script.ts';

/** How a film is laid out: order of chapters and scenes, pace and marks. Versioned; approval names `<id>@<version>`. */
export const Template = z.object({
  id: z.string(),
  version: z.string(),
  name: z.object({ 'zh-CN': z.string(), en: z.string() }),
  /** The aspects it is laid out in, its own first. */
  aspects: z.array(Aspect).min(1),
  aspect: Aspect,
  width: z.int(),
  height: z.int(),
  /** Folder of narration texts of its own; where it has no file for a scene, the common one is spoken. */
  texts: z.enum(['minute', 'public', 'conference', 'patient']).nullable(),
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

/** Its name in orders and approvals: `id@version`, and `/aspect` where that is not its own first one. */
export const templateRef = ({ id, version, aspect, aspects }: Template): string =>
  `${id}@${version}${aspect === aspects[0] ? '' : `/${aspect}`}`;

/** The same template laid out in another of its aspects. */
export const inAspect = (template: Template, aspect: Aspect): Template => ({
  ...template,
  aspect,
  ...FRAME_SIZE[aspect],
});
