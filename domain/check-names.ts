import type { QcReport } from './release.ts';
import type { Language } from './script.ts';

/** What each check of a finished film looks at, in words: Chinese, English. */
const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'video-stream': ['视频格式', 'Video format'],
  colour: ['色彩标记', 'Colour tags'],
  'audio-stream': ['音频格式', 'Audio format'],
  'subtitle-stream': ['字幕轨', 'Subtitle track'],
  faststart: ['索引在前', 'Index first'],
  frames: ['帧数', 'Frames'],
  duration: ['片长', 'Length'],
  'ends-together': ['音画同时结束', 'Sound and picture end together'],
  chapters: ['章节', 'Chapters'],
  'label-metadata': ['人工智能隐式标识', 'Implicit AI label'],
  'sound-length': ['声音长度', 'Sound length'],
  loudness: ['响度', 'Loudness'],
  'true-peak': ['真峰值', 'True peak'],
  silence: ['静音', 'Silence'],
  speech: ['讲解完整', 'Whole sentences'],
  sync: ['音画同步', 'Sound in time with picture'],
  music: ['音乐不盖过讲解', 'Music below speech'],
  black: ['黑场', 'Black picture'],
  frozen: ['画面静止', 'Frozen picture'],
  flashes: ['闪烁', 'Flashes'],
  'label-visible': ['片头人工智能标识', 'AI label at the opening'],
  'label-small': ['页眉人工智能标识', 'AI label in the header'],
  'subtitles-visible': ['画面上的字幕', 'Subtitles in the picture'],
  'subtitle-track': ['字幕轨内容', 'Text of the subtitle track'],
  subtitles: ['字幕长度与速度', 'Length and speed of subtitles'],
  'subtitles-text': ['字幕与审定文字一致', 'Subtitles as approved'],
  glyphs: ['字形齐全', 'Every character has a shape'],
  contrast: ['对比度', 'Contrast'],
  marks: ['病灶标记位置', 'Marks on their finding'],
  references: ['引用文献', 'References'],
  teaser: ['预告片', 'Teaser'],
};

/** Name of a check; its key where it has none yet. */
export const checkName = (id: string, language: Language): string => NAMES[id]?.[language === 'en' ? 1 : 0] ?? id;

/** The failed checks of a report in one line: what was looked at, what was found and, in English, what was wanted. */
export function failedChecks(report: QcReport, language: Language): string {
  const failed = report.checks.filter(({ passed }) => !passed);
  return language === 'en'
    ? failed.map(({ id, found, wanted }) => `${checkName(id, 'en')}: ${found} (wanted ${wanted})`).join('; ')
    : failed.map(({ id, found }) => `${checkName(id, 'zh-CN')}（${found}）`).join('；');
}
