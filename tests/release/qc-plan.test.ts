import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FLASH_CELLS } from '#activities/media/argv-qc';
import type { Inspection, Region } from '#activities/release/inspect-film';
import { plannedRests } from '#activities/release/planned-rests';
import { uncovered } from '#activities/release/qc-detect';
import { flashStretches } from '#activities/release/qc-flash';
import { labelFrames, openingLabel } from '#activities/release/qc-label';
import { markCheck } from '#activities/release/qc-marks';
import { contrastCheck, glyphCheck } from '#activities/release/qc-words';
import { BlobStore } from '#activities/store/blob-store';
import { FRAME_SIZE } from '#domain/aspect';
import { composeFilm, type FilmProps } from '#domain/film/film';
import { TEMPLATES } from '#domain/templates';
import { type SampleOptions, sampleInput } from '#tests/film/sample';

const folder = mkdtempSync(path.join(tmpdir(), 'caseloom-plan-'));
const store = new BlobStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = async (options: SampleOptions) => {
  const input = await sampleInput(store, { coarse: true, ...options });
  return { input, film: composeFilm(input) };
};
const marks = (film: FilmProps, { analysis }: Awaited<ReturnType<typeof sample>>['input']) =>
  markCheck(film, analysis.findings, analysis.study.geometry.spacingMm);

describe('marks, glyphs and colours of composed films', () => {
  const orders = TEMPLATES.flatMap(({ id, aspects }) =>
    aspects.flatMap((aspect) =>
      (['screening', 'none'] as const).map((variant) => [`${id}/${aspect}`, variant] as const),
    ),
  );
  it.each(orders)('%s of %s stands on its finding and can be read', async (template, variant) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { input, film } = await sample({ template, variant, language, brand: language === 'en' ? 'B' : 'A' });
      for (const check of [marks(film, input), glyphCheck(film, input.script), contrastCheck(input.brand)])
        expect(check).toMatchObject({ passed: true });
    }
  });

  it('sees a mark beside its finding, outside its image, and on another slice', async () => {
    const { input, film } = await sample({});
    const edited = (edit: (look: { mark: unknown; slice: number; axial: unknown }) => void) => {
      const copy = structuredClone(film);
      for (const { props } of copy.scenes) if (props.kind === 'highlight') edit(props.look);
      return marks(copy, input);
    };
    const box = (x: number) => ({ kind: 'box', min: [x, x], max: [x + 20, x + 20] });
    expect(edited((look) => Object.assign(look, { mark: box(0) })).found).toContain('does not enclose');
    expect(edited((look) => Object.assign(look, { mark: box(-30) })).found).toContain('leaves its image');
    expect(edited((look) => Object.assign(look, { slice: look.slice + 1 })).found).toContain('another slice');
  });
});

describe('flashStretches', () => {
  const film = (frames: number, bright: (frame: number) => boolean, share: number) => {
    const cells = new Uint8Array(frames * FLASH_CELLS ** 2);
    for (let frame = 0; frame < frames; frame++)
      if (bright(frame)) cells.fill(255, frame * FLASH_CELLS ** 2, (frame + share) * FLASH_CELLS ** 2);
    return flashStretches(cells, 25);
  };
  it('sees more than three flashes in a second, where they are large enough', () => {
    const quick = (frame: number) => frame >= 50 && frame < 100 && frame % 6 < 3;
    expect(film(150, quick, 1)).toHaveLength(1);
    expect(film(150, quick, 0.02)).toEqual([]);
    expect(film(150, (frame) => frame % 10 < 5, 1)).toEqual([]);
    expect(film(150, (frame) => frame >= 75, 1)).toEqual([]);
  });
});

describe('plannedRests', () => {
  it('excuses a pause the script asks for, and no other', async () => {
    const { input } = await sample({});
    const { script, template } = input;
    const audio = { digest: 'a'.repeat(64), mediaType: 'audio/wav', bytes: 0, role: 'take' };
    const voice = input.timeline.scenes.flatMap(({ from, sentences }) =>
      sentences.map(({ id, startFrame, endFrame }) => ({
        ...{ sentenceId: id, audio, startFrame: from + startFrame, durationMs: (endFrame - startFrame) * 40 },
      })),
    );
    const timeline = { ...input.timeline, voice };
    const [first, second] = timeline.voice;
    const rest = { start: first!.startFrame / 25 + first!.durationMs / 1000, end: second!.startFrame / 25 };
    const late = {
      ...timeline,
      voice: timeline.voice.map((v, i) => ({ ...v, startFrame: v.startFrame + (i ? 75 : 0) })),
    };
    const gap = { start: rest.start, end: rest.end + 3 };
    const left = (rests: ReturnType<typeof plannedRests>) =>
      Math.max(0, ...uncovered(gap, rests).map(({ start, end }) => end - start));
    expect(left(plannedRests(late, script, template))).toBeGreaterThan(2);
    const asked = structuredClone(script);
    asked.chapters[0]!.sentences[0]!.pauseAfterMs = 3000;
    expect(left(plannedRests(late, asked, template))).toBeLessThan(2);
  });
});

describe('openingLabel', () => {
  /** Frames of ink with a bright bar. */
  const frames = (size: { width: number; height: number }, bar: Region, until: number) =>
    ({
      luma: async (frame: number, region: Region) => {
        const cut = new Uint8Array(region.width * region.height);
        if (frame < until)
          for (let y = bar.y; y < bar.y + bar.height; y++)
            cut.fill(230, (y - region.y) * region.width + bar.x - region.x, (y - region.y) * region.width + bar.width);
        return cut;
      },
      size,
    }) as unknown as Inspection;
  it.each(Object.entries(FRAME_SIZE))('measures the label in %s', async (_aspect, size) => {
    const bar = (height: number) => ({ x: 100, y: Math.round(size.height * 0.7), width: 700, height });
    const judge = async (height: number, until: number) =>
      (await openingLabel(frames(size, bar(height), until), 25, size)).passed;
    expect(labelFrames(25).at(-1)).toBe(49);
    expect(await judge(56, 75)).toBe(true);
    expect(await judge(48, 75)).toBe(false);
    expect(await judge(56, 40)).toBe(false);
    expect(await judge(56, 0)).toBe(false);
  });
});
