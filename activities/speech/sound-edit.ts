import type { Sound } from './engine.ts';

/** Below this a sample counts as silence (-56 dBFS): espeak's pauses are digital zero, its fricatives are well above. */
const SILENT = 50;
/** At the end also what is under 2.5 % of the loudest: some voices carry an echo that would stretch every pause by 0.14 s. */
const TAIL_SHARE = 0.025;
const EDGES = { keepBeforeMs: 6, keepAfterMs: 25, fadeInMs: 3, fadeOutMs: 12 } as const;

/** Cuts silence at both ends and fades in (3 ms) and out (12 ms), so that a joint never steps. */
export function trimmed({ sampleRate, samples }: Sound): Int16Array {
  const count = (ms: number) => Math.round((ms / 1000) * sampleRate);
  let first = samples.findIndex((sample) => Math.abs(sample) > SILENT);
  if (first < 0) return new Int16Array(0);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const quiet = Math.max(SILENT, peak * TAIL_SHARE);
  let last = samples.length - 1;
  while (last > first && Math.abs(samples[last]!) <= quiet) last--;
  first = Math.max(0, first - count(EDGES.keepBeforeMs));
  last = Math.min(samples.length - 1, last + count(EDGES.keepAfterMs));
  const cut = samples.slice(first, last + 1);
  fade(cut, Math.min(count(EDGES.fadeInMs), cut.length >> 1), (i) => i);
  fade(cut, Math.min(count(EDGES.fadeOutMs), cut.length >> 1), (i) => cut.length - 1 - i);
  return cut;
}

function fade(samples: Int16Array, length: number, place: (step: number) => number): void {
  for (let i = 0; i < length; i++) {
    const at = place(i);
    samples[at] = Math.round((samples[at]! * i) / length);
  }
}

/** A laid-out sentence: its samples, and where each clause sounds (sample indices, end exclusive). */
export interface Laid {
  readonly samples: Int16Array;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Lays trimmed clauses one after another with exact silences between them and at the ends. */
export function layClauses(
  clauses: readonly { readonly samples: Int16Array; readonly pauseMs: number }[],
  edge: { readonly leadMs: number; readonly tailMs: number },
  sampleRate: number,
): Laid {
  const count = (ms: number) => Math.round((ms / 1000) * sampleRate);
  const spans: { start: number; end: number }[] = [];
  let at = count(edge.leadMs);
  for (const clause of clauses) {
    spans.push({ start: at, end: at + clause.samples.length });
    at += clause.samples.length + count(clause.pauseMs);
  }
  const samples = new Int16Array(at + count(edge.tailMs));
  clauses.forEach((clause, i) => {
    samples.set(clause.samples, spans[i]!.start);
  });
  return { samples, spans };
}
