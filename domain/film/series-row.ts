import { z } from 'zod';
import { fitSize, textWidth } from './measure.ts';

const Placed = z.object({ text: z.string(), size: z.number(), x: z.number(), y: z.number() });

/** Series and episode where they stand. */
export const SeriesRow = z.object({ series: Placed, episode: Placed });
export type SeriesRow = z.infer<typeof SeriesRow>;

/** Between the series and the episode in one row; size of an episode in a row of its own. */
const GAP = 28;
const EPISODE = 38;

interface Place {
  readonly x: number;
  /** Baseline of the series, and of the episode: null = in the same row. */
  readonly y: number;
  readonly episode: number | null;
  readonly size: number;
  readonly room: number;
}

/** Series and episode in two rows, or in one that both fit. */
export function seriesRow({ series, episode }: { series: string; episode: string }, place: Place): SeriesRow {
  const { x, y } = place;
  if (place.episode !== null) {
    const fitting = (text: string, size: number) => Math.max(28, fitSize(text, size, place.room));
    return {
      series: { text: series, size: fitting(series, place.size), x, y },
      episode: { text: episode, size: fitting(episode, EPISODE), x, y: place.episode },
    };
  }
  const gap = series && episode ? GAP : 0;
  const size = Math.max(28, fitSize(series, place.size, place.room - gap - textWidth(episode, place.size)));
  const at = Math.round(x + textWidth(series, size) + gap);
  return { series: { text: series, size, x, y }, episode: { text: episode, size, x: at, y } };
}
