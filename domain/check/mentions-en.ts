import type { Lobe, NoduleType } from '../finding.ts';
import { takeLikenesses } from './likeness.ts';
import { type Mention, type MentionMeaning, MentionScan, type MentionUnit, nearestTerm, rangeEnd } from './mention.ts';

const TERMS: ReadonlyArray<readonly [string, RegExp]> = [
  ['longAxisMm', /long(est)? (axis|diameter)|largest diameter/gi],
  ['shortAxisMm', /short(est)? (axis|diameter)/gi],
  ['meanDiameterMm', /mean diameter|average diameter|averaged|on average|whole nodule|overall/gi],
  ['solidDiameterMm', /(solid|dense) (part|component|core)/gi],
  ['none', /ground-glass (part|component)/gi],
  ['volumeMm3', /volume/gi],
  ['pleuraDistanceMm', /pleura/gi],
  ['contralateralHu', /other side|opposite|normal lung/gi],
  ['meanHu', /CT number|mean density|attenuation/gi],
  ['minHu', /lowest/gi],
  ['maxHu', /highest/gi],
  ['solidFraction', /share|fraction/gi],
  ['sliceThicknessMm', /slice thickness/gi],
];
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER_WORD = `(?:(?:${TENS.join('|')})(?:[- ](?:${SMALL.slice(1, 10).join('|')}))?|${SMALL.join('|')})(?: hundred(?: and (?:${[...TENS, ...SMALL].join('|')}))?)?(?: point(?: (?:${SMALL.slice(0, 10).join('|')}))+)?`;
const UNITS: ReadonlyArray<readonly [RegExp, MentionUnit, number]> = [
  [/^(cubic (millimet(re|er)s?|mm)|mm³|mm3)/i, 'mm3', 1],
  [/^(ml|millilit(re|er)s?)\b/i, 'mL', 1],
  [/^(mm|millimet(re|er)s?)\b/i, 'mm', 1],
  [/^(cm|centimet(re|er)s?)\b/i, 'mm', 10],
  [/^(HU|Hounsfield units?)\b/i, 'HU', 1],
  [/^(%|per ?cent)/i, 'percent', 1],
  [/^months?\b/i, 'month', 1],
  [/^years?[- ]old\b/i, 'year', 1],
  [/^years? of age\b/i, 'year', 1],
  [/^years?\b/i, 'month', 12],
  [/^slices?\b/i, 'slice-count', 1],
  [/^(small |large |lung |pulmonary )?(nodules?|lesions?|masses|findings)\b/i, 'nodule-count', 1],
  [/^steps?\b/i, 'step-count', 1],
  [/^(components?|kinds? of tissue|parts)\b/i, 'part-count', 1],
  [/^measure(s|ments)?\b/i, 'measure-count', 1],
];
/** What a text may count with "one" without meaning a number. */
const readWords = (text: string): number => {
  const [whole, fraction] = text.toLowerCase().split(' point ');
  let total = 0;
  for (const word of whole!.split(/[- ]/)) {
    if (word === 'hundred') total *= 100;
    else if (TENS.includes(word)) total += (TENS.indexOf(word) + 2) * 10;
    else if (SMALL.includes(word)) total += SMALL.indexOf(word);
  }
  return fraction
    ? Number(
        `${total}.${fraction
          .split(' ')
          .map((word) => SMALL.indexOf(word))
          .join('')}`,
      )
    : total;
};

const TYPES: ReadonlyArray<readonly [RegExp, NoduleType]> = [
  [/^(part(ly)?[- ]solid|mixed ground-glass|sub-?solid)/i, 'part-solid'],
  [/^(non-?solid|pure ground-glass|ground[- ]glass|frosted glass)/i, 'non-solid'],
  [/^(solid|dense)/i, 'solid'],
];

/** Every statement of an English sentence that the findings must bear out: numbers in digits and in words, sides, lobes, types, classes, signs. */
export function mentionsEn(text: string): Mention[] {
  const scan = new MentionScan(text);
  takeLikenesses(scan, 'en');
  const number = (value: number, index: number, after: string): MentionMeaning => {
    const joined = after.replace(/^[\s-]+/, '');
    const range = /^(?:to|and|–|-)\s*[\d.]+[\s-]*(.*)$/i.exec(joined)?.[1];
    const found = UNITS.find(([pattern]) => pattern.test(range ?? joined));
    const aged = /\b(of|aged|age)\s*$/i.test(text.slice(0, index)) && /^\s*(or older|$|[.,])/i.test(after);
    const { before } = scan.clause(index);
    const direction = /(below|under|less than|not reached|short of|<)\s*$/i.test(before)
      ? 'below'
      : /(reached|at least|above|over|exceeds|more than|≥|>)\s*$/i.test(before)
        ? 'reached'
        : null;
    return {
      kind: 'number',
      value: Number((value * (found?.[2] ?? 1)).toFixed(6)),
      unit: found?.[1] ?? (aged ? 'year' : 'bare'),
      term: nearestTerm(text, index, TERMS),
      direction,
      range: rangeEnd(text.slice(0, index), after),
    };
  };
  const classOf = (value: string): MentionMeaning => ({ kind: 'class', value: value.toUpperCase() });
  scan
    .take(/LIDC-IDRI/g, () => ({ kind: 'exam', value: 'lidc' }))
    .take(/(?<=\bcategory )[0-9][A-Za-z]?\b/gi, (match) => classOf(match[0]))
    .take(/(?<=\bcategory )(zero|one|two|three|four|five)\b/gi, (match) =>
      classOf(String(SMALL.indexOf(match[0].toLowerCase()))),
    )
    .take(/(?<=Lung-RADS )[0-9][A-Za-z]?\b(?!\d)/g, (match) => classOf(match[0]))
    .take(/\b[0-9][A-Za-z]\b/g, (match) => classOf(match[0]))
    .blank(/Lung-RADS( v?2022)?|Fleischner Society guideline of 2017|Fleischner 2017/g)
    .take(
      /(?<=\bslices? (?:number )?)\d+/gi,
      (match, index) =>
        ({ ...(number(Number(match[0]), index, '') as object), unit: 'slice-number' }) as MentionMeaning,
    )
    .take(/[−-]?\d+(?:\.\d+)?/g, (match, index) =>
      number(
        Number(match[0].replace('−', '-').replace(/^-(?=\d)/, /[\dA-Za-z]$/.test(text.slice(0, index)) ? '' : '-')),
        index,
        text.slice(index + match[0].length),
      ),
    )
    .take(/\bhalf a year\b/gi, () => ({
      kind: 'number',
      value: 6,
      unit: 'month',
      term: null,
      direction: null,
      range: null,
    }))
    .take(/\b(in|after|within) (a|one) year\b/gi, () => ({
      kind: 'number',
      value: 12,
      unit: 'month',
      term: null,
      direction: null,
      range: null,
    }))
    .take(new RegExp(`\\b${NUMBER_WORD}\\b`, 'gi'), (match, index) => {
      const means = number(readWords(match[0]), index, text.slice(index + match[0].length));
      if (/^slices? $/i.test(text.slice(0, index).slice(-6).trimStart()))
        return { ...(means as object), unit: 'slice-number' } as MentionMeaning;
      return means.kind === 'number' && means.unit === 'bare' && match[0].toLowerCase() === 'one' ? null : means;
    })
    .take(/\b(half|twice|double|triple|dozen)\b/gi, (_, index) => number(0.5, index, ''));
  scan
    .take(/\b(left|right) (upper|middle|lower) lobe\b/gi, (match) => ({
      kind: 'lobe',
      value: `${match[1]![0]!.toUpperCase()}${match[2]![0]!.toUpperCase()}L` as Lobe,
    }))
    .take(/\b(upper|middle|lower) lobe\b/gi, (match) => ({ kind: 'lobe', value: match[1]!.toLowerCase() as 'upper' }))
    .take(/\b(left|right)\b/gi, (match) => ({ kind: 'side', value: match[0].toLowerCase() as 'left' }));
  typesEn(scan);
  signsEn(scan);
  return scan.found.sort((a, b) => a.index - b.index);
}

function typesEn(scan: MentionScan): void {
  const pattern =
    /\b(?:part(?:ly)?[- ]solid|mixed ground-glass|sub-?solid|non-?solid|pure ground-glass|ground[- ]glass|frosted glass|solid|dense)\b/gi;
  scan.take(pattern, (match, index) => {
    const value = TYPES.find(([word]) => word.test(match[0]))![1];
    const { before, after } = scan.clause(index);
    const tail = after.slice(match[0].length);
    if (
      /(limits?|rules?|criteria|thresholds?)( for)?( a)?\s*$/i.test(before) ||
      /^.{0,12}\b(limits?|rules?|criteria|thresholds?)\b/i.test(tail)
    ) {
      return { kind: 'type', value, role: 'rule' };
    }
    const part = /^ (part|component|core)\b/i.test(tail);
    if (part && /appear/i.test(tail)) return { kind: 'type', value, role: 'wish' };
    if (/\b(outer|surround\w*|rim|around)\b/i.test(before)) return { kind: 'type', value, role: 'outer' };
    if (/\b(heart|cent(re|er)|inside|middle|core)\b/i.test(before)) return { kind: 'type', value, role: 'inner' };
    return { kind: 'type', value, role: part ? 'component' : 'type' };
  });
}

function signsEn(scan: MentionScan): void {
  // "no calcification and no fat" and "no spicules or lobulation" carry their "no"; "no calcification and some fat" does not.
  const negated = (index: number) => {
    const before = scan
      .clause(index)
      .before.split(/\b(?:and|but) (?=(?:some|a|an|the|with|there|it|has|is)\b)/i)
      .at(-1)!;
    return /\b(no|not|without|neither|nor|never)\b[^,;:]{0,24}$/i.test(before);
  };
  const sign = (pattern: RegExp, value: Extract<MentionMeaning, { kind: 'sign' }>['value']) =>
    scan.take(pattern, (_, index) => ({ kind: 'sign', value, negated: negated(index) }));
  sign(/\bcalcifi\w+/gi, 'calcification');
  sign(/\bfat\b/gi, 'fat');
  sign(/\bspicul\w+/gi, 'spiculation');
  sign(/\blobulat\w+/gi, 'lobulation');
  sign(/\bsmooth\b/gi, 'smooth');
  sign(/\btouch(es|ing) the pleura/gi, 'touches-pleura');
  sign(/\b(close to|near) the pleura/gi, 'near-pleura');
  sign(/\bfar from the pleura/gi, 'far-from-pleura');
  sign(/\bmass\b/gi, 'mass');
  sign(/\bsmall nodule\b/gi, 'small');
  const exam = (pattern: RegExp, value: Extract<MentionMeaning, { kind: 'exam' }>['value']) =>
    scan.take(pattern, () => ({ kind: 'exam', value }));
  exam(/\bno nodules?\b|\bwithout a nodule\b/gi, 'no-nodule');
  exam(/\b(single|solitary) nodule\b|\bonly one nodule\b/gi, 'single');
  exam(/\b(several|multiple) nodules\b/gi, 'several');
  exam(/whether it is screening or diagnostic/gi, 'purpose-unknown');
  exam(/not a screening( one| CT)?/gi, 'not-screening');
  exam(/\bbaseline\b|\bfirst (?=low-dose)/gi, 'baseline');
  exam(/\bfollow-up (?=low-dose|screening)/gi, 'follow-up-screening');
  exam(/\bdiagnostic (?=CT|exam)/gi, 'diagnostic');
  exam(/\b(non-contrast|unenhanced|without contrast)\b/gi, 'no-contrast');
  exam(/\bcontrast\b/gi, 'contrast');
  exam(/\bsimulated\b/gi, 'simulated');
  exam(/\bscreening CT\b/gi, 'screening');
  scan.take(/\b(man|male|he|his|him|woman|female|she|her|hers)\b/gi, (match) => ({
    kind: 'sex',
    value: /^(man|male|he|his|him)$/i.test(match[0]) ? 'male' : 'female',
  }));
}
