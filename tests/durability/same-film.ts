import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import type { Manifest } from '#domain/release';
import { recordOf, type TestStudio } from './harness.ts';

/**
 * The one scene whose bytes may differ from one making to the next: its planes are turned in space, and Chromium's compositor rounds the edges of
 * such layers differently from run to run. Everything else is the same to the byte.
 */
const TURNED_IN_SPACE = ['case'];

/** Two encodes of equal frames by other settings measured 0.9947; the same settings on equal pictures must stay above it. */
const SAME_PICTURE_SSIM = 0.995;

/** Two makings of one film: equal records, equal bytes of every scene but those turned in space, and of these equal pictures. */
export async function sameFilm(a: TestStudio, aId: string, b: TestStudio, bId: string): Promise<void> {
  const [one, two] = [await recordOf(a, aId), await recordOf(b, bId)];
  const videos = two.scenes.map((scene, index) => ({
    id: scene.id,
    first: one.scenes[index]!.video,
    second: scene.video,
  }));
  const differing = videos.filter(({ first, second }) => first !== second);
  expect(differing.map(({ id }) => id).filter((id) => !TURNED_IN_SPACE.includes(id))).toEqual([]);
  for (const { first, second } of differing) {
    expect(ssim(blob(a, first), blob(b, second))).toBeGreaterThanOrEqual(SAME_PICTURE_SSIM);
  }
  expect(withoutBytesOf(two, differing.length > 0)).toEqual(withoutBytesOf(one, differing.length > 0));
}

const blob = (studio: TestStudio, digest: string): string =>
  path.join(studio.dataDir, 'store', digest.slice(0, 2), digest);

/** The record without the digests that follow from a differing scene; whole when none differs. */
function withoutBytesOf(record: Omit<Manifest, 'run'>, some: boolean): object {
  if (!some) return record;
  const { film, files, scenes, ...rest } = record;
  const follows = /^(film\.mp4|teaser\.mp4|poster\.jpg|chapter-\d+\.jpg)$/;
  return {
    ...rest,
    film: { ...film, artifact: null, produceId: null },
    files: files.map((file) => (follows.test(file.name) ? file.name : file)),
    scenes: scenes.map((scene) => ({ ...scene, video: TURNED_IN_SPACE.includes(scene.id) ? null : scene.video })),
  };
}

/** Structural similarity over all decoded frames of two films of equal length, 0..1 (ffmpeg's ssim filter). */
function ssim(first: string, second: string): number {
  const args = ['-v', 'info', '-nostats', '-i', first, '-i', second, '-lavfi', 'ssim', '-f', 'null', '-'];
  const told = execFileSync('sh', ['-c', 'ffmpeg "$@" 2>&1', 'ffmpeg', ...args], { encoding: 'utf8' });
  return Number(/SSIM.*All:([\d.]+)/.exec(told)?.[1] ?? 0);
}
