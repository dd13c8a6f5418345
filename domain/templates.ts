import { FRAME_SIZE } from './aspect.ts';
import { StudioError } from './errors.ts';
import { inAspect, type Template, templateRef } from './template.ts';

type Scenes = Template['chapters'][number]['scenes'];

/**
 * Case teaching. Scroll, highlight, zoom and compare are one uncut movement (film-style §7), so they share the chapter `look`;
 * the measures have the chapter `lesion` to themselves. Weights are the planned seconds of the demo film. A chapter's card is the
 * scene `chapter` at its head. No rest between two voices reaches two seconds: after the assessment the seal's 7 + 38 frames begin in its
 * last words. Only the film's end is quiet for three seconds.
 */
const CASE_TEACHING: Template = {
  id: 'case-teaching',
  version: '1.0.0',
  name: { 'zh-CN': '病例教学', en: 'Case teaching' },
  aspects: ['16:9', '9:16', '1:1'],
  aspect: '16:9',
  ...FRAME_SIZE['16:9'],
  texts: null,
  fps: 25,
  mark: 'outline',
  filmGate: 'publicity',
  chapters: [
    {
      id: 'case',
      card: false,
      scenes: [
        { kind: 'intro', weight: 12, leadFrames: 16, tailFrames: 14, minFrames: 100 },
        { kind: 'case', weight: 14, leadFrames: 14, tailFrames: 16, minFrames: 100 },
      ],
    },
    {
      id: 'look',
      card: true,
      scenes: [
        card(),
        { kind: 'scroll', weight: 26, leadFrames: 8, tailFrames: 10, minFrames: 150 },
        { kind: 'highlight', weight: 15, leadFrames: 6, tailFrames: 14, minFrames: 125 },
        { kind: 'zoom', weight: 18, leadFrames: 10, tailFrames: 14, minFrames: 100 },
        { kind: 'compare', weight: 11, leadFrames: 10, tailFrames: 20, minFrames: 100 },
      ],
    },
    {
      id: 'lesion',
      card: true,
      scenes: [card(), { kind: 'features', weight: 25, leadFrames: 8, tailFrames: 20, minFrames: 150 }],
    },
    {
      id: 'assessment',
      card: true,
      scenes: [card(), { kind: 'assessment', weight: 38, leadFrames: 8, tailFrames: 34, minFrames: 150 }],
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

/** A card opens in 14 frames and holds 50 (film-style §7); the narrator speaks the chapter's title on it. */
function card(): Scenes[number] {
  return { kind: 'chapter', weight: 3, leadFrames: 12, tailFrames: 20, minFrames: 64 };
}

export const TEMPLATES: readonly Template[] = [
  CASE_TEACHING,
  {
    ...CASE_TEACHING,
    id: 'case-teaching-box',
    name: { 'zh-CN': '病例教学（方框标记）', en: 'Case teaching (box mark)' },
    mark: 'box',
  },
];

/**
 * The template a person names: `id` (its newest version) or `id@version`, with `/aspect` for another than its own.
 * @throws StudioError TEMPLATE_UNKNOWN, listing what there is
 */
export function findTemplate(ref: string): Template {
  const [name = '', wanted] = ref.split('/');
  const found = TEMPLATES.find((item) => templateRef(item) === name) ?? TEMPLATES.find((item) => item.id === name);
  const aspect = found?.aspects.find((each) => each === (wanted ?? found.aspect));
  if (!found || !aspect) {
    const choices = TEMPLATES.map((item) => `${templateRef(item)} (${item.aspects.join(' ')})`).join(', ');
    throw new StudioError('TEMPLATE_UNKNOWN', { template: ref, choices });
  }
  return aspect === found.aspect ? found : inAspect(found, aspect);
}
