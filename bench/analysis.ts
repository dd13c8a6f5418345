/**
 * `tsx bench/analysis.ts [folder of DICOM files]`: time and memory of stage 2 alone, on the simulated CT of 120 slices or on a folder.
 * Prints seconds, seconds a slice, peak resident memory of this process, and the figure to beat. Two threads, no GPU asked for.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { analyse } from '#activities/analysis/analyse';
import { readStudy } from '#activities/images/read-study';
import { quietStep } from '#activities/step';
import { BlobStore } from '#activities/store/blob-store';
import { ensurePhantom } from '#samples/chest-phantom/ensure-phantom';

/** Seconds of one CT slice on a T4 GPU in the system to beat. */
const PEER_SECONDS_A_SLICE = 6.3;
const say = (line: string): void => console.log(line);

const root = await mkdtemp(path.join(tmpdir(), 'caseloom-bench-'));
try {
  const folder = process.argv[2] ?? (await ensurePhantom(path.join(root, 'phantom'), {}, quietStep)).studyDir;
  const store = new BlobStore(path.join(root, 'store'));
  const input = { path: folder, series: null, spacingMm: null, purpose: null, provenance: 'simulated' } as const;
  const study = await readStudy(input, store, quietStep);
  const before = process.cpuUsage();
  const started = performance.now();
  const stages = new Map<string, number>();
  let last = started;
  const analysis = await analyse(
    study,
    store,
    {
      ...quietStep,
      progress: (_, note = '') => {
        const now = performance.now();
        stages.set(note, (stages.get(note) ?? 0) + now - last);
        last = now;
      },
    },
    { threads: 2, provider: 'cpu' },
  );
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(before);
  const { slices } = study.geometry;
  const peak = process.resourceUsage().maxRSS / 1024;
  for (const [stage, ms] of stages) say(`  ${stage.padEnd(12)} ${(ms / 1000).toFixed(1)} s`);
  say(
    `analysis of ${slices} slices on ${cpus().length} cores: ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} s of processor time`,
  );
  say(`${(seconds / slices).toFixed(3)} s a slice; figure to beat: ${PEER_SECONDS_A_SLICE} s a slice on a T4`);
  say(`peak memory of the whole process, import of the images included: ${peak.toFixed(0)} MiB`);
  say(`${analysis.candidatesSeen} candidates, ${analysis.findings.length} finding(s)`);
} finally {
  await rm(root, { recursive: true, force: true });
}
