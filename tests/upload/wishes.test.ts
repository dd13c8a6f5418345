import { describe, expect, it } from 'vitest';
import { writeScript } from '#activities/script/write-script';
import { checkScript } from '#domain/check-script';
import { Audience } from '#domain/production';
import { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { ANALYSIS_VARIANTS, demoAnalysis } from '#tests/fixtures/analysis';

const template = findTemplate('case-teaching');
const textOf = (script: ReturnType<typeof writeScript>) =>
  script.chapters.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join('\n');

describe('what a person ordered reaches the narration', () => {
  it.each(Audience.options)('%s: every case still passes the checker, and wording differs', (audience) => {
    for (const language of Language.options)
      for (const make of Object.values(ANALYSIS_VARIANTS)) {
        const analysis = make();
        const script = writeScript(analysis, { template, language, wishes: { title: null, audience } });
        expect(checkScript(script, analysis)).toEqual([]);
      }
    const words = (language: 'zh-CN' | 'en') =>
      Object.values(ANALYSIS_VARIANTS)
        .map((make) => textOf(writeScript(make(), { template, language, wishes: { title: null, audience } })))
        .join('\n');
    expect(words('zh-CN').includes('科普')).toBe(audience === 'public');
    expect(words('zh-CN').includes('说的是它的密度')).toBe(audience !== 'residents');
    expect(words('en').includes('ask your treating physician')).toBe(audience === 'public');
  });

  it('a title by a person is the title and is spoken', () => {
    const script = writeScript(demoAnalysis(), {
      template,
      language: 'zh-CN',
      wishes: { title: '一例结节怎样看', audience: 'residents' },
    });
    expect(script.title).toBe('一例结节怎样看');
    expect(textOf(script)).toContain('一例结节怎样看。');
  });

  it('a title that contradicts what was found, or carries marks, does not get through', () => {
    const write = (title: string) =>
      writeScript(demoAnalysis(), { template, language: 'zh-CN', wishes: { title, audience: 'residents' } });
    const own = writeScript(demoAnalysis(), { template, language: 'zh-CN' }).title;
    expect(write('长径 99 mm 的结节').title).toBe(own);
    expect(write('@ 结节*怎样*看').title).toBe('结节 怎样 看');
    expect(write('结节怎样看？').chapters[0]!.sentences.map(({ text }) => text)).toContain('结节怎样看？');
  });
});
