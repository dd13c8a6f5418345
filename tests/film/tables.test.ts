import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import { composeFilm, type SceneProps } from '#domain/film/film';
import { TABLE_WORD_KEYS, tableWord } from '#domain/film/words-tables';
import type { SceneKind } from '#domain/script';
import { ANALYSIS_VARIANTS, analysisOf, nodule } from '../fixtures/analysis.ts';
import { oneScene } from './one-scene.ts';
import { sampleInput } from './sample.ts';

const of = (name: string): Analysis => ANALYSIS_VARIANTS[name]!();

describe('table, points and quote', () => {
  let folder = '';
  let store: BlobStore;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-tables-'));
    store = new BlobStore(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function scene<K extends SceneKind>(
    kind: K,
    analysis: Analysis,
    texts: 'patient' | null = null,
  ): Promise<Extract<SceneProps, { kind: K }>> {
    const input = await sampleInput(store, { analysis, coarse: true });
    return oneScene({ ...input, template: { ...input.template, texts } }, kind) as Extract<SceneProps, { kind: K }>;
  }

  it('lists six findings by rank, the first leading, and counts the others', async () => {
    const findings = Array.from({ length: 8 }, (_, i) => nodule({ longAxisMm: 20 - i, shortAxisMm: 18 - i }));
    const table = await scene('table', analysisOf({ findings }));
    expect(table.rows.map((row) => row.rank)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(table.rows.filter((row) => row.leading).map((row) => row.key)).toEqual(['F1']);
    expect(table.rows[0]?.cells.map((cell) => cell.value)).toEqual(['19.0', '4.5', '3.6', '44']);
    expect(table.rest).toContain('2');
  });

  it('gives nothing in mm where there is no spacing, and is whole without a finding', async () => {
    const bare = await scene('table', of('no spacing'));
    expect(bare.columns.map((column) => column.key)).toEqual(['slice']);
    expect(JSON.stringify([bare.rows, (await scene('points', of('no spacing'))).points])).not.toMatch(/mm|毫米/);
    const none = await scene('table', of('none found'));
    expect([none.rows.length, none.empty?.lines.join('')]).toEqual([0, expect.stringContaining('120')]);
  });

  it('shows a point only where it is spoken; in plain words no class is named', async () => {
    const analysis = of('demo part-solid RUL');
    const doctors = await scene('points', analysis);
    expect(doctors.points.map((point) => point.name.lines.join())).toEqual([
      '部分实性结节',
      '平均径 8.0 mm',
      'Lung-RADS 3 类',
      '看实性部分',
    ]);
    for (const make of Object.values(ANALYSIS_VARIANTS)) {
      const { points } = await scene('points', make(), 'patient');
      expect(JSON.stringify(points)).not.toMatch(/RADS|Fleischner|类|实性|磨玻璃/);
    }
    const input = await sampleInput(store, { analysis, coarse: true });
    const cues = [{ cue: 'point-3', startFrame: 8, endFrame: 60 }];
    const [first] = input.timeline.scenes;
    const scenes = [{ ...first!, id: 'points', kind: 'points' as const, from: 0, cues }];
    const film = composeFilm({ ...input, timeline: { ...input.timeline, scenes } });
    expect(film.scenes.map(({ props }) => props.kind === 'points' && props.points.map((point) => point.key))).toEqual([
      ['next'],
    ]);
  });

  it('says that it paraphrases, and rests on the step that decided', async () => {
    const rated = await scene('quote', of('demo part-solid RUL'));
    expect(rated.paraphrase).toContain('意译');
    expect(rated.reference?.lines.join(' ')).toContain('Lung-RADS v2022');
    expect(rated.statement.lines.join('')).toBe('6 个月后做低剂量 CT');
    expect([rated.verdict.lines.join(), rated.step.lines.join('')]).toEqual(['归 3 类', '实性部分 4.5 mm（< 6 mm）']);
    for (const name of ['purpose unknown', 'no spacing', 'mass on a diagnostic contrast CT']) {
      expect((await scene('quote', of(name))).verdict.lines).toEqual(['不报分类']);
    }
  });

  it('has its words in both languages, with the same blanks', () => {
    const blanks = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const key of TABLE_WORD_KEYS) {
      const [zh, en] = [tableWord('zh-CN', key, blanks), tableWord('en', key, blanks)];
      expect([key, names(en)]).toEqual([key, names(zh)]);
      expect([key, /[\u4e00-\u9fff]/.test(en)]).toEqual([key, false]);
    }
  });
});
