import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FilmProps } from '#domain/film/film';

/** How alike two films of equal length are. */
export interface Likeness {
  /** Mean SSIM of the scene that is least alike, and which it is. */
  readonly least: number;
  readonly scene: string;
  readonly mean: number;
  /** Bytes of the picture alone. */
  readonly bytes: readonly [number, number];
}

const run = promisify(execFile);

/** Structural similarity scene by scene (ffmpeg's ssim over all planes), and how many bytes the pictures take. */
export async function likenessOf(film: FilmProps, first: string, second: string): Promise<Likeness> {
  const graph = '[0:v:0][1:v:0]ssim=stats_file=-';
  const args = ['-v', 'error', '-i', first, '-i', second, '-lavfi', graph, '-f', 'null', '-'];
  const { stdout } = await run('ffmpeg', args, { maxBuffer: 1 << 26 });
  const all = [...stdout.matchAll(/All:([\d.]+)/g)].map((match) => Number(match[1]));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const scenes = film.scenes.map(({ from, props }) => ({
    scene: props.id,
    least: mean(all.slice(from, from + props.durationInFrames)),
  }));
  const [worst] = scenes.sort((a, b) => a.least - b.least);
  return { ...worst!, mean: mean(all), bytes: [await pictureBytes(first), await pictureBytes(second)] };
}

async function pictureBytes(file: string): Promise<number> {
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=size', '-of', 'csv=p=0', file];
  const { stdout } = await run('ffprobe', args, { maxBuffer: 1 << 26 });
  return stdout.split(/\s+/).reduce((sum, size) => sum + (Number.parseInt(size, 10) || 0), 0);
}
