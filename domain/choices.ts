import { z } from 'zod';
import { Aspect } from './aspect.ts';
import { Audience } from './production.ts';
import { Language } from './script.ts';
import { SpeakerId } from './speech.ts';
import type { Template } from './template.ts';

const Name = z.object({ 'zh-CN': z.string(), en: z.string() });

/** What a film may be ordered with. */
export const Choices = z.object({
  templates: z.array(
    z.object({
      ref: z.string(),
      name: Name,
      scenes: z.int(),
      /** Planned length of a film with everything to show. */
      seconds: z.int(),
      mark: z.enum(['outline', 'box']),
      /** Its own first. */
      aspects: z.array(Aspect),
      /** For whom it is always told; null = for whom it is ordered. */
      audience: Audience.nullable(),
      filmGate: z.enum(['publicity', 'physician']),
    }),
  ),
  brands: z.array(
    z.object({ ref: z.string(), name: Name, department: Name, series: Name, primary: z.string(), accent: z.string() }),
  ),
  speakers: z.array(z.object({ id: SpeakerId, name: Name, tier: z.enum(['formant', 'neural', 'recorded']) })),
  languages: z.array(Language),
  audiences: z.array(Audience),
  /** Series of films the person's departments have, the one used last first. */
  filmSeries: z.array(z.object({ departmentId: z.string(), name: z.string(), nextEpisode: z.int() })),
});
export type Choices = z.infer<typeof Choices>;

/** Who speaks, as people call them. */
export const SPEAKER_NAMES: Readonly<Record<SpeakerId, { readonly 'zh-CN': string; readonly en: string }>> = {
  male_doctor: { 'zh-CN': '男医生', en: 'Male doctor' },
  female_doctor: { 'zh-CN': '女医生', en: 'Female doctor' },
  narrator: { 'zh-CN': '旁白', en: 'Narrator' },
};

/** What is heard when a voice is tried: a sentence like those of the films, about nobody. */
export const VOICE_SAMPLES: Readonly<Record<Language, string>> = {
  'zh-CN': '先看轮廓，再量大小，最后看它和胸膜的关系。',
  en: 'First the outline, then the size, and last how it lies to the pleura.',
};

/** For whom a template is told whatever is ordered: those with texts in plain words speak to the public. */
export const audienceOf = ({ texts }: Template): Audience | null =>
  texts === 'public' || texts === 'patient' ? 'public' : null;

/** How many scenes a template has and how long its film is planned to be. */
export function templatePlan(template: Template): { scenes: number; seconds: number } {
  const scenes = template.chapters.flatMap((chapter) => chapter.scenes);
  return { scenes: scenes.length, seconds: Math.round(scenes.reduce((sum, { weight }) => sum + weight, 0)) };
}
