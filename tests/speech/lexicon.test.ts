import { describe, expect, it } from 'vitest';
import { espeakText } from '#activities/speech/espeak-text';
import { clausesOf } from '#domain/clauses';
import { PRONUNCIATIONS, readAloud } from '#domain/lexicon';

describe('read aloud', () => {
  it.each([
    ['长径 8.3 毫米，短径 7.7 毫米。', '长径八点三毫米，短径七点七毫米。'],
    ['平均径 8.0 毫米', '平均径八点零毫米'],
    ['平均径 10.05 mm', '平均径十点零五毫米'],
    ['58 岁男性，共 120 层。', '五十八岁男性，共一百二十层。'],
    ['停在第 44 层', '停在第四十四层'],
    ['体积 268 立方毫米', '体积二百六十八立方毫米'],
    ['体积 1005 mm³', '体积一千零五立方毫米'],
    ['体积 14137 mm3', '体积一万四千一百三十七立方毫米'],
    ['体积 6.9 毫升', '体积六点九毫升'],
    ['平均 CT 值，−488 HU', '平均 CT 值，负四百八十八 HU'],
    ['占 18%', '占百分之十八'],
    ['归 Lung-RADS 3 类', '归 Lung-RADS 三类'],
    ['归 Lung-RADS 4A 类', '归 Lung-RADS 四 A  类'],
    ['4X', '四 X'],
    ['依据是 Lung-RADS 2022 版', '依据是 Lung-RADS 二零二二版'],
    ['2017 年的指南', '二零一七年的指南'],
    ['6 到 12 个月后', '六到十二个月后'],
    ['2 个月', '两个月'],
    ['有 2 个结节', '有两个结节'],
  ])('zh-CN: %s', (written, spoken) => {
    expect(readAloud(written, 'zh-CN')).toBe(spoken);
  });
  it.each([
    ['long axis 8.3 mm', 'long axis eight point three millimetres'],
    ['mean diameter 8.0 mm', 'mean diameter eight point zero millimetres'],
    ['A 58-year-old man', 'A fifty-eight-year-old man'],
    ['120 slices', 'one hundred and twenty slices'],
    ['268 cubic millimetres', 'two hundred and sixty-eight cubic millimetres'],
    ['−488 HU', 'minus four hundred and eighty-eight Hounsfield units'],
    ['1005 mm3', 'one thousand and five cubic millimetres'],
    ['a share of 18%', 'a share of eighteen percent'],
    ['category 4A', 'category four A'],
    ['Lung-RADS v2022', 'Lung-RADS version twenty twenty-two'],
    ['guideline of 2017', 'guideline of twenty seventeen'],
    ['in 6 to 12 months', 'in six to twelve months'],
    ['7.0 mL', 'seven point zero millilitres'],
  ])('en: %s', (written, spoken) => {
    expect(readAloud(written, 'en')).toBe(spoken);
  });
  it('leaves no digit behind', () => {
    expect(readAloud('12.5 mm 与 3 个 4B，2019 年 7%', 'zh-CN')).not.toMatch(/\d/);
    expect(readAloud('12.5 mm and 3 of 4B in 2019, 7%', 'en')).not.toMatch(/\d/);
  });
});

describe('pronunciations', () => {
  it('give each Chinese character one syllable with its tone', () => {
    for (const [word, pinyin] of Object.entries(PRONUNCIATIONS['zh-CN'])) {
      if (/[A-Z]/.test(word)) continue;
      const syllables = pinyin.match(/[a-zü]+[1-5]/g) ?? [];
      expect(syllables.join(''), word).toBe(pinyin);
      expect(syllables.length, word).toBe([...word].length);
    }
  });
  it('use the longest word, and keep to words in English', () => {
    expect(espeakText('平均径与长短径', [], 'zh-CN')).toBe(' ping2jun1jing4 与 chang2duan3jing4 ');
    expect(espeakText('nodules', [], 'en')).toBe("[[n'0dju:lz]]");
    expect(espeakText('nodulesque', [], 'en')).toBe('nodulesque');
  });
  it('say Lung-RADS in English inside Chinese', () => {
    expect(espeakText('归 Lung-RADS 三类', [], 'zh-CN')).toContain('[[_^_en]]lung rads[[_^_cmn]]');
  });
  it('frame stressed words, once each and in order', () => {
    const text = espeakText('看磨玻璃，再看磨玻璃', ['磨玻璃'], 'zh-CN');
    expect(text.match(/<prosody/g)).toHaveLength(1);
    expect(text.indexOf('<prosody')).toBeLessThan(text.indexOf('再'));
  });
  it("a person's reading goes before the lexicon's, inside stress and out of it", () => {
    const readings = [{ word: '膜', reading: 'mo4 ' }];
    expect(espeakText('胸膜和肺膜', [], 'zh-CN', readings)).toBe('胸 mo4 和肺 mo4 ');
    expect(espeakText('看胸膜', ['胸膜'], 'zh-CN', readings)).toContain('胸 mo4 </prosody>');
    expect(espeakText('一个结节', [], 'zh-CN', [{ word: '结节', reading: 'jie1jie2' }])).toContain('jie1 jie2');
    expect(espeakText('a nodule, nodulesque', [], 'en', [{ word: 'nodule', reading: 'nod yool' }])).toBe(
      'a nod yool, nodulesque',
    );
    expect(espeakText('a nodule', [], 'en', [{ word: 'nodule', reading: "[[n'0dju:l]]" }])).toBe("a [[n'0dju:l]]");
  });
  it('cannot be broken out of by mark-up in a text', () => {
    expect(espeakText('a <break time="9s"/> & b', [], 'en')).toBe('a &lt;break time="9s"/&gt; &amp; b');
  });
});

describe('clauses', () => {
  it('are cut where one breathes, never in a number or a list', () => {
    expect(clausesOf('放大看密度：外圈是磨玻璃，血管还能透过来。', 'zh-CN').map((item) => item.text)).toEqual([
      '放大看密度：',
      '外圈是磨玻璃，',
      '血管还能透过来。',
    ]);
    expect(clausesOf('位置、大小、边缘。', 'zh-CN')).toHaveLength(1);
    expect(clausesOf('It is 8.3 mm, the short axis 7.7 mm.', 'en').map((item) => item.text)).toEqual([
      'It is 8.3 mm,',
      ' the short axis 7.7 mm.',
    ]);
  });
  it('joined are the sentence, and the last pause is the timeline’s', () => {
    for (const [text, language] of [
      ['先看检查：基线筛查，可以用 Lung-RADS。', 'zh-CN'],
      ['So the answer: category 3, because it is small.', 'en'],
      ['没有标点', 'zh-CN'],
    ] as const) {
      const clauses = clausesOf(text, language);
      expect(clauses.map((item) => item.text).join('')).toBe(text);
      expect(clauses.at(-1)?.pauseMs).toBe(0);
    }
  });
});
