import type { ChapterId, Language, SceneKind, Script, Sentence } from '#domain/script';
import type { Template } from '#domain/template';
import type { Caption, TimedScene, Timeline } from '#domain/timeline';
import type { SampleVariant } from './sample.ts';

type Said = readonly [scene: SceneKind, cue: string | null, zh: string, en: string, key: string, keyEn: string];
interface Part {
  readonly id: ChapterId;
  readonly title: readonly [string, string];
  readonly short: readonly [string, string];
  readonly said: readonly Said[];
}

const PARTS: readonly Part[] = [
  {
    id: 'case',
    title: ['病例与问题', 'The case'],
    short: ['病例', 'Case'],
    said: [
      [
        'intro',
        null,
        '本片含人工智能生成内容。',
        'This film contains AI-generated content.',
        '人工智能',
        'AI-generated',
      ],
      [
        'case',
        'facts',
        '58 岁男性，第一次做|低剂量 CT 筛查。',
        'A 58-year-old man at his first|low-dose screening CT.',
        '筛查',
        'screening',
      ],
      [
        'case',
        'question',
        '右肺上叶有一个小结节，|它该归哪一类？',
        'There is a small nodule in the right|upper lobe. Which category is it?',
        '哪一类',
        'category',
      ],
    ],
  },
  {
    id: 'look',
    title: ['病灶在哪里', 'Where it is'],
    short: ['定位', 'Locate'],
    said: [
      [
        'scroll',
        'scroll',
        '从肺尖往下看，|停在第 44 层。',
        'Go down from the apex|and stop at slice 44.',
        '第 44 层',
        'slice 44',
      ],
      ['highlight', 'mark', '靠近胸膜，多了一团淡影。', 'Near the pleura, a faint patch.', '淡影', 'faint patch'],
    ],
  },
  {
    id: 'lesion',
    title: ['量一量', 'Measuring it'],
    short: ['测量', 'Measure'],
    said: [
      [
        'zoom',
        'callout-1',
        '外圈是磨玻璃，|中间一小块是实性。',
        'Ground glass outside,|a small solid core inside.',
        '实性',
        'solid core',
      ],
      [
        'compare',
        'compare',
        '换到对侧，同样的深度，|只有正常的血管。',
        'On the other side, at the same depth,|only normal vessels.',
        '正常',
        'normal',
      ],
      ['features', 'measure-1', '平均径 8.0 毫米。', 'The mean diameter is 8.0 mm.', '8.0', '8.0 mm'],
      ['features', 'measure-2', '实性部分 4.5 毫米。', 'The solid part measures 4.5 mm.', '4.5', '4.5 mm'],
      ['features', 'measure-3', '边缘光整，没有毛刺。', 'The margin is smooth, without spicules.', '光整', 'smooth'],
      ['features', 'rest', '其余各项都不改变归类。', 'None of the others changes the category.', '归类', 'category'],
    ],
  },
  {
    id: 'assessment',
    title: ['怎样归类', 'Which category'],
    short: ['归类', 'Classify'],
    said: [
      [
        'assessment',
        'step-1',
        '归类要走四步。|先看检查：基线筛查。',
        'Four steps. First the exam:|a baseline screening CT.',
        '基线筛查',
        'baseline',
      ],
      ['assessment', 'step-2', '再看密度：部分实性。', 'Then the density: part-solid.', '部分实性', 'part-solid'],
      ['assessment', 'step-3', '整体到了 6 毫米。', 'The whole reaches 6 mm.', '6 毫米', '6 mm'],
      ['assessment', 'step-4', '实性部分没到。', 'The solid part does not.', '实性部分', 'solid part'],
      ['assessment', 'result', '落点是 Lung-RADS 3 类。', 'It lands in Lung-RADS 3.', '3 类', 'Lung-RADS 3'],
      [
        'assessment',
        'pitfall',
        '这类结节，先看实性部分，|不看个头。',
        'For this type look at the solid part|first, not at the size.',
        '实性部分',
        'solid part',
      ],
    ],
  },
  {
    id: 'advice',
    title: ['建议与依据', 'Advice and sources'],
    short: ['建议', 'Advice'],
    said: [
      ['advice', 'advice-1', '半年后复查低剂量 CT。', 'Repeat low-dose CT in six months.', '半年', 'six months'],
      [
        'advice',
        'advice-2',
        '复查时只盯一件事：|实性部分有没有长大。',
        'At follow-up watch one thing:|whether the solid part has grown.',
        '长大',
        'grown',
      ],
      ['advice', 'advice-3', '没有变化，再按规则往下走。', 'If nothing changes, go on by the rule.', '规则', 'rule'],
      [
        'advice',
        'closing',
        '回到开头的问题：|它归 3 类。',
        'Back to the first question:|it is category 3.',
        '3 类',
        'category 3',
      ],
      ['outro', null, '影像为模拟演示数据。', 'The images are simulated.', '模拟', 'simulated'],
    ],
  },
];
const SKIPPED: Partial<Record<SampleVariant, readonly SceneKind[]>> = {
  none: ['highlight', 'zoom', 'compare', 'features'],
};

/** A short narration of the sample case in its final shape; times and words are made up for drawing. */
export function sampleScript(language: Language, variant: SampleVariant): Script {
  const pick = <T>(zh: T, en: T): T => (language === 'en' ? en : zh);
  const none = variant === 'none';
  return {
    version: 1,
    language,
    author: 'template:case-teaching@1.0.0',
    title: none
      ? pick('这份胸部 CT 怎样报告', 'How to report this chest CT')
      : pick('右肺的这个小结节怎样归类', 'How to classify this small nodule'),
    question: none
      ? pick('肺里有没有结节？', 'Is there a nodule in these lungs?')
      : pick('右肺上叶这个结节，该归为哪一类？', 'Which category is this nodule in the right upper lobe?'),
    chapters: PARTS.map((part) => ({
      id: part.id,
      title: pick(...part.title),
      shortTitle: pick(...part.short),
      sentences: part.said
        .filter(([scene]) => !SKIPPED[variant]?.includes(scene))
        .map(
          ([scene, cue, zh, en, key, keyEn], index): Sentence => ({
            id: `${part.id}-${index + 1}`,
            scene,
            cue,
            text: pick(zh, en),
            speaker: 'doctor',
            findingIds: none ? [] : ['F1'],
            claims: [],
            emphasis: [pick(key, keyEn)],
            pauseAfterMs: 0,
            references: [],
          }),
        ),
    })).filter((chapter) => chapter.sentences.length > 0),
    references: ['lung-rads-2022', 'fleischner-2017'],
  };
}

const WEIGHTS: Partial<Record<SceneKind, number>> = {
  scroll: 18,
  features: 20,
  assessment: 26,
  highlight: 16,
  advice: 20,
  outro: 6,
  intro: 4,
};

export function sampleTemplate(): Template {
  return {
    id: 'case-teaching',
    version: '1.0.0',
    name: { 'zh-CN': '病例教学', en: 'Case teaching' },
    width: 1920,
    height: 1080,
    fps: 25,
    mark: 'outline',
    sentenceGapMs: 350,
    chapters: PARTS.map((part, index) => ({
      id: part.id,
      card: index > 0,
      scenes: [...new Set(part.said.map(([scene]) => scene))].map((kind) => ({
        kind,
        weight: WEIGHTS[kind] ?? 12,
        leadFrames: 15,
        tailFrames: 30,
        minFrames: 100,
      })),
    })),
  };
}

/** Lays the sample out: four frames a Chinese character or two a letter, nine between sentences. */
export function sampleTimeline(script: Script, template: Template): Timeline {
  const scenes: TimedScene[] = [];
  const captions: Caption[] = [];
  const chapters: Timeline['chapters'] = [];
  let at = 0;
  for (const chapter of script.chapters) {
    const plan = template.chapters.find((item) => item.id === chapter.id);
    chapters.push({ id: chapter.id, title: chapter.title, startFrame: at });
    if (plan?.card) {
      scenes.push({
        id: `chapter-${chapter.id}`,
        kind: 'chapter',
        chapterId: chapter.id,
        from: at,
        durationInFrames: 64,
        sentences: [],
        cues: [],
      });
      at += 64;
    }
    for (const { kind, leadFrames, tailFrames, minFrames } of plan?.scenes ?? []) {
      const said = chapter.sentences.filter((sentence) => sentence.scene === kind);
      if (said.length === 0) continue;
      const scene: TimedScene = {
        id: kind,
        kind,
        chapterId: chapter.id,
        from: at,
        durationInFrames: 0,
        sentences: [],
        cues: [],
      };
      let frame = kind === 'intro' ? 45 : leadFrames;
      for (const sentence of said) {
        const lines = sentence.text.split('|');
        const length = Math.max(38, sentence.text.length * (script.language === 'en' ? 2 : 5));
        scene.sentences.push({ id: sentence.id, startFrame: frame, endFrame: frame + length });
        if (sentence.cue) scene.cues.push({ cue: sentence.cue, startFrame: frame, endFrame: frame + length });
        captions.push({
          sentenceId: sentence.id,
          startFrame: at + frame,
          endFrame: at + frame + length,
          lines,
          keyWord: sentence.emphasis[0] ?? null,
        });
        frame += length + 9;
      }
      scene.durationInFrames = Math.max(minFrames, frame - 9 + tailFrames);
      scenes.push(scene);
      at += scene.durationInFrames;
    }
  }
  return { fps: template.fps, durationInFrames: at, scenes, captions, chapters, voice: [] };
}
