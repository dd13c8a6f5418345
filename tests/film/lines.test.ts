import { describe, expect, it } from 'vitest';
import { setLines } from '#domain/film/lines';
import { fitSize, textWidth } from '#domain/film/measure';

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
});
