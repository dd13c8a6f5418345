import { Brand } from './brand.ts';
import { contrast } from './colour.ts';
import { StudioError } from './errors.ts';

/** The two made-up hospitals that ship with the studio. Neither exists. */
const BRANDS: readonly Brand[] = [
  {
    id: 'shili-general',
    version: '1.0.0',
    hospital: { 'zh-CN': '示例市人民医院', en: "Shili City People's Hospital" },
    department: { 'zh-CN': '放射科', en: 'Radiology' },
    series: { 'zh-CN': '读片三分钟 · 肺结节系列', en: 'Three-minute reading · Lung nodules' },
    episode: { 'zh-CN': '第 1 期', en: 'Episode 1' },
    primary: '#14453F',
    accent: '#F2B544',
    ink: '#0D1113',
    paper: '#F4F0E7',
    display: { family: 'Noto Serif SC Variable', weight: 600 },
    logoPath:
      'M18 0V18H0C0 8 8 0 18 0ZM22 0C32 0 40 8 40 18H22ZM0 22H18V40C8 40 0 32 0 22ZM22 22H40C40 32 32 40 22 40Z',
    watermark: null,
  },
  {
    id: 'shili-children',
    version: '1.0.0',
    hospital: { 'zh-CN': '示例市儿童医院', en: "Shili City Children's Hospital" },
    department: { 'zh-CN': '影像科', en: 'Medical Imaging' },
    series: { 'zh-CN': '读片三分钟 · 肺结节系列', en: 'Three-minute reading · Lung nodules' },
    episode: { 'zh-CN': '第 1 期', en: 'Episode 1' },
    primary: '#7A2F22',
    accent: '#FF9E7A',
    ink: '#1B1311',
    paper: '#FFF3E4',
    display: { family: 'Noto Sans SC Variable', weight: 700 },
    logoPath: 'M1 4C12 4 19 11 19 22C8 22 1 15 1 4ZM39 1C28 1 21 8 21 19C32 19 39 12 39 1ZM18.5 20H21.5V40H18.5Z',
    watermark: { 'zh-CN': '院内教学', en: 'In-house teaching' },
  },
];

/** The pairs a brand must keep apart, with the least ratio (film-style §4). */
const PAIRS = [
  ['paper', 'ink', 7],
  ['accent', 'ink', 4.5],
  ['accent', 'primary', 4.5],
  ['paper', 'primary', 4.5],
] as const;

/**
 * Refuses a brand whose colours cannot be read.
 * @throws StudioError BRAND_CONTRAST naming the first failing pair, its ratio and the least one.
 */
export function checkBrand(brand: Brand): Brand {
  for (const [a, b, minimum] of PAIRS) {
    const ratio = contrast(brand[a], brand[b]);
    if (ratio < minimum) {
      throw new StudioError('BRAND_CONTRAST', { pair: `${a}/${b}`, ratio: Math.floor(ratio * 100) / 100, minimum });
    }
  }
  return brand;
}

/** Ids of the brands that ship, the default first. */
export const BRAND_IDS: readonly string[] = BRANDS.map((brand) => brand.id);

/** Short names people type: `A` and `B`. */
const ALIASES: Readonly<Record<string, string>> = { A: 'shili-general', B: 'shili-children' };

/**
 * A brand by its id, `id@version`, or the short names A and B.
 * @throws StudioError BRAND_UNKNOWN listing what there is.
 */
export function findBrand(name: string): Brand {
  const wanted = ALIASES[name.toUpperCase()] ?? name;
  const brand = BRANDS.find((item) => item.id === wanted || brandRef(item) === wanted);
  if (!brand) throw new StudioError('BRAND_UNKNOWN', { brand: name, choices: BRAND_IDS.join(', ') });
  return checkBrand(Brand.parse(brand));
}

/** The reference an approval names: `id@version`. */
export const brandRef = (brand: Brand): string => `${brand.id}@${brand.version}`;
