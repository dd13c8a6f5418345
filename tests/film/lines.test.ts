import { describe, expect, it } from 'vitest';
import { setLines } from '#domain/film/lines';
import { fitSize, textWidth } from '#domain/film/measure';
import type { Language } from '#domain/script';
import { randomFrom } from '../timeline/random.ts';

const room = { face: 'serif', tracking: 0.02, maxWidth: 760, maxLines: 2, sizes: [104, 96, 88, 80, 72, 64] } as const;

describe('setting text', () => {
  it('breaks Chinese at phrases, never inside a term', () => {
    expect(setLines('右肺的这个小结节怎样归类', 'zh-CN', room).lines).toEqual(['右肺的这个小结节', '怎样归类']);
    for (const title of ['没有见到结节的胸部 CT', '部分实性结节怎样归类', '磨玻璃结节要不要随访']) {
      const { lines } = setLines(title, 'zh-CN', room);
      for (const term of ['结节', '实性', '磨玻璃']) {
        expect(lines.join('').includes(term)).toBe(lines.some((line) => line.includes(term)));
      }
    }
  });

  it('never overflows, whatever the text', () => {
    const texts = [
      'A',
      'Classifying a part-solid nodule in the right upper lobe',
      '结'.repeat(40),
      'wide words '.repeat(12),
    ];
    for (const text of texts) {
      const { size, lines } = setLines(text, /结/.test(text) ? 'zh-CN' : 'en', room);
      for (const line of lines) expect(textWidth(line, size, 'serif', 0.02)).toBeLessThanOrEqual(760);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });

  it('no line begins with a closing mark or a particle', () => {
    const { lines } = setLines('右肺上叶有一个小小的部分实性的结节，它该归为哪一类？', 'zh-CN', {
      ...room,
      maxLines: 3,
    });
    for (const line of lines) expect(line).not.toMatch(/^[，。？的了]/);
  });

  it('counts full width for Chinese and real advances for Latin', () => {
    expect(textWidth('结节', 50)).toBe(100);
    expect(textWidth('mm', 100)).toBeCloseTo(178, 0);
    expect(fitSize('结节结节', 50, 100)).toBe(25);
  });

  it('the longest names keep their spaces and break at a phrase', () => {
    const long = setLines('Classifying a part-solid nodule in the right upper lobe of the lung', 'en', room);
    expect(long.lines.join(' ')).toBe('Classifying a part-solid nodule in the right upper lobe of the lung');
    expect(setLines('没有见到结节的胸部 CT', 'zh-CN', { ...room, sizes: [104] }).lines).toEqual([
      '没有见到结节的',
      '胸部 CT',
    ]);
    expect(
      setLines('Teaching material · not a diagnosis', 'en', { ...room, maxWidth: 420, sizes: [40] }).lines,
    ).toEqual(['Teaching material', 'not a diagnosis']);
  });
});

/** Numbers with their units and classes with their names, as they are said. */
const WHOLE = {
  'zh-CN': [
    '8.0 mm',
    '3 类',
    '6 个月',
    '4A 类',
    '第 44 层',
    '268 立方毫米',
    '6–12 个月',
    '≥ 15 mm',
    '−412 HU',
    '58 岁',
    '胸部 CT',
    '18%',
  ],
  en: [
    '8.0 mm',
    '268 mm³',
    '6 months',
    'category 4A',
    'slice 44',
    '6 to 12 months',
    '6–8 mm',
    '−412 HU',
    'Dr Zhang',
    '120 slices',
    '18 %',
  ],
} as const;
const FILL = {
  'zh-CN': [
    '结节',
    '右肺上叶',
    '按',
    '平均径',
    '归为',
    '这个',
    '不到',
    '没有见到',
    '在',
    '边缘清楚',
    '是',
    '复查',
    '看',
    '人工智能',
  ],
  en: ['nodule', 'the', 'right upper lobe', 'is', 'measured', 'a', 'part-solid', 'follow-up', 'in', 'after', 'smooth'],
} as const;

/** A text of words, whole parts and marks. */
function anyText(language: Language, random: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const zh = language === 'zh-CN';
  const parts = Array.from({ length: 3 + Math.floor(random() * 8) }, () => {
    const body = random() < 0.35 ? ` ${pick(WHOLE[language])} ` : pick<string>(FILL[language]);
    const quoted = random() < 0.1 ? (zh ? `（${body.trim()}）` : ` (${body.trim()}) `) : body;
    return quoted + (random() < 0.2 ? (zh ? pick(['，', '、', '：']) : `${pick([',', ':'])} `) : zh ? '' : ' ');
  });
  return (parts.join('') + (zh ? pick(['。', '？', '']) : pick(['.', '?', ''])))
    .replace(/\s+([,.:?)，、：。？）])/g, '$1')
    .replace(/([（(])\s+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(['zh-CN', 'en'] as const)('any text in %s', (language) => {
  const random = randomFrom(language === 'en' ? 5 : 3);
  const texts = Array.from({ length: 250 }, () => anyText(language, random));
  const settings = [
    { face: 'serif', tracking: 0.02, maxWidth: 760, maxLines: 2, sizes: [104, 88, 72, 56] },
    { face: 'text', tracking: 0, maxWidth: 430, maxLines: 3, sizes: [44, 38, 32] },
  ] as const;
  const set = texts.flatMap((text) => settings.map((room) => ({ text, room, ...setLines(text, language, room) })));

  it('keeps every character and every width', () => {
    for (const { text, room, size, lines } of set) {
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines)
        expect(textWidth(line, size, room.face, room.tracking), line).toBeLessThanOrEqual(room.maxWidth);
    }
  });

  it('begins no line with a closing mark, ends none with an opening one, and has none of marks alone', () => {
    for (const { lines } of set) {
      for (const line of lines) {
        expect(line).not.toMatch(/^[，、。：；？！）》”’,.;:?!)\]%·–]/);
        expect(line).not.toMatch(/[（《“‘(<>≥−]$/);
        expect(line).not.toMatch(/^\p{P}+$/u);
      }
    }
  });

  it('parts no number from its unit, no class from its name', () => {
    for (const { text, lines } of set) {
      for (const whole of WHOLE[language]) {
        const count = (from: string) => from.split(whole).length - 1;
        const found = lines.reduce((sum, line) => sum + count(line), 0);
        expect(found, `${whole} in ${lines.join(' / ')}`).toBe(count(text));
      }
    }
  });

  it('leaves no single character and no short word alone on the last line', () => {
    for (const { lines } of set) {
      if (lines.length > 1) expect(lines.at(-1)).not.toMatch(/^(\p{Script=Han}|[a-z]{1,2})\p{P}*$/iu);
    }
  });
});
