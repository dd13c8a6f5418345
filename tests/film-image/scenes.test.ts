import { describe, expect, it } from 'vitest';
import { type Aspect, FRAME_SIZE } from '#domain/aspect';
import { canonicalJson } from '#domain/canonical';
import { compareState, compareThread, composeCompare } from '#domain/film/compare';
import { composeHighlight, highlightState } from '#domain/film/highlight';
import { placesOf } from '#domain/film/image-layouts';
import { textWidth } from '#domain/film/measure';

import { composeScroll, minimapRow, scrollState } from '#domain/film/scroll';
import { composeZoom, zoomState } from '#domain/film/zoom';
import { ANALYSIS_VARIANTS } from '#tests/fixtures/analysis';
import { imageInput } from './input.ts';

const variants = Object.entries(ANALYSIS_VARIANTS).map(([name, make]) => ({ name, analysis: make() }));
const LOOKS = (['16:9', '9:16', '1:1'] as const satisfies readonly Aspect[]).flatMap((aspect) =>
  (['outline', 'box'] as const).map((mark) => ({ mark, aspect })),
);
const withFinding = variants.filter(({ analysis }) => analysis.findings.length > 0);

it('compares without a number where the analysis measured none', () => {
  const analysis = { ...withFinding[0]!.analysis, contralateral: [] };
  const { input, base } = imageInput(analysis);
  const { look } = composeCompare(base('compare'), input);
  expect([look.otherPanel.value, look.otherPanel.measure]).toEqual(['', '']);
  expect(look.lesionPanel.value).not.toBe('');
});

describe.each(variants)('scroll of $name', ({ analysis }) => {
  const { input, base } = imageInput(analysis);
  const props = composeScroll(base('scroll'), input);

  it('rests on the key slice (without a finding: at the base of the lungs) from cue `stop` to the end', () => {
    const rest = scrollState(props, 260).slice;
    const { firstSlice, lastSlice } = analysis.lungs;
    if (analysis.findings[0]) expect(rest).toBe(analysis.findings[0].keySlice);
    else expect((rest - firstSlice) / (lastSlice - firstSlice)).toBeCloseTo(0.88, 1);
    for (const frame of [260, 300, 419]) expect(scrollState(props, frame).slice).toBe(rest);
    expect(scrollState(props, 259).slice).toBe(rest - 1);
  });

  it('has a picture for every slice it shows', () => {
    for (let frame = 0; frame < 420; frame++) {
      const picture = props.stack[scrollState(props, frame).slice - props.pace.first];
      expect(picture).toBe(input.pictures.axial[scrollState(props, frame).slice]);
    }
  });

  it('moves the locator line with the slice, inside its picture', () => {
    const { place, rowPerSlice } = props.readout.minimap;
    const rows = [0, analysis.study.geometry.slices - 1].map((slice) => minimapRow(props.readout, slice));
    expect(rows[0]).toBeGreaterThan(place.y);
    expect(rows[1]).toBeLessThan(place.y + place.height);
    expect(minimapRow(props.readout, 11) - minimapRow(props.readout, 10)).toBeCloseTo(rowPerSlice, 1);
  });

  it('has no more different frames than its entrance and its slices need', () => {
    const keys = new Set(Array.from({ length: 420 }, (_, frame) => canonicalJson(scrollState(props, frame))));
    expect(keys.size).toBeLessThanOrEqual(36 + props.stack.length);
  });
});

describe.each(withFinding)('one uncut movement for $name', ({ analysis }) => {
  describe.each(LOOKS)('with the $mark mark in $aspect', ({ mark, aspect }) => {
    const { input, base } = imageInput(analysis, { mark, aspect });
    const places = placesOf(FRAME_SIZE[aspect]);
    const { panel } = places.zoom;
    const scroll = composeScroll(base('scroll'), input);
    const highlight = composeHighlight(base('highlight'), input);
    const zoom = composeZoom(base('zoom'), input);
    const compare = composeCompare(base('compare'), input);

    it('begins each scene where the one before stands', () => {
      expect(highlightState(highlight, 0).view).toEqual(scroll.view);
      expect(highlightState(highlight, 0).clip).toEqual(places.scroll.stage);
      expect(zoomState(zoom, 0).view).toEqual(highlightState(highlight, 259).view);
      expect(zoomState(zoom, 0).clip).toEqual(highlightState(highlight, 259).clip);
      expect(zoomState(zoom, 0).dim).toBe(highlightState(highlight, 259).dim);
      expect(compareState(compare, 0).view).toEqual(zoomState(zoom, 319).view);
      expect(compareState(compare, 0).clip).toEqual(panel);
      expect(highlight.before).toEqual(scroll.readout);
      expect(zoom.before).toEqual(highlight.look);
      expect(compare.before).toEqual(zoom.look);
    });

    // Time does not know the mark.
    if (mark === 'outline')
      it('is at rest when nothing moves', () => {
        const rest = <P>(state: (props: P, frame: number) => unknown, props: P, from: number, to: number) =>
          expect(new Set(Array.from({ length: to - from }, (_, i) => canonicalJson(state(props, from + i)))).size).toBe(
            1,
          );
        rest(highlightState, highlight, 60, 100);
        rest(highlightState, highlight, 190, 260);
        rest(zoomState, zoom, 130, 200);
        rest(zoomState, zoom, 220, 320);
        rest(compareState, compare, 60, 100);
        rest(compareState, compare, 135, 220);
      });

    if (mark === 'outline')
      it('never blinks: what has come stays until its scene ends', () => {
        let last = highlightState(highlight, 31);
        for (let frame = 32; frame < 260; frame++) {
          const now = highlightState(highlight, frame);
          for (const key of ['thread', 'long', 'short', 'dim'] as const)
            expect(now[key]).toBeGreaterThanOrEqual(last[key]);
          last = now;
        }
        expect([last.thread, last.long, last.short]).toEqual([1, 1, 1]);
      });

    it('names the number when it is spoken, not before', () => {
      expect(highlightState(highlight, 99).hero.opacity).toBe(0);
      expect(highlightState(highlight, 99).long).toBe(0);
      expect(highlightState(highlight, 111).hero.opacity).toBe(1);
      expect(zoomState(zoom, 109).leaders[1]).toBe(0);
      expect(zoomState(zoom, 125).leaders[1]).toBe(1);
    });

    it('points inside the panel, and writes the callouts in the order of the rule', () => {
      for (const { tip } of zoom.look.callouts) {
        expect(tip[0]).toBeGreaterThan(panel.x);
        expect(tip[0]).toBeLessThan(panel.x + panel.width);
        expect(tip[1]).toBeGreaterThan(panel.y);
        expect(tip[1]).toBeLessThan(panel.y + panel.height);
      }
    });

    it('keeps the sides: the right lung in the left panel; of stacked panels the normal one first', () => {
      const right = analysis.findings[0]!.features.side.value === 'right';
      const { lesionPanel, otherPanel, from } = compare.look;
      if (from === 'top') expect(lesionPanel.place.y).toBeGreaterThan(otherPanel.place.y);
      else expect(lesionPanel.place.x < otherPanel.place.x).toBe(right);
      const { at, weave } = compareThread(compare.look, compare);
      const gap = from === 'top' ? [otherPanel.place.y + otherPanel.place.height, lesionPanel.place.y] : null;
      if (gap) expect(at.y > gap[0]! && at.y < gap[1]!).toBe(true);
      else expect(at.y).toBeGreaterThan(lesionPanel.place.y);
      expect(weave).toBeGreaterThan(0.1);
      expect(weave).toBeLessThan(0.9);
    });

    it('has scale bars of true length that leave room for their text', () => {
      for (const [bar, scale, room] of [
        [highlight.look.bar, highlight.look.view.scale, 300],
        [zoom.look.bar, zoom.look.view.scale, 320],
        [compare.look.bar, compare.look.view.scale, 300],
      ] as const) {
        if (!analysis.study.measurable) {
          expect(bar).toBeNull();
          continue;
        }
        expect(bar!.text).toBe(bar!.mm % 10 === 0 ? `${bar!.mm / 10} cm` : `${bar!.mm} mm`);
        expect(bar!.mm * scale).toBeLessThanOrEqual(room);
        expect(bar!.mm * scale).toBeGreaterThanOrEqual(50);
      }
    });
  });

  it.each(['zh-CN', 'en'] as const)('fits its words in %s', (language) => {
    const { input, base } = imageInput(analysis, { language });
    const { look } = composeHighlight(base('highlight'), input);
    const zoom = composeZoom(base('zoom'), input).look;
    expect(textWidth(look.name.text, look.name.size, 'serif')).toBeLessThanOrEqual(560);
    for (const row of look.rows) expect(textWidth(row.label, 38) + textWidth(row.value, 38)).toBeLessThan(540);
    for (const { title, value, unit, note } of zoom.callouts) {
      expect(title.size).toBe(48);
      expect(textWidth(title.text, 48, 'serif') + textWidth(value, 50) + textWidth(unit, 30)).toBeLessThan(545);
      expect(note).toHaveLength(1);
    }
    expect(textWidth(zoom.times, 32)).toBeLessThan(290);
  });
});
