import { describe, expect, it } from 'vitest';
import { Aspect } from '#domain/aspect';
import { canonicalJson } from '#domain/canonical';
import { EVERYDAY } from '#domain/everyday';
import { intervalOf } from '#domain/facts';
import { frameKey, SceneProps, sceneState } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import { LOBE_OUTLINES, LOBES_OF, LUNG_OUTLINES } from '#domain/film/lung-art';
import { textWidth } from '#domain/film/measure';
import { Placed } from '#domain/film/placed';
import { edgeDistance, isInside } from '#domain/film/polygon';
import { PUBLIC_WORD_KEYS, publicWord } from '#domain/film/words-public';
import { lintText } from '#domain/lint';
import { spokenRating } from '#domain/rating-steps';
import { ANALYSIS_VARIANTS } from '../fixtures/analysis.ts';
import { PUBLIC_KINDS, type PublicKind, publicScene } from './public-input.ts';

const ANALYSES = Object.entries(ANALYSIS_VARIANTS).map(([name, make]) => ({ name, analysis: make() }));
const LANGUAGES = ['zh-CN', 'en'] as const;

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Boxes of every placed text in a scene's props, with the path it stands at. Widths of the widest face. */
function boxesOf(value: unknown, path = ''): { path: string; box: Box }[] {
  const placed = Placed.safeParse(value);
  if (placed.success) {
    const { x, y, size, pitch, anchor, lines } = placed.data;
    return lines.map((text, i) => {
      const width = textWidth(text, size);
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      const base = y + i * pitch;
      return {
        path,
        box: { text, left, right: left + width, top: base - size * 0.76, bottom: base + size * 0.2, size },
      };
    });
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => boxesOf(item, `${path}/${key}`));
}

/** Words of the lungs that stand before and after the lobe is lit. */
const BEFORE = /^\/(heading|detail|lobes)/;
const AFTER = /^\/place/;

/** Every scene of a kind: each analysis, aspect and language. */
function each(
  kind: PublicKind,
  check: (name: string, props: SceneProps, analysis: (typeof ANALYSES)[number]['analysis']) => void,
) {
  for (const { name, analysis } of ANALYSES)
    for (const aspect of Aspect.options)
      for (const language of LANGUAGES)
        for (const brand of name === 'demo part-solid RUL' ? ['A', 'B'] : ['A'])
          check(
            `${kind} ${name} ${aspect} ${language} ${brand}`,
            publicScene(kind, analysis, { aspect, language, brand }),
            analysis,
          );
}

describe.each(PUBLIC_KINDS)('%s', (kind) => {
  it('keeps its words on the stage, apart from each other, 28 px or more', () => {
    const faults: string[] = [];
    each(kind, (name, props) => {
      const { left, right, stage } = gridOf(props);
      const boxes = boxesOf({ ...props, brand: null });
      expect(boxes.length, name).toBeGreaterThan(2);
      for (const { box } of boxes) {
        if (box.left < left - 1 || box.right > right + 1 || box.top < stage.top - 4 || box.bottom > stage.bottom + 4)
          faults.push(
            `${name}: "${box.text}" ${Math.round(box.left)}–${Math.round(box.right)} × ${Math.round(box.top)}–${Math.round(box.bottom)}`,
          );
        if (box.size < 28) faults.push(`${name}: "${box.text}" ${box.size} px`);
      }
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          if (
            kind === 'lungs' &&
            ((BEFORE.test(a.path) && AFTER.test(b.path)) || (AFTER.test(a.path) && BEFORE.test(b.path)))
          )
            continue;
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (wide > 0 && high > 3 && !(a.path === b.path)) faults.push(`${name}: "${a.box.text}" × "${b.box.text}"`);
        }
      });
    });
    expect(faults).toEqual([]);
  });

  it('is data: its schema holds it, states repeat, it rests, and it holds without cues', () => {
    for (const { name, analysis } of ANALYSES) {
      const props = publicScene(kind, analysis);
      expect(SceneProps.parse(JSON.parse(JSON.stringify(props))), name).toEqual(props);
      const keys = Array.from({ length: props.durationInFrames }, (_, frame) => frameKey(props, frame));
      expect(new Set(keys).size / keys.length, name).toBeLessThan(0.75);
      for (const durationInFrames of [1, 40, 3000]) {
        for (const frame of [0, durationInFrames - 1]) {
          expect(() => canonicalJson(sceneState({ ...props, cues: [], durationInFrames }, frame)), name).not.toThrow();
        }
      }
      // All there is stands for the last half second.
      const end = props.durationInFrames - 1;
      expect(canonicalJson(sceneState(props, end)), name).toBe(canonicalJson(sceneState(props, end - 12)));
    }
  });
});

describe('lungs', () => {
  it('share their borders: every spot of a lung is in one lobe', () => {
    for (const side of ['right', 'left'] as const) {
      for (let x = 40; x < 960; x += 17) {
        for (let y = 60; y < 890; y += 17) {
          const outline = LUNG_OUTLINES[side];
          if (!isInside(outline, [x, y]) || edgeDistance(outline, [x, y]) < 3) continue;
          const lobes = LOBES_OF[side].filter((lobe) => isInside(LOBE_OUTLINES[lobe], [x, y]));
          const edge = Math.min(...LOBES_OF[side].map((lobe) => edgeDistance(LOBE_OUTLINES[lobe], [x, y])));
          if (edge > 2) expect(lobes, `${side} ${x} ${y}`).toHaveLength(1);
        }
      }
    }
  });

  it('mark the finding inside its own lobe, on its own side, and the thread ends there', () => {
    each('lungs', (name, props, analysis) => {
      if (props.kind !== 'lungs') return;
      const [finding] = analysis.findings;
      expect(props.place === null, name).toBe(finding === undefined);
      if (!props.place || !finding) return;
      const { x, y, radius, lobes } = props.place;
      const at = [(x - props.art.x) / props.art.scale, (y - props.art.y) / props.art.scale] as const;
      expect(lobes, name).toContain(finding.features.lobe.value);
      const outline = lobes.length === 1 ? LOBE_OUTLINES[lobes[0]!] : LUNG_OUTLINES[finding.features.side.value];
      expect(isInside(outline, at), name).toBe(true);
      expect(edgeDistance(outline, at) * props.art.scale, name).toBeGreaterThan(radius);
      // The patient's right is at the left of the picture.
      expect(at[0] < 500, name).toBe(finding.features.side.value === 'right');
      const letter = (side: string) => props.sides.find((item) => item.side === side)!.letter;
      expect([letter('right').lines[0], letter('left').lines[0]], name).toEqual(['R', 'L']);
      expect(letter('right').x, name).toBeLessThan(letter('left').x);
    });
  });
});

describe('size', () => {
  it('draws the nodule and every thing to one scale, standing on a floor, clear of each other and of the words', () => {
    each('size', (name, props, analysis) => {
      if (props.kind !== 'size') return;
      const mm = analysis.study.measurable ? analysis.findings[0]?.features.meanDiameterMm.value : undefined;
      expect(props.nodule === null, name).toBe(mm === undefined);
      if (props.nodule && mm) expect(props.nodule.diameter / mm, name).toBeCloseTo(props.scale, 2);
      for (const thing of props.things) {
        const known = EVERYDAY.find((item) => item.id === thing.id)!;
        expect(thing.width / known.lengthMm, `${name} ${thing.id}`).toBeCloseTo(props.scale, 2);
        expect(thing.height / known.widthMm, `${name} ${thing.id}`).toBeCloseTo(props.scale, 2);
        expect(thing.size.lines[0]!.includes(props.language === 'en' ? 'about' : '约'), thing.id).toBe(!known.exact);
      }
      const drawn = [
        ...(props.nodule ? [{ ...props.nodule, width: props.nodule.diameter, height: props.nodule.diameter }] : []),
        ...props.things,
      ].map(({ x, y, width, height }) => ({
        left: x - width / 2,
        right: x + width / 2,
        top: y - height / 2,
        bottom: y + height / 2,
      }));
      const { left, right } = gridOf(props);
      drawn.forEach((a, i) => {
        expect(a.left, name).toBeGreaterThanOrEqual(left - 1);
        expect(a.right, name).toBeLessThanOrEqual(right + 1);
        const others = [...drawn.slice(i + 1), ...boxesOf({ ...props, brand: null }).map(({ box }) => box)];
        for (const b of others) {
          const meets =
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0;
          if (meets) expect([name, a, b]).toBeNull();
        }
      });
    });
  });

  it('gives no size and draws nothing to scale where spacing is not known', () => {
    for (const language of LANGUAGES) {
      const props = publicScene('size', ANALYSIS_VARIANTS['no spacing']!(), { language });
      expect(props).toMatchObject({ nodule: null, measure: null, things: [], bar: null });
      expect(boxesOf({ ...props, brand: null }).some(({ box }) => /\d/.test(box.text))).toBe(false);
    }
  });
});

describe('follow-up', () => {
  it('has a tick a month to the scan the rule names, and compares only then', () => {
    each('follow-up', (name, props, analysis) => {
      if (props.kind !== 'follow-up') return;
      const rating = spokenRating(analysis);
      const interval =
        rating?.applicable && rating.management !== 'compare-with-priors' ? intervalOf(rating.management) : null;
      expect(props.months?.at.length ?? null, name).toBe(interval ? interval.to - 1 : null);
      expect(props.outcomes.length > 0, name).toBe(interval !== null);
      expect(props.next !== null, name).toBe(interval !== null);
      if (interval) expect(props.stops[1]!.name.lines.join(''), name).toContain(String(interval.from));
    });
  });
});

describe('words for everyone', () => {
  it('stand in both languages, ask for the same, and say nothing a film may not', () => {
    const raw = (language: 'zh-CN' | 'en', key: (typeof PUBLIC_WORD_KEYS)[number]) =>
      publicWord(language, key, new Proxy({}, { get: (_, name) => `{${String(name)}}` }));
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
    for (const key of PUBLIC_WORD_KEYS) {
      const [zh, en] = [raw('zh-CN', key), raw('en', key)];
      expect([key, blanks(en)]).toEqual([key, blanks(zh)]);
      expect([key, /\p{Script=Han}/u.test(en)]).toEqual([key, false]);
      expect([key, lintText(zh, 'zh-CN'), lintText(en, 'en')]).toEqual([key, [], []]);
    }
  });
});
