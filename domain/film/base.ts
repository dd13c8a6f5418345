import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import type { Decision } from '../approval.ts';
import { Brand } from '../brand.ts';
import { Language, type Script } from '../script.ts';
import type { Template } from '../template.ts';
import { CueTime, type Timeline } from '../timeline.ts';
import type { FilmPictures } from './pictures.ts';

/** A subtitle inside one scene; frames count from the scene's first frame, `endFrame` exclusive. */
export const SceneCaption = z.object({
  startFrame: z.int().nonnegative(),
  endFrame: z.int().positive(),
  lines: z.array(z.string()).min(1).max(2),
  keyWord: z.string().nullable(),
});
export type SceneCaption = z.infer<typeof SceneCaption>;

/** The part of the progress thread a scene plays; fractions 0..1 of the frame's width, from the template's plan, never from the seconds. */
export const ThreadSpan = z.object({ from: z.number(), to: z.number(), marks: z.array(z.number()) });
export type ThreadSpan = z.infer<typeof ThreadSpan>;

/** What every scene knows. A scene's frames are a pure function of its own props: same props, same pixels, whatever film it stands in. */
export const SceneBase = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  fps: z.int(),
  durationInFrames: z.int().positive(),
  language: Language,
  brand: Brand,
  captions: z.array(SceneCaption),
  cues: z.array(CueTime),
  thread: ThreadSpan,
  /** Small marks in the header: AI content always; simulated data and watermark where they apply. */
  marks: z.object({ ai: z.string(), simulated: z.string().nullable(), watermark: z.string().nullable() }),
});
export type SceneBase = z.infer<typeof SceneBase>;

/** Everything a film is made from. `compose<Kind>` picks a scene's props out of it; all of them pure. */
export interface ComposeInput {
  readonly analysis: Analysis;
  readonly script: Script;
  readonly timeline: Timeline;
  readonly template: Template;
  readonly brand: Brand;
  readonly pictures: FilmPictures;
  /** The series a person put the film in, instead of the brand's own line; absent = the brand's. */
  readonly series?: { readonly name: string; readonly episode: number | null } | null;
  /** The physician's decision the film was made under; null only in previews of drafts. */
  readonly approval: Decision | null;
}

/** First frame of a cue inside its scene, or `otherwise` when the script does not speak it. */
export function cueStart(base: Pick<SceneBase, 'cues'>, cue: string, otherwise: number): number {
  return base.cues.find((item) => item.cue === cue)?.startFrame ?? otherwise;
}

/** The line of the series: as a person ordered it, else the brand's own of its case films; other kinds of film go by their kind. */
export function seriesLine(
  { brand, series, template }: Pick<ComposeInput, 'brand' | 'series' | 'template'>,
  language: Language,
): { series: string; episode: string } {
  if (!series && template.texts) return { series: template.name[language], episode: '' };
  if (!series) return { series: brand.series[language], episode: brand.episode[language] };
  const { name, episode } = series;
  return {
    series: name,
    episode: episode === null ? '' : language === 'en' ? `Episode ${episode}` : `第 ${episode} 集`,
  };
}
