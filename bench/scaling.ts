/**
 * How long drawing takes on more machines: scenes are independent pieces of work, handed out the longest first to whoever is free (list scheduling,
 * Graham 1969), two at a time on a machine. Moving pictures between machines is not counted: the store is shared.
 */

/** Work of one film in the order it is put on the queue. */
export interface FilmWork {
  /** Seconds each scene takes beside one other on a two-core machine. */
  readonly scenes: readonly number[];
  /** Seconds before and after drawing that one machine needs: speech, timeline, package. */
  readonly rest: number;
}

const SLOTS = 2;

/** Seconds until the last piece is done, when each goes to the slot that is free first. */
export function makespan(pieces: readonly number[], slots: number): number {
  const free = new Array<number>(slots).fill(0);
  for (const piece of [...pieces].sort((a, b) => b - a)) {
    const first = free.indexOf(Math.min(...free));
    free[first]! += piece;
  }
  return Math.max(...free);
}

/** Seconds from approval to film on `machines`. */
export const oneFilm = (work: FilmWork, machines: number): number =>
  work.rest + makespan(work.scenes, machines * SLOTS);

/** Seconds for `films` approved at once: drawing fills every slot, the rest of each film fills a slot too. */
export function manyFilms(work: FilmWork, films: number, machines: number): number {
  const pieces = [...work.scenes, work.rest];
  const total = films * pieces.reduce((sum, seconds) => sum + seconds, 0);
  // Never faster than one film by itself on all machines; else bound by the slots.
  return Math.max(oneFilm(work, machines), total / (machines * SLOTS) + Math.max(...pieces) / 2);
}

/** The table of docs/benchmarks.md. */
export function scalingTable(work: FilmWork): string[] {
  const one = oneFilm(work, 1);
  const hours = (seconds: number): string => (seconds / 3600).toFixed(1);
  return [
    '| machines of 2 cores | one film after approval, s | as against one machine | 1,000 films, hours |',
    '|---|---|---|---|',
    ...[1, 2, 3, 4, 8, 16].map((machines) => {
      const seconds = oneFilm(work, machines);
      return `| ${machines} | ${seconds.toFixed(0)} | ${(one / seconds).toFixed(1)} | ${hours(manyFilms(work, 1000, machines))} |`;
    }),
  ];
}
