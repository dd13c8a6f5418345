/** A thing everyone knows the size of, as it is drawn beside a nodule and spoken of. */
export interface EverydayThing {
  readonly id: EverydayId;
  /** Length and width as it lies, mm: drawn to this size. */
  readonly lengthMm: number;
  readonly widthMm: number;
  /** What its size is called: across for round things, else its length or width. */
  readonly told: 'across' | 'long' | 'wide';
  /** Of a standard, not of nature: shown without "about". */
  readonly exact: boolean;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  /** As words of a comparison: 黄豆, a soybean. */
  readonly spoken: { readonly 'zh-CN': string; readonly en: string };
  /** Where the size comes from, and why this value. */
  readonly source: string;
}
type EverydayId = 'mung-bean' | 'soybean' | 'pea' | 'peanut' | 'finger' | 'coin' | 'quail-egg' | 'table-tennis-ball';

/**
 * Smallest first by mean diameter, each at most two thirds larger than the one before, so that every nodule has a neighbour. Sizes of nature
 * vary by kind and moisture: values lie inside the published range, rounded to half a millimetre, and are shown with "about".
 */
export const EVERYDAY: readonly EverydayThing[] = [
  {
    ...{ id: 'mung-bean', lengthMm: 5, widthMm: 4, told: 'long', exact: false },
    name: { 'zh-CN': '绿豆', en: 'Mung bean' },
    spoken: { 'zh-CN': '绿豆', en: 'a mung bean' },
    source: 'Dash et al., Asian J Dairy Food Res 2022;41:47: geometric mean diameter 3.75 to 4.12 mm; longer than wide',
  },
  {
    ...{ id: 'soybean', lengthMm: 7.5, widthMm: 7, told: 'across', exact: false },
    name: { 'zh-CN': '黄豆', en: 'Soybean' },
    spoken: { 'zh-CN': '黄豆', en: 'a soybean' },
    source: 'Kibar, Int Agrophys 2008;22:239: length 7.24 to 8.19, width 6.79 to 7.12 mm',
  },
  {
    ...{ id: 'pea', lengthMm: 9.5, widthMm: 8.5, told: 'across', exact: false },
    name: { 'zh-CN': '豌豆', en: 'Green pea' },
    spoken: { 'zh-CN': '豌豆', en: 'a pea' },
    source:
      'Ganjloo et al., Int Food Res J 2018;25:1246: fresh green pea, length 10.48, width 8.93, drying to 7.28 and 5.80 mm',
  },
  {
    ...{ id: 'peanut', lengthMm: 13, widthMm: 10, told: 'long', exact: false },
    name: { 'zh-CN': '花生米', en: 'Peanut' },
    spoken: { 'zh-CN': '花生米', en: 'a shelled peanut' },
    source: 'CIGR Journal 2017, groundnut kernels (Ex-Dakar): length 12.92 to 13.01, mean diameter 10.82 to 11.36 mm',
  },
  {
    ...{ id: 'finger', lengthMm: 17, widthMm: 17, told: 'wide', exact: false },
    name: { 'zh-CN': '食指指尖', en: 'Index fingertip' },
    spoken: { 'zh-CN': '食指指尖', en: 'a fingertip' },
    source: 'Breadth of the index finger of 254 students in Hunan: men 18.4, women 16.6 mm on average',
  },
  {
    ...{ id: 'coin', lengthMm: 22.25, widthMm: 22.25, told: 'across', exact: true },
    name: { 'zh-CN': '一元硬币', en: 'One-yuan coin' },
    spoken: { 'zh-CN': '一元硬币', en: 'a one-yuan coin' },
    source:
      "People's Bank of China, notice of 29 April 2019: 1 yuan coin of 2019, diameter 22.25 mm (that of 1999: 25 mm)",
  },
  {
    ...{ id: 'quail-egg', lengthMm: 35, widthMm: 26, told: 'long', exact: false },
    name: { 'zh-CN': '鹌鹑蛋', en: 'Quail egg' },
    spoken: { 'zh-CN': '鹌鹑蛋', en: 'a quail egg' },
    source: 'Polat et al. 2007, forty eggs of Japanese quail: length 34.87, width 26.20 mm',
  },
  {
    ...{ id: 'table-tennis-ball', lengthMm: 40, widthMm: 40, told: 'across', exact: true },
    name: { 'zh-CN': '乒乓球', en: 'Table tennis ball' },
    spoken: { 'zh-CN': '乒乓球', en: 'a table tennis ball' },
    source: 'ITTF, Laws of Table Tennis 2.3.1: diameter 40 mm',
  },
];

/** Mean of length and width: what a nodule's mean diameter is held against. */
export const meanMm = ({ lengthMm, widthMm }: Pick<EverydayThing, 'lengthMm' | 'widthMm'>): number =>
  (lengthMm + widthMm) / 2;

/** A likeness: about as large as one thing, a little larger or smaller than it, or between two. */
type Likeness =
  | { readonly how: 'about' | 'above' | 'below'; readonly thing: EverydayThing }
  | { readonly how: 'between'; readonly thing: EverydayThing; readonly next: EverydayThing };

/** "About" holds within a tenth; "a little" up to a third. */
const ABOUT = 0.1;
const LITTLE = 1 / 3;

/**
 * What a nodule of this mean diameter is as large as: the nearest everyday thing within a tenth; else a little more than the thing below, a
 * little less than the thing above, or between the two; null where it is smaller or larger than all of them by more than a third.
 */
export function likenessOf(meanDiameterMm: number): Likeness | null {
  const away = (thing: EverydayThing): number => meanDiameterMm / meanMm(thing) - 1;
  const nearest = [...EVERYDAY].sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0]!;
  if (Math.abs(away(nearest)) <= ABOUT) return { how: 'about', thing: nearest };
  const below = EVERYDAY.findLast((thing) => away(thing) > 0);
  const above = EVERYDAY.find((thing) => away(thing) < 0);
  if (below && away(below) <= LITTLE) return { how: 'above', thing: below };
  if (above && -away(above) <= LITTLE / (1 + LITTLE)) return { how: 'below', thing: above };
  return below && above ? { how: 'between', thing: below, next: above } : null;
}

/** Key of a likeness, as a fact holds it: `about:soybean`, `between:mung-bean:soybean`. */
export const likenessKey = (likeness: Likeness): string =>
  [likeness.how, likeness.thing.id, ...(likeness.how === 'between' ? [likeness.next.id] : [])].join(':');

const WORDS = {
  'zh-CN': { about: '和{a}差不多大', above: '比{a}大一点', below: '比{a}小一点', between: '比{a}大，比{b}小' },
  en: {
    about: 'about the size of {a}',
    above: 'a little larger than {a}',
    below: 'a little smaller than {a}',
    between: 'between {a} and {b} in size',
  },
} as const;

/** Words of a likeness by its key, or null where there is no such thing. */
export function likenessWords(key: string, language: 'zh-CN' | 'en'): string | null {
  const [how = '', a, b] = key.split(':');
  const said = (id: string | undefined): string | undefined =>
    EVERYDAY.find((thing) => thing.id === id)?.spoken[language];
  const words = (WORDS[language] as Record<string, string>)[how];
  const [first, second] = [said(a), said(b)];
  if (!words || !first || (how === 'between' && !second)) return null;
  return words.replace('{a}', first).replace('{b}', second ?? '');
}

/** Every likeness there can be, by key. */
export const LIKENESSES: readonly string[] = EVERYDAY.flatMap((thing, i) => [
  ...(['about', 'above', 'below'] as const).map((how) => `${how}:${thing.id}`),
  ...(EVERYDAY[i + 1] ? [`between:${thing.id}:${EVERYDAY[i + 1]!.id}`] : []),
]);

/**
 * The things drawn beside a nodule, smallest first: the nearest ones below it, the next above it, and a coin, whose size is exact.
 * Without a nodule a choice of all sizes.
 */
export function thingsBeside(meanDiameterMm: number | null, count: 3 | 4): readonly EverydayThing[] {
  const coin = EVERYDAY.findIndex((thing) => thing.id === 'coin');
  if (meanDiameterMm === null) return [0, 1, 3, coin].slice(4 - count).map((i) => EVERYDAY[i]!);
  const larger = EVERYDAY.findIndex((thing) => meanMm(thing) >= meanDiameterMm);
  const above = larger < 0 ? EVERYDAY.length - 1 : larger;
  const wanted = new Set([above, coin]);
  for (let i = above - 1; wanted.size < count && i >= 0; i--) wanted.add(i);
  for (let i = above + 1; wanted.size < count; i++) wanted.add(i);
  return [...wanted].sort((a, b) => a - b).map((i) => EVERYDAY[i]!);
}
