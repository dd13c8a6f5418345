import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { type Aspect, FRAME_SIZE } from '#domain/aspect';
import { compareThread, composeCompare } from '#domain/film/compare';
import type { SceneProps } from '#domain/film/film';
import { gridOf } from '#domain/film/grid';
import { composeHighlight } from '#domain/film/highlight';
import { contains, type Pair } from '#domain/film/lesion-mark';
import { markThread } from '#domain/film/mark-thread';
import { textWidth } from '#domain/film/measure';
import { keyContour, spacingOf, type View } from '#domain/film/placement';
import { composeScroll } from '#domain/film/scroll';
import { composeZoom } from '#domain/film/zoom';
import { ANALYSIS_VARIANTS } from '#tests/fixtures/analysis';
import { SceneFrame } from '../../remotion/scene-frame.tsx';
import { imageInput } from './input.ts';

const clock = vi.hoisted(() => ({ frame: 0 }));
vi.mock('remotion', () => ({
  useCurrentFrame: () => clock.frame,
  AbsoluteFill: (props: object) => createElement('div', props),
  Img: (props: object) => createElement('img', props),
}));

interface Box {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Texts of a scene's last frame: from cap height to baseline. */
function textsOf(props: SceneProps): Box[] {
  const markup = markupOf(props);
  return [...markup.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, tag = '', body = '']) => {
    const number = (name: string) => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]);
    const size = Number(/font-size:([\d.]+)px/.exec(tag)?.[1]);
    const text = body.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<');
    const face = /font-family:&#x27;Noto Serif/.test(tag) ? 'serif' : 'text';
    const width = textWidth(text, size, face);
    const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1];
    const x0 = number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { text, x0, x1: x0 + width, y0: number('y') - size * 0.72, y1: number('y') };
  });
}

function markupOf(props: SceneProps): string {
  clock.frame = props.durationInFrames - 1;
  return renderToStaticMarkup(createElement(SceneFrame, { scene: props, frames: null }));
}

/** Points along a path of M, L, A (taken as its chord's quarter turn) and C. */
function along(d: string): Pair[] {
  const points: Pair[] = [];
  for (const [, letter = '', rest = ''] of d.matchAll(/([MLAC])([^MLACZ]*)/g)) {
    const n = rest.trim().split(/[ ,]+/).map(Number);
    const end: Pair = [n.at(-2)!, n.at(-1)!];
    const from = points.at(-1) ?? end;
    const [c1, c2]: Pair[] =
      letter === 'C'
        ? [
            [n[0]!, n[1]!],
            [n[2]!, n[3]!],
          ]
        : [from, end];
    for (let t = 0.02; t <= 1.001; t += 0.02) {
      const of = (i: 0 | 1) =>
        from[i] * (1 - t) ** 3 + 3 * c1![i] * t * (1 - t) ** 2 + 3 * c2![i] * t ** 2 * (1 - t) + end[i] * t ** 3;
      points.push([of(0), of(1)]);
    }
  }
  return points;
}

/** A small one, one with a long name, one that reaches out, a mass, one without a spacing. */
const SOME = [
  'demo part-solid RUL',
  'part-solid LUL, class 4X',
  'solid spiculated RLL, class 4X',
  'mass on a diagnostic contrast CT',
  'juxtapleural solid, class 2',
  'no spacing',
];
const ASPECTS = ['16:9', '9:16', '1:1'] as const satisfies readonly Aspect[];
const withFinding = SOME.map((name) => ({ name, analysis: ANALYSIS_VARIANTS[name]!() }));

describe.each(ASPECTS)('in %s', (aspect) => {
  const grid = gridOf(FRAME_SIZE[aspect]);
  it.each(withFinding)('$name: no line crosses a text or the lesion, sides and scale are true', ({ analysis }) => {
    const finding = analysis.findings[0]!;
    const spacing = spacingOf(analysis.study.geometry);
    const shapeIn = (view: View) =>
      keyContour(finding).map(
        ([x, y]): Pair => [x * spacing[0] * view.scale + view.tx, y * spacing[1] * view.scale + view.ty],
      );
    for (const language of ['zh-CN', 'en'] as const) {
      const { input, base } = imageInput(analysis, { aspect, language, mark: 'box' });
      const scroll = composeScroll(base('scroll'), input);
      const highlight = composeHighlight(base('highlight'), input);
      const zoom = composeZoom(base('zoom'), input);
      const compare = composeCompare(base('compare'), input);
      const lines: [SceneProps, string[]][] = [
        [highlight, [markThread(highlight.look.mark, highlight.look.view, highlight).d]],
        [zoom, zoom.look.callouts.map((callout) => callout.leader)],
        [compare, [compareThread(compare.look, compare).d]],
      ];
      for (const [props, paths] of lines) {
        const texts = textsOf(props).filter(({ text }) => !/^[RLAP]$/.test(text));
        const points = paths.flatMap(along);
        const crossed = texts.filter((box) =>
          points.some(([x, y]) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1),
        );
        expect(crossed, props.kind).toEqual([]);
      }
      for (const [mark, view] of [
        [lines[0]![1], highlight.look.view],
        [lines[2]![1], compare.look.view],
      ] as const) {
        const shape = shapeIn(view);
        expect(mark.flatMap(along).filter((point) => contains(shape, point))).toEqual([]);
      }
      // A leader that points at the margin stays outside; one that points inside goes straight to its ring.
      const shape = shapeIn(zoom.look.view);
      const wide = finding.features.longAxisMm.value * zoom.look.view.scale;
      for (const { leader, tip } of zoom.look.callouts) {
        const inside = along(leader).filter((point) => contains(shape, point));
        const reach = Math.max(0, ...inside.map(([x, y]) => Math.hypot(x - tip[0], y - tip[1])));
        expect(reach).toBeLessThan(contains(shape, tip) ? wide * 0.6 : 30);
      }
      for (const props of [scroll, highlight, zoom, compare] as const) {
        const view = 'look' in props ? props.look.view : props.view;
        const markup = markupOf(props);
        const letters = textsOf(props).filter(({ text }) => text === 'R' || text === 'L');
        expect(letters.length, props.kind).toBe(props.kind === 'compare' ? 4 : 2);
        for (let i = 0; i < letters.length; i += 2) {
          expect([letters[i]!.text, letters[i + 1]!.text]).toEqual(['R', 'L']);
          expect(letters[i]!.x1).toBeLessThan(letters[i + 1]!.x0);
          expect(letters[i]!.x0).toBeGreaterThan(grid.left - 2);
          expect(letters[i + 1]!.x1).toBeLessThan(grid.right + 2);
        }
        const bar = 'look' in props ? props.look.bar : props.readout.bar;
        if (!bar) continue;
        const [, from, to] = /d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V/.exec(markup)!.map(Number);
        expect(to! - from!).toBeCloseTo(bar.mm * view.scale, 1);
        expect(from).toBeGreaterThanOrEqual(grid.left);
      }
    }
  });
});
