import { describe, expect, it } from 'vitest';
import { Aspect, FRAME_SIZE } from '#domain/aspect';
import { findBrand } from '#domain/brands';
import type { SceneBase } from '#domain/film/base';
import { gridOf } from '#domain/film/grid';
import { HEADER_SIZE, headerLayout, TILE } from '#domain/film/header';
import { textWidth } from '#domain/film/measure';
import type { Language } from '#domain/script';

const HOSPITALS = [
  { 'zh-CN': '示例市人民医院', en: "Shili City People's Hospital" },
  { 'zh-CN': '示例省医科大学附属第一人民医院东院区', en: 'The First Affiliated Hospital of Shili Medical University' },
  { 'zh-CN': '院', en: 'H' },
];
const DEPARTMENTS = [
  { 'zh-CN': '放射科', en: 'Radiology' },
  { 'zh-CN': '医学影像与介入诊疗科', en: 'Department of Diagnostic and Interventional Radiology' },
];
const MARKS = {
  'zh-CN': { ai: '含人工智能生成内容', simulated: '模拟演示数据', watermark: '院内教学' },
  en: {
    ai: 'Contains AI-generated content',
    simulated: 'Simulated demonstration data',
    watermark: 'In-house teaching',
  },
};

/** Bases of one aspect and language, with every set of marks and every length of name. */
function bases(
  aspect: Aspect,
  language: Language,
): Pick<SceneBase, 'brand' | 'language' | 'marks' | 'width' | 'height'>[] {
  const { ai, simulated, watermark } = MARKS[language];
  return [null, simulated].flatMap((data) =>
    [null, watermark].flatMap((own) =>
      HOSPITALS.flatMap((hospital) =>
        DEPARTMENTS.map((department) => ({
          ...FRAME_SIZE[aspect],
          language,
          brand: { ...findBrand('A'), hospital, department },
          marks: { ai, simulated: data, watermark: own },
        })),
      ),
    ),
  );
}

describe.each(Aspect.options.flatMap((aspect) => (['zh-CN', 'en'] as const).map((language) => ({ aspect, language }))))(
  'header in $aspect, $language',
  ({ aspect, language }) => {
    const all = bases(aspect, language);

    it('keeps every mark whole, inside the frame and above the stage', () => {
      for (const base of all) {
        const { left, right, header, stage } = gridOf(base);
        const { marks } = headerLayout(base as SceneBase);
        const wanted = Object.values(base.marks).filter((text) => text !== null);
        expect(marks.map((mark) => mark.text).sort()).toEqual(wanted.sort());
        for (const mark of marks) {
          expect(mark.x).toBeLessThanOrEqual(right);
          expect(mark.x - textWidth(mark.text, HEADER_SIZE)).toBeGreaterThan(left + TILE);
          expect(mark.y + HEADER_SIZE * 0.2).toBeLessThan(stage.top);
          expect(mark.y - HEADER_SIZE * 0.74).toBeGreaterThanOrEqual(header - 1);
        }
      }
    });

    it('lets no two of its texts meet; the hospital is always named', () => {
      for (const base of all) {
        const { name, department, marks } = headerLayout(base as SceneBase);
        const lefts = [...name, ...(department ? [department] : [])];
        expect(name[0]?.text.length).toBeGreaterThan(0);
        for (const text of lefts) {
          const end = text.x + textWidth(text.text, HEADER_SIZE);
          for (const mark of marks) {
            const apart = mark.x - textWidth(mark.text, HEADER_SIZE) - end;
            if (Math.abs(mark.y - text.y) < HEADER_SIZE) expect(apart, `${text.text} ${mark.text}`).toBeGreaterThan(16);
          }
        }
        const rows = new Set([...lefts, ...marks].map((text) => text.y));
        expect(rows.size).toBeLessThanOrEqual(2);
      }
    });
  },
);
