import type { CalloutKey } from '../callouts.ts';
import type { Finding, Lobe } from '../finding.ts';
import type { Language } from '../script.ts';
import { traitsOf } from '../traits.ts';

/** Words of the image scenes (scroll, highlight, zoom, compare). `{name}` takes a value. */
const WORDS = {
  'zh-CN': {
    slices: '/ {total} 层',
    slice: '第 {slice} 层',
    'window.lung': '肺窗',
    'window.soft': '纵隔窗',
    coronal: '冠状位定位',
    'axis.long': '长径',
    'axis.short': '短径',
    'axis.mean': '平均径',
    'axis.short.brief': '短径',
    'axis.mean.brief': '平均径',
    measured: '第 {slice} 层 · 自动测量',
    'measured.brief': '第 {slice} 层 · 自动测量',
    unmeasured: '影像没有像素间距，不报毫米数',
    magnified: '放大 {times} 倍',
    mean: '平均',
    opposite: '对侧同层',
    lesion: '病灶',
    'lung.left': '左肺',
    'lung.right': '右肺',
    'lobe.RUL': '右肺上叶',
    'lobe.RML': '右肺中叶',
    'lobe.RLL': '右肺下叶',
    'lobe.LUL': '左肺上叶',
    'lobe.LLL': '左肺下叶',
    'name.nodule': '{place}结节',
    'name.mass': '{place}肿块',
    'ground-glass': '磨玻璃',
    'ground-glass.part': '外圈的淡影，按体积计',
    'ground-glass.all': '整团都是淡影',
    'solid-part': '实性成分',
    'solid-part.note': '平均径',
    'solid-density': '实性密度',
    'solid-density.note': '平均 CT 值',
    'margin-smooth': '边缘光整',
    'margin-smooth.note': '没有毛刺，没有分叶',
    'margin-spiculated': '边缘毛刺',
    'margin-spiculated.note': '细线伸进肺里',
    'margin-lobulated': '分叶',
    'margin-lobulated.note': '轮廓凹凸不平',
    'margin-open': '边缘不清',
    'margin-open.note': '不下结论',
    calcification: '钙化',
    'calcification.note': '最高 CT 值',
    fat: '脂肪',
    'fat.note': '最低 CT 值',
    'pleura-touching': '贴着胸膜',
    'pleura-touching.note': '与胸膜相接',
    'pleura-near': '靠近胸膜',
    'pleura-near.note': '中间隔着肺',
    'pleura-open': '与胸膜的距离',
    'pleura-open.note': '没有像素间距',
    'pleura-free': '离胸膜远',
    'pleura-free.note': '四周都是肺',
  },
  en: {
    slices: '/ {total} slices',
    slice: 'Slice {slice}',
    'window.lung': 'Lung',
    'window.soft': 'Soft tissue',
    coronal: 'Coronal locator',
    'axis.long': 'Long axis',
    'axis.short': 'Short axis',
    'axis.mean': 'Mean diameter',
    'axis.short.brief': 'Short',
    'axis.mean.brief': 'Mean',
    measured: 'Slice {slice} · measured automatically',
    'measured.brief': 'Slice {slice} · automatic',
    unmeasured: 'No pixel spacing: no millimetres given',
    magnified: 'Enlarged {times}×',
    mean: 'Mean',
    opposite: 'same level',
    lesion: 'lesion',
    'lung.left': 'Left lung',
    'lung.right': 'Right lung',
    'lobe.RUL': 'Right upper lobe',
    'lobe.RML': 'Right middle lobe',
    'lobe.RLL': 'Right lower lobe',
    'lobe.LUL': 'Left upper lobe',
    'lobe.LLL': 'Left lower lobe',
    'name.nodule': '{place} nodule',
    'name.mass': '{place} mass',
    'ground-glass': 'Ground glass',
    'ground-glass.part': 'The hazy outer zone, by volume',
    'ground-glass.all': 'Hazy throughout',
    'solid-part': 'Solid part',
    'solid-part.note': 'Mean diameter',
    'solid-density': 'Solid',
    'solid-density.note': 'Mean attenuation',
    'margin-smooth': 'Smooth margin',
    'margin-smooth.note': 'No spicules, no lobulation',
    'margin-spiculated': 'Spiculation',
    'margin-spiculated.note': 'Fine strands into the lung',
    'margin-lobulated': 'Lobulation',
    'margin-lobulated.note': 'An uneven contour',
    'margin-open': 'Margin unclear',
    'margin-open.note': 'No conclusion drawn',
    calcification: 'Calcification',
    'calcification.note': 'Highest attenuation',
    fat: 'Fat',
    'fat.note': 'Lowest attenuation',
    'pleura-touching': 'At the pleura',
    'pleura-touching.note': 'In contact with the pleura',
    'pleura-near': 'Near the pleura',
    'pleura-near.note': 'With lung between',
    'pleura-open': 'Pleural distance',
    'pleura-open.note': 'No pixel spacing',
    'pleura-free': 'Away from the pleura',
    'pleura-free.note': 'Lung on every side',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type ImageWord = keyof (typeof WORDS)['zh-CN'];

/** A word of the image scenes, its `{names}` filled in. */
export function imageWord(
  language: Language,
  key: ImageWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = WORDS[language][key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Below this certainty the lobe is not named, only the lung. */
const LOBE_CERTAINTY = 0.5;

/** Whether the lobe is sure enough to be named. */
export function isLobeKnown({ features: { lobe } }: Finding): boolean {
  return lobe.certainty === null || lobe.certainty >= LOBE_CERTAINTY;
}

/** The lobe, or only the lung where the lobe is in doubt. */
export function placeName(language: Language, finding: Finding): string {
  const { lobe, side } = finding.features;
  return isLobeKnown(finding)
    ? imageWord(language, `lobe.${lobe.value satisfies Lobe}`)
    : imageWord(language, `lung.${side.value}`);
}

/** "右肺上叶结节", "Right upper lobe nodule"; a mass above 30 mm (see `traits`). */
export function findingName(language: Language, finding: Finding): string {
  const place = placeName(language, finding);
  return imageWord(language, traitsOf(finding).mass ? 'name.mass' : 'name.nodule', { place });
}

const NOTE: Partial<Record<CalloutKey, (finding: Finding) => ImageWord>> = {
  'ground-glass': (finding) =>
    finding.features.type.value === 'part-solid' ? 'ground-glass.part' : 'ground-glass.all',
};

/** What stands under a call-out. */
export function calloutNote(language: Language, key: CalloutKey, finding: Finding): string {
  return imageWord(language, NOTE[key]?.(finding) ?? (`${key}.note` as ImageWord));
}

/** Millimetres to 0.1, for display. */
export const oneDecimal = (value: number): string => value.toFixed(1);

/** Whole numbers with the typographic minus. */
export const whole = (value: number): string => {
  const rounded = Math.round(value) || 0;
  return rounded < 0 ? `−${-rounded}` : `${rounded}`;
};
