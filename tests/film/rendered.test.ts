/**
 * Frames really rendered. Golden frames (longest side 480 px) lie in `golden/`; make them anew after a wanted change with
 * `UPDATE_GOLDEN=1 npx vitest run tests/film/rendered.test.ts` and look at every one that changed.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobStore } from '#activities/store/blob-store';
import type { ComposeInput } from '#domain/film/base';
import { composeFilm, type FilmProps, frameKey, type SceneProps } from '#domain/film/film';
import type { Language } from '#domain/script';
import { sampleInput } from './sample.ts';
import { openStills, type StillStudio } from './still.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const UPDATE = process.env.UPDATE_GOLDEN === '1';
/** Mean absolute difference of 255, over the frame and over its worst block, that another browser's anti-aliasing may make. */
const TOLERANCE = { frame: 0.8, block: 18 };
const BLOCK = 24;
const LONGEST = 480;
/** Golden scenes have a fixed length and fixed words, so that a better narration is no new picture. */
const LENGTH = 400;
const MIDDLE = 200;
const END = 385;
const EVERY = [
  ...(['intro', 'case', 'chapter-look', 'scroll', 'highlight', 'zoom', 'compare'] as const),
  ...(['features', 'assessment', 'advice', 'outro'] as const),
];
/** Scenes that narrow frames lay out in another way than by reading order. */
const NARROW = EVERY.filter((id) => id !== 'case' && id !== 'advice');
const CONFERENCE = ['intro', 'surface', 'table', 'differential', 'quote', 'follow-up', 'points'];

interface Golden {
  readonly name: string;
  readonly template: string;
  readonly language: Language;
  readonly brand: string;
  readonly frames: readonly number[];
  readonly ids: readonly string[];
}
const zh = { language: 'zh-CN', brand: 'A', frames: [END] } as const;
const enB = { language: 'en', brand: 'B', frames: [END] } as const;
const FILMS: readonly Golden[] = [
  { ...zh, name: 'zh', template: 'case-teaching', frames: [MIDDLE, END], ids: EVERY },
  { ...enB, name: 'en-b', template: 'case-teaching', ids: EVERY },
  { ...zh, name: 'zh-tall', template: 'case-teaching/9:16', ids: NARROW },
  { ...zh, name: 'zh-square', template: 'case-teaching/1:1', ids: NARROW },
  { ...zh, name: 'zh-conference', template: 'case-conference', ids: CONFERENCE },
  // Before the answer, and after it.
  { ...zh, name: 'zh-conference', template: 'case-conference', frames: [MIDDLE, END], ids: ['quiz-look'] },
  { ...zh, name: 'zh-public', template: 'public-education', ids: ['lungs', 'kinds', 'size'] },
  { ...enB, name: 'en-b-public', template: 'public-education', ids: ['size', 'follow-up'] },
  { ...enB, name: 'en-b-minute', template: 'read-in-a-minute', ids: ['quiz-case', 'points'] },
];
const TITLES = {
  'zh-CN': ['右肺的这个小结节怎样归类', '这个结节，该归为哪一类？', '病例', '定位', '测量', '归类', '建议'],
  en: ['Classifying a small nodule', 'Which category does it belong to?', 'Case', 'Place', 'Size', 'Class', 'Advice'],
} as const;

/** The sample with words of its own. */
function worded(input: ComposeInput): ComposeInput {
  const [title, question, ...names] = TITLES[input.script.language];
  const chapters = input.script.chapters.map((chapter, i) => ({
    ...chapter,
    title: names[i] ?? '',
    shortTitle: names[i] ?? '',
  }));
  return { ...input, script: { ...input.script, title, question, chapters } };
}

const CAPTION = { startFrame: 0, endFrame: LENGTH, lines: ['Lung-RADS 结节', '8.0 mm'], keyWord: '结节' };
const steady = (props: SceneProps): SceneProps => ({
  ...props,
  durationInFrames: LENGTH,
  cues: [],
  thread: { from: 0.4, to: 0.6, marks: [0.05, 0.25, 0.5, 0.75] },
  // A card's subtitle is its title and never drawn.
  captions: props.kind === 'chapter' ? [] : [CAPTION],
});

const pixels = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });

/** Mean absolute difference over all channels, and of the worst block. */
async function difference(a: Buffer, b: Buffer): Promise<{ frame: number; block: number }> {
  const [x, y] = [await pixels(a), await pixels(b)];
  if (x.data.length !== y.data.length) return { frame: 255, block: 255 };
  const across = Math.ceil(x.info.width / BLOCK);
  const sums = new Float64Array(across * Math.ceil(x.info.height / BLOCK));
  let total = 0;
  for (let i = 0; i < x.data.length; i++) {
    const gap = Math.abs((x.data[i] ?? 0) - (y.data[i] ?? 0));
    const pixel = Math.floor(i / 3);
    const block =
      Math.floor(Math.floor(pixel / x.info.width) / BLOCK) * across + Math.floor((pixel % x.info.width) / BLOCK);
    sums[block] = (sums[block] ?? 0) + gap;
    total += gap;
  }
  return { frame: total / x.data.length, block: Math.max(...sums) / (BLOCK * BLOCK * 3) };
}

describe('rendered frames', () => {
  let folder = '';
  let studio: StillStudio;
  const films = new Map<string, FilmProps>();
  const sceneOf = (film: string, id: string): SceneProps => {
    const scene = films.get(film)?.scenes.find(({ props }) => props.id === id);
    if (!scene) throw new Error(`no scene ${id}`);
    return scene.props;
  };

  const golden = (scene: SceneProps, frame: number): Promise<Buffer> =>
    studio.still(scene, frame, LONGEST / Math.max(scene.width, scene.height));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'film-rendered-'));
    const store = new BlobStore(folder);
    const { pictures } = await sampleInput(store);
    for (const { name, ...order } of FILMS) {
      if (films.has(name)) continue;
      const input = await sampleInput(store, { ...order, coarse: true });
      films.set(name, composeFilm(worded({ ...input, pictures })));
    }
    studio = await openStills(store, [...films.values()]);
  }, 180_000);
  afterAll(async () => {
    await studio?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(FILMS.flatMap(({ name, frames, ids }) => ids.flatMap((id) => frames.map((frame) => ({ name, id, frame })))))(
    '$id at frame $frame ($name) looks as it did',
    async ({ name, id, frame }) => {
      const picture = await golden(steady(sceneOf(name, id)), frame);
      const file = path.join(GOLDEN, `${name}-${id}-${frame}.png`);
      if (UPDATE) await writeFile(file, picture);
      const found = await difference(picture, await readFile(file));
      expect(found.frame).toBeLessThan(TOLERANCE.frame);
      expect(found.block).toBeLessThan(TOLERANCE.block);
    },
    60_000,
  );

  it('are equal where their keys are equal, and differ where the keys say so', async () => {
    for (const id of ['case', 'features', 'advice']) {
      const scene = sceneOf('zh', id);
      const frames = new Map<string, number[]>();
      for (let frame = 0; frame < scene.durationInFrames; frame++) {
        const key = frameKey(scene, frame);
        frames.set(key, [...(frames.get(key) ?? []), frame]);
      }
      const longest = [...frames.values()].sort((a, b) => b.length - a.length)[0] ?? [];
      const [first, last] = [longest[0] ?? 0, longest.at(-1) ?? 0];
      expect(last - first, id).toBeGreaterThan(4);
      const [a, b] = [await studio.still(scene, first, 0.5), await studio.still(scene, last, 0.5)];
      expect((await difference(a, b)).frame, `${id} ${first} ${last}`).toBe(0);
      const other = await studio.still(scene, first > 0 ? first - 1 : last + 1, 0.5);
      expect((await difference(a, other)).frame, id).toBeGreaterThan(0);
    }
  }, 120_000);

  it('are the same in the film as in the scene alone', async () => {
    const film = films.get('zh');
    const scene = film?.scenes.find(({ props }) => props.id === 'advice');
    if (!film || !scene) throw new Error('no advice');
    const [a, b] = [await studio.still(scene.props, 90, 0.5), await studio.filmStill(film, scene.from + 90, 0.5)];
    expect((await difference(a, b)).frame).toBe(0);
  }, 120_000);

  it('are the same from one rendering to the next', async () => {
    const scene = sceneOf('zh', 'assessment');
    const [a, b] = [await studio.still(scene, 200, 0.5), await studio.still(scene, 200, 0.5)];
    expect(a.equals(b)).toBe(true);
  }, 60_000);
});
