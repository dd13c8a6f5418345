import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BlobStore } from '#activities/store/blob-store';
import { composeFilm, type FilmProps, type SceneProps } from '#domain/film/film';
import type { Picture } from '#domain/film/pictures';
import { pictureRect } from '#domain/film/placement';
import { scrollState } from '#domain/film/scroll';
import { realInput } from '#tests/film/real-sample';

/** Frames of the three parts: the stack is scrolled, the box and its label stand, the measures are listed. 20 s at 25 frames/s. */
const FRAMES = { scroll: 200, highlight: 150, features: 150 } as const;
type Part = keyof typeof FRAMES;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a peer draws: the same pictures, words and times as the studio's own film of the three scenes, a little simplified. */
export interface PeerContent {
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly ink: string;
  readonly paper: string;
  readonly mute: string;
  readonly accent: string;
  readonly header: readonly [string, string];
  /** File of the slice on each frame of the scroll. */
  readonly slices: readonly string[];
  readonly stage: Box;
  /** The slice the box stands on, from `boxFrom` on. */
  readonly boxFrom: number;
  readonly box: Box;
  readonly label: readonly string[];
  readonly tableFrom: number;
  readonly rows: readonly (readonly [string, string])[];
  readonly captions: readonly { from: number; to: number; lines: readonly string[] }[];
}

/** The studio's film of three scenes with fixed lengths; cues are spread evenly. */
export async function peerFilm(store: BlobStore): Promise<FilmProps> {
  const input = await realInput(store, { language: 'zh-CN', brand: 'A', study: null, template: 'case-teaching-box' });
  let at = 0;
  const scenes = input.timeline.scenes
    .filter((scene) => scene.kind in FRAMES)
    .map((scene) => {
      const from = at;
      const durationInFrames = FRAMES[scene.kind as Part];
      const share = durationInFrames / scene.durationInFrames;
      at += durationInFrames;
      const cues = scene.cues.map((cue) => ({
        ...cue,
        startFrame: Math.floor(cue.startFrame * share),
        endFrame: Math.floor(cue.endFrame * share),
      }));
      return { ...scene, from, durationInFrames, cues, sentences: [] };
    });
  const captions = input.timeline.captions.slice(4, 12).map((caption, i) => ({
    ...caption,
    startFrame: i * 62,
    endFrame: i * 62 + 58,
  }));
  return composeFilm({ ...input, timeline: { ...input.timeline, scenes, captions, durationInFrames: at } });
}

const sceneOf = <K extends Part>(film: FilmProps, kind: K): Extract<SceneProps, { kind: K }> =>
  film.scenes.find(({ props }) => props.kind === kind)!.props as Extract<SceneProps, { kind: K }>;

/** Writes the pictures and `content.json` for the peers into a folder. */
export async function writePeerContent(film: FilmProps, store: BlobStore, folder: string): Promise<PeerContent> {
  await mkdir(path.join(folder, 'slices'), { recursive: true });
  const [scroll, features] = [sceneOf(film, 'scroll'), sceneOf(film, 'features')];
  const nameOf = (picture: Picture): string => `slices/${picture.image.role}.png`;
  for (const picture of scroll.stack) await copyFile(store.path(picture.image), path.join(folder, nameOf(picture)));
  const slices = Array.from({ length: FRAMES.scroll }, (_, frame) =>
    nameOf(scroll.stack[scrollState(scroll, frame).slice - scroll.pace.first]!),
  );
  const stage = pictureRect(scroll.stack.at(-1)!, scroll.view);
  const { brand } = scroll;
  const content: PeerContent = {
    ...{ fps: film.fps, width: film.width, height: film.height, frames: film.durationInFrames },
    ...{ ink: brand.ink, paper: brand.paper, mute: '#AAA9A3', accent: brand.accent },
    header: [brand.hospital['zh-CN'], scroll.marks.ai],
    slices,
    stage,
    boxFrom: FRAMES.scroll,
    box: { x: stage.x + stage.width * 0.3, y: stage.y + stage.height * 0.4, width: 90, height: 80 },
    label: ['部分实性结节', '平均径 8.0 mm', '右肺上叶'],
    tableFrom: FRAMES.scroll + FRAMES.highlight,
    rows: [...features.leading, ...features.rows].map((row) => [row.name, `${row.value} ${row.unit}`.trim()]),
    captions: film.scenes.flatMap(({ from, props }) =>
      props.captions.map(({ startFrame, endFrame, lines }) => ({
        from: from + startFrame,
        to: from + endFrame,
        lines,
      })),
    ),
  };
  await writeFile(path.join(folder, 'content.json'), JSON.stringify(content));
  return content;
}
