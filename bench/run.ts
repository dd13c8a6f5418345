/**
 * `npm run bench`: makes the demo's film on an empty data folder through the whole studio, draws the same film once more with stock Remotion in the
 * same run, and writes docs/benchmarks.md. `--no-stock` leaves the comparison out.
 */
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { bundleFilm } from '#activities/render/bundle';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { renderStock } from './render.ts';
import { keepSection } from './report.ts';
import { type Likeness, likenessOf } from './same-picture.ts';
import { scalingTable } from './scaling.ts';
import { type DemoFigures, measureDemo } from './whole-demo.ts';

/** Seconds of one CT slice on a T4 GPU in the system to beat. */
const PEER_SECONDS_A_SLICE = 6.3;
const SLICES = 120;

const say = (line: string): void => console.log(line);
const one = (value: number): string => value.toFixed(1);

const demo = await measureDemo(say);
let stockSeconds: number | null = null;
let likeness: Likeness | null = null;
try {
  if (!process.argv.includes('--no-stock')) {
    say('the same film with stock renderMedia ...');
    const bundle = await bundleFilm(demo.dataDir, quietStep.signal);
    const stockFile = path.join(demo.dataDir, 'stock.mp4');
    stockSeconds = await renderStock(demo.film, new BlobStore(path.join(demo.dataDir, 'store')), bundle, stockFile);
    likeness = await likenessOf(demo.film, demo.file, stockFile);
  }
} finally {
  await demo.done();
}
const text = report(demo, stockSeconds, likeness);
await keepSection('', text);
say(text);

function report(figures: DemoFigures, stock: number | null, alike: Likeness | null): string {
  const { stages, memory } = figures;
  const analysis = stages.analysis ?? 0;
  const render = stages.render ?? 0;
  const rows = Object.entries(stages).map(([stage, seconds]) => `| ${stage} | ${one(seconds)} |`);
  const comparison =
    stock === null
      ? []
      : [
          '',
          '| the same film drawn | seconds | against stock |',
          '|---|---|---|',
          `| stock Remotion \`renderMedia\`, a tab a core, same encoder settings | ${one(stock)} | 1.00 |`,
          `| this studio | ${one(render)} | ${(stock / render).toFixed(2)} |`,
          ...(alike
            ? [
                '',
                `- The two films' pictures: SSIM ${alike.mean.toFixed(4)} over all frames, ${alike.least.toFixed(4)} in the scene least alike (${alike.scene}); two encodes of identical frames gave 0.9947. Bytes: ${alike.bytes[0]} against stock's ${alike.bytes[1]}.`,
              ]
            : []),
        ];
  return [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\` on ${cpus().length} CPU cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, no GPU, ${process.platform}, Node ${process.versions.node}: one run, the numbers as seen.`,
    '',
    `The demo's film (${one(figures.filmSeconds)} s, 1920x1080, 25 frames/s) from a simulated CT of ${SLICES} slices, on an empty data folder:`,
    '',
    '| stage | seconds |',
    '|---|---|',
    `| simulated CT made | ${one(figures.phantomSeconds)} |`,
    `| studio started | ${one(figures.startSeconds)} |`,
    ...rows,
    '',
    `- Order to approval: ${one(figures.beforeApprovalSeconds)} s. Approval to finished film: ${one(figures.afterApprovalSeconds)} s = **${figures.ratio.toFixed(2)} x the film's length**.`,
    `- Analysis: ${one(analysis)} s for ${SLICES} slices = ${(analysis / SLICES).toFixed(3)} s a slice (figure to beat: ${PEER_SECONDS_A_SLICE} s a slice on a T4).`,
    `- Peak memory of the worker (PSS): before approval ${memory.before.othersMiB} MiB; after it ${memory.after.othersMiB} MiB beside the browser, ${memory.after.browserMiB} MiB for the browser.`,
    ...comparison,
    '',
    '| made again after the first film | seconds from approval to film | of the first | scenes drawn |',
    '|---|---|---|---|',
    ...figures.again.map(
      ({ what, seconds, drawn }) =>
        `| ${what} | ${one(seconds)} | ${Math.round((100 * seconds) / figures.afterApprovalSeconds)} % | ${drawn} |`,
    ),
    '',
    'How drawing scales, computed from the scenes’ own seconds (`bench/scaling.ts`: each scene to whoever is free, the longest first, two at a time on a machine; speech and package on one machine):',
    '',
    ...scalingTable({ scenes: figures.sceneSeconds, rest: figures.afterApprovalSeconds - (stages.render ?? 0) }),
    '',
  ].join('\n');
}
