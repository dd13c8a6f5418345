import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { Aspect, FRAME_SIZE } from '#domain/aspect';
import { breakCaption, CAPTION_LIMITS, captionLength, captionLine } from '#domain/captions';
import { gridOf } from '#domain/film/grid';
import { textWidth } from '#domain/film/measure';
import type { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';
import { randomFrom } from './random.ts';

const bare = (text: string) => text.replace(/\s+/g, '');
const ORPHAN = /^[\p{P}\s]+$/u;
const CLOSING = /^[，。；：！？、,.;:!?%）》”’」』)\]]/;

function holds(text: string, language: Language, line: number = CAPTION_LIMITS[language].line): void {
  const captions = breakCaption(text, language, line);
  expect(bare(captions.flat().join('')), 'every character, in order').toBe(bare(text));
  for (const lines of captions) {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const words of lines) {
      expect(captionLength(words), words).toBeLessThanOrEqual(line);
      expect(words).toBe(words.trim());
      expect(words).not.toMatch(ORPHAN);
      expect(words).not.toMatch(CLOSING);
    }
  }
}

/** A number at a line's end whose unit begins the next line. */
const split = (lines: readonly string[]) =>
  lines.some(
    (line, i) =>
      /\d$/.test(line) && /^(毫米|立方|层|岁|类|个月|HU|mm|cm|mL|cubic|months?|slices|years)/.test(lines[i + 1] ?? ''),
  );

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  const texts = new Set(
    Object.values(ANALYSIS_VARIANTS).flatMap((make) =>
      writeScript(make(), { template: findTemplate('case-teaching'), language }).chapters.flatMap((chapter) =>
        chapter.sentences.map((sentence) => sentence.text),
      ),
    ),
  );
  it('every sentence of every variant keeps the limits, its numbers whole, no orphan marks', () => {
    expect(texts.size).toBeGreaterThan(80);
    for (const text of texts) {
      holds(text, language);
      expect(split(breakCaption(text, language).flat()), text).toBe(false);
    }
  });
  it.each(Aspect.options)(
    'in %s every sentence keeps the shorter limit at a size near the frame’s own, its numbers whole',
    (aspect) => {
      const line = captionLine(language, aspect);
      const { left, right, caption } = gridOf(FRAME_SIZE[aspect]);
      for (const text of texts) {
        holds(text, language, line);
        const lines = breakCaption(text, language, line).flat();
        expect(split(lines), text).toBe(false);
        for (const words of lines) {
          expect((right - left) / textWidth(words, caption.size, 'text', 0.03), words).toBeGreaterThan(0.85);
          expect(words, text).not.toMatch(/^\p{Script=Han}\p{P}*$/u);
        }
      }
    },
  );
  it('lines of a subtitle are of like length: none is a single short word under a full one', () => {
    for (const text of texts) {
      for (const lines of breakCaption(text, language)) {
        if (lines.length === 2)
          expect(Math.min(...lines.map(captionLength)), lines.join(' / ')).toBeGreaterThanOrEqual(3);
      }
    }
  });
  it('any text keeps the limits', () => {
    const random = randomFrom(language === 'en' ? 11 : 7);
    const zh = '肺结节左右上叶磨玻璃实性部分没有钙化毛刺分叶长径短径胸膜的了在是';
    const en = [
      'nodule',
      'part-solid',
      'a',
      'the',
      'lung',
      'ground-glass',
      'measured',
      'is',
      'of',
      'pleura',
      'follow-up',
    ];
    for (let round = 0; round < 400; round++) {
      let text = '';
      const parts = 1 + Math.floor(random() * 9);
      for (let i = 0; i < parts; i++) {
        const length = 1 + Math.floor(random() * 12);
        if (language === 'en') {
          text += Array.from({ length }, () => en[Math.floor(random() * en.length)]).join(' ');
          text += random() < 0.3 ? ` ${(random() * 40).toFixed(1)} mm` : '';
          text += [', ', '. ', '; ', ': '][Math.floor(random() * 4)];
        } else {
          text += Array.from({ length }, () => zh[Math.floor(random() * zh.length)]).join('');
          text += random() < 0.3 ? ` ${(random() * 40).toFixed(1)} 毫米` : '';
          text += ['，', '。', '；', '：', '、'][Math.floor(random() * 5)];
        }
      }
      holds(text.trim(), language);
    }
  });
});

describe('places', () => {
  it.each([
    ['58 岁男性，第一次做低剂量 CT 筛查，共 120 层。', [['58 岁男性，第一次做低剂量', 'CT 筛查，共 120 层。']]],
    ['放大看密度：外圈是磨玻璃，血管还能透过来。', [['放大看密度：外圈是磨玻璃，', '血管还能透过来。']]],
    ['常见的错：套用实性结节的标准，按整体归成 4A 类。', [['常见的错：套用实性结节的标准，', '按整体归成 4A 类。']]],
  ])('zh-CN: %s', (text, captions) => {
    expect(breakCaption(text, 'zh-CN')).toEqual(captions);
  });
  it('a short sentence is one line', () => {
    expect(breakCaption('它该归哪一类？', 'zh-CN')).toEqual([['它该归哪一类？']]);
    expect(breakCaption('Which category does it belong to?', 'en')).toEqual([['Which category does it belong to?']]);
  });
});
