import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import { Aspect } from '#domain/aspect';
import { composeFilm, type SceneProps } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import type { SetText } from '#domain/film/lines';
import { displayFace, type Face, textWidth } from '#domain/film/measure';
import { sampleInput } from './sample.ts';

const HOSPITAL = {
  'zh-CN': '示例省医科大学附属第一人民医院东院区',
  en: 'The First Affiliated Hospital of Shili Medical University',
};
const DEPARTMENT = { 'zh-CN': '医学影像与介入诊疗科', en: 'Department of Diagnostic and Interventional Radiology' };
const TITLE = {
  'zh-CN': '右肺上叶尖段部分实性小结节怎样归类与随访',
  en: 'Classifying a part-solid nodule in the right upper lobe',
};
const QUESTION = {
  'zh-CN': '这个部分实性结节按它的实性部分该归为哪一类？',
  en: 'Which Lung-RADS category does this part-solid nodule belong to?',
};

/** What type scenes set in lines, with its face and tracking. */
function settings(props: SceneProps): { set: SetText; face: Face; tracking: number }[] {
  const display = { face: displayFace(props.brand), tracking: 0.02 };
  const text = { face: 'text' as const, tracking: 0 };
  switch (props.kind) {
    case 'intro':
      return [
        { set: props.title, ...display },
        ...[props.hospital, props.department, props.aiLabel, props.restriction].map((set) => ({ set, ...text })),
      ];
    case 'case':
      return [{ set: props.question, ...display }];
    case 'chapter':
      return [{ set: props.title, ...display }];
    case 'outro':
      return [
        { set: props.hospital, ...display },
        { set: props.department, ...text },
        ...props.credits.map(({ value, size }) => ({ set: { size, lines: value }, ...text })),
      ];
    default:
      return [];
  }
}

describe.each(Aspect.options.flatMap((aspect) => (['zh-CN', 'en'] as const).map((language) => ({ aspect, language }))))(
  'the longest names in $aspect, $language',
  ({ aspect, language }) => {
    let folder = '';
    let scenes: SceneProps[] = [];
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'film-names-'));
      const template = `case-teaching/${aspect}`;
      const input = await sampleInput(new BlobStore(folder), { language, template, coarse: true });
      const kinds = ['intro', 'case', 'chapter', 'outro'];
      scenes = composeFilm({
        ...input,
        brand: { ...input.brand, hospital: HOSPITAL, department: DEPARTMENT },
        script: { ...input.script, title: TITLE[language], question: QUESTION[language] },
        timeline: { ...input.timeline, scenes: input.timeline.scenes.filter(({ kind }) => kinds.includes(kind)) },
      }).scenes.map(({ props }) => props);
    }, 60_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('are set whole, in lines that fit the frame and can be read', () => {
      for (const props of scenes) {
        const { left, right } = gridOf(props);
        for (const { set, face, tracking } of settings(props)) {
          expect(set.size, `${props.id} ${set.lines.join(' / ')}`).toBeGreaterThanOrEqual(28);
          expect(set.lines.length).toBeLessThanOrEqual(3);
          for (const line of set.lines) {
            expect(textWidth(line, set.size, face, tracking), line).toBeLessThanOrEqual(right - left);
          }
        }
      }
      const intro = scenes.find(({ kind }) => kind === 'intro');
      if (intro?.kind !== 'intro') throw new Error('no intro');
      expect(intro.title.lines.join('').replace(/\s/g, '')).toBe(TITLE[language].replace(/\s/g, ''));
      expect(intro.hospital.lines.join('').replace(/\s/g, '')).toBe(HOSPITAL[language].replace(/\s/g, ''));
      // 5 % of the short side, whatever the aspect.
      expect(intro.aiLabel.size).toBeGreaterThanOrEqual(57);
      expect(intro.legal.label).toBeLessThan(aspect === '16:9' ? 990 : gridOf(intro).caption.top);
    });
  },
);
