import { SAMPLE_RATE } from './wav.ts';

/** Music under speech is this far below it, and between sentences, dB; while somebody speaks it is never nearer than `LAW`. */
const UNDER = 18;
const BETWEEN = 10;
export const MUSIC_LAW_DB = 12;
/** The music goes down before a sentence and comes back after it; pauses shorter than `JOIN` leave it down. Seconds. */
const [DOWN, UP, JOIN] = [0.4, 0.8, 1.5];
const [FADE_IN, FADE_OUT] = [1, 2.5];

/** Samples from `from` up to `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Mean power of both channels over spans. */
function power(stereo: Int16Array, spans: readonly Span[]): number {
  let [sum, count] = [0, 0];
  for (const { from, to } of spans)
    for (let i = from * 2; i < Math.min(to * 2, stereo.length); i++) {
      sum += (stereo[i] as number) ** 2;
      count++;
    }
  return count > 0 ? sum / count : 0;
}

const decibels = (ratio: number): number => 10 * Math.log10(ratio);

/** Gains of the music under speech and between, dB: by the mean of both, lowered until the law holds in every sentence. */
function gains(voice: Int16Array, music: Int16Array, spans: readonly Span[]): { under: number; below: number } | null {
  const loud = power(music, [{ from: 0, to: music.length / 2 }]);
  const speech = power(voice, spans);
  if (loud === 0 || speech === 0) return null;
  const under = decibels(speech / loud) - UNDER;
  const nearest = Math.min(
    ...spans
      .map((span) => decibels(power(voice, [span]) / (power(music, [span]) || 1)) - under)
      .filter(Number.isFinite),
  );
  const lowered = Math.max(0, MUSIC_LAW_DB - nearest);
  return { under: under - lowered, below: nearest + lowered };
}

/** Spans with short pauses between them closed. */
function joined(spans: readonly Span[]): Span[] {
  const out: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && span.from - last.to < JOIN * SAMPLE_RATE) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}

/** How far the music is up, 0 under speech to 1 between, sample by sample, as a walk forwards. */
function* openness(spans: readonly Span[], length: number): Generator<number> {
  const held = joined(spans);
  let next = 0;
  for (let i = 0; i < length; i++) {
    while (next < held.length && (held[next] as Span).to <= i) next++;
    const before = i - (held[next - 1]?.to ?? Number.NEGATIVE_INFINITY);
    const after = (held[next]?.from ?? Number.POSITIVE_INFINITY) - i;
    yield Math.min(1, Math.max(0, Math.min(before / (UP * SAMPLE_RATE), after / (DOWN * SAMPLE_RATE))));
  }
}

/**
 * Lays music under a voice: down before a sentence begins, up in longer rests, in at the beginning and out at the end.
 * @param voice and @param music interleaved stereo of one length; @param spans the sentences, in order
 * @returns the mix, and how far below speech the music is in the sentence where it is nearest, dB; the voice alone where either is silent
 */
export function layMusic(
  voice: Int16Array,
  music: Int16Array,
  spans: readonly Span[],
): { mix: Int16Array; belowSpeech: number | null } {
  const found = gains(voice, music, spans);
  if (!found) return { mix: voice, belowSpeech: null };
  const mix = new Int16Array(voice.length);
  const length = voice.length / 2;
  let i = 0;
  for (const open of openness(spans, length)) {
    const edge = Math.min(1, i / (FADE_IN * SAMPLE_RATE), (length - i) / (FADE_OUT * SAMPLE_RATE));
    const gain = edge * 10 ** ((found.under + (UNDER - BETWEEN) * open) / 20);
    for (const at of [i * 2, i * 2 + 1]) {
      const sum = (voice[at] as number) + (music[at] as number) * gain;
      mix[at] = Math.max(-32768, Math.min(32767, Math.round(sum)));
    }
    i++;
  }
  return { mix, belowSpeech: found.below };
}
