import type { Sound } from './engine.ts';

/** Below this a sample counts as silence (-56 dBFS): espeak's pauses are digital zero, its fricatives are well above. */
const SILENT = 50;
/** Kept before and after the first and last sound, so that soft onsets are not cut. */
const KEEP_MS = 6;
const FADE_MS = 3;

/** Cuts silence at both ends and fades 3 ms in and out, so that a joint never steps. */
export function trimmed({ sampleRate, samples }: Sound): Int16Array {
  const keep = Math.round((KEEP_MS / 1000) * sampleRate);
  let first = samples.findIndex((sample) => Math.abs(sample) > SILENT);
  if (first < 0) return new Int16Array(0);
  let last = samples.length - 1;
  while (Math.abs(samples[last]!) <= SILENT) last--;
  first = Math.max(0, first - keep);
  last = Math.min(samples.length - 1, last + keep);
  const cut = samples.slice(first, last + 1);
  const fade = Math.min(Math.round((FADE_MS / 1000) * sampleRate), Math.floor(cut.length / 2));
  for (let i = 0; i < fade; i++) {
    cut[i] = Math.round((cut[i]! * i) / fade);
    cut[cut.length - 1 - i] = Math.round((cut[cut.length - 1 - i]! * i) / fade);
  }
  return cut;
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
