import type { Finding } from '../finding.ts';
import type { Language, SceneKind, Script } from '../script.ts';
import type { Timeline } from '../timeline.ts';
import { leading } from './placement.ts';
import { findingName } from './words-image.ts';

/**
 * What a scene shows and nobody says, for people who hear the film only: Chinese, English. `{title}`, `{finding}` and `{slice}` are filled in.
 * Null where the narrator says all there is to see.
 */
const SHOWN: Readonly<Record<SceneKind, readonly [zh: string, en: string] | null>> = {
  intro: [
    '片头。片名《{title}》。一条线穿进来，织过肺的轮廓。画面写着人工智能生成内容。',
    'Opening. The title “{title}”. A thread comes in and is woven through an outline of the lungs. A label says that the content is made by AI.',
  ],
  chapter: null,
  case: [
    '三张冠状切面错开排着，另外列出病例资料和要回答的问题。',
    'Three coronal planes stand one behind the other, with the facts of the case and the question.',
  ],
  scroll: [
    'CT 横断面从上往下一层层翻过，停在第 {slice} 层。一幅小图标出位置。',
    'Axial CT slices pass from top to bottom and stop at slice {slice}. A small picture shows the level.',
  ],
  highlight: [
    '画面推近，四周变暗，一条线绕{finding}一圈，再画出长径和短径。',
    'The picture moves in and its surroundings darken. A line goes once round the {finding}; then its long and short axes are drawn.',
  ],
  zoom: [
    '{finding}放大到占满画面，引线指到边缘和内部。',
    'The {finding} fills the picture. Lines point to its margin and its inside.',
  ],
  compare: [
    '两格对照：一格是{finding}，另一格是对侧肺的同一位置。',
    'Two panels: the {finding}, and the same place in the other lung.',
  ],
  features: ['测量值逐行出现，各有一把标尺。', 'Measured values appear row by row, each on a scale of its own.'],
  table: ['所见列成一张表。', 'The findings stand in a table.'],
  assessment: [
    '一条线依次走过各项条件，停在结果上。最后盖上医生审核的印章。',
    'A line passes one criterion after the other and ends at the result. Last comes the seal of the physician’s review.',
  ],
  differential: ['几种可能一起列出，逐一亮起。', 'Several possibilities are listed and lit one after the other.'],
  quiz: [
    '画面上是问题和几个选项。停几秒后标出答案。',
    'A question and its options. After a few seconds the answer is marked.',
  ],
  surface: ['肺和病灶的立体图。', 'A three-dimensional view of the lungs and the lesion.'],
  lungs: [
    '两肺的示意图，分成各个肺叶，一点标出位置。',
    'A drawing of both lungs with their lobes. A dot marks the place.',
  ],
  kinds: ['三幅示意图：实性、磨玻璃、部分实性。', 'Three drawings: solid, ground glass, part-solid.'],
  size: [
    '同一比例下，病灶和几样日常的东西画在一起。',
    'The lesion is drawn to one scale beside things everybody knows.',
  ],
  'follow-up': ['一条时间线：现在，和下一次检查。', 'A line of time: now, and the next scan.'],
  advice: [
    '三条建议逐行出现，另有圈出的病灶和引用的文献。',
    'Three pieces of advice appear, with the marked lesion and the works cited.',
  ],
  points: ['要点逐条列出。', 'The key points are listed one by one.'],
  quote: ['一段指南的原话，写着出处。', 'A guideline in its own words, with its source.'],
  outro: [
    '片尾。医院名称、病例编号、审核人、图像来源和引用的规则。写着人工智能生成内容。',
    'Credits: the hospital, the case number, who reviewed it, where the images come from and the rules cited. A label says that the content is made by AI.',
  ],
};

/** A description of one scene. Frames are of the whole film. */
export interface Description {
  readonly id: string;
  readonly startFrame: number;
  readonly endFrame: number;
  readonly text: string;
}

/** The film's audio description as text: a sentence for each scene that shows something nobody says, to be read out as the scene begins. */
export function describeFilm(
  timeline: Timeline,
  script: Pick<Script, 'language' | 'title'>,
  findings: readonly Finding[],
): Description[] {
  const finding = leading(findings);
  const { language, title } = script;
  const nothing: Readonly<Record<Language, string>> = { 'zh-CN': '这一处', en: 'place' };
  const values: Readonly<Record<string, string>> = {
    title,
    // In English it stands inside a sentence; in Chinese it has no capitals.
    finding: finding ? findingName(language, finding).replace(/^./, (first) => first.toLowerCase()) : nothing[language],
    slice: finding ? `${finding.keySlice + 1}` : '',
  };
  return timeline.scenes.flatMap(({ id, kind, from, durationInFrames }) => {
    const texts = kind === 'scroll' && !finding ? NOTHING_FOUND : SHOWN[kind];
    if (!texts) return [];
    const text = texts[language === 'en' ? 1 : 0].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    return [{ id, startFrame: from, endFrame: from + durationInFrames, text }];
  });
}

const NOTHING_FOUND: readonly [string, string] = [
  'CT 横断面从上往下一层层翻过整个肺。一幅小图标出位置。',
  'Axial CT slices pass through the whole lung from top to bottom. A small picture shows the level.',
];
