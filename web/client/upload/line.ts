import type { Refusal } from '../refusal.ts';
import type { Dropped } from './walk.ts';

export interface Row {
  readonly id: number;
  /** Null when the page was opened anew: names are not kept. */
  readonly name: string | null;
  readonly kind: Dropped['kind'];
  readonly files: number;
  readonly done: number;
  readonly bytes: number;
  readonly sent: number;
  /** `missing`: its files must be dropped again to go on. */
  readonly state: 'sorting' | 'sending' | 'paused' | 'done' | 'failed' | 'missing';
  /** It broke off and went on by itself. */
  readonly resumed: boolean;
  readonly skipped: number;
  readonly error: Refusal | null;
}

export interface Sending {
  readonly upload: string | null;
  readonly rows: readonly Row[];
  readonly bytes: number;
  readonly sent: number;
  readonly secondsLeft: number | null;
  readonly bytesPerSecond: number | null;
  /** Every file announced is there. */
  readonly complete: boolean;
}

export interface Line {
  id: number;
  name: string | null;
  kind: Dropped['kind'];
  skipped: number;
  sorting: boolean;
  paused: boolean;
  resumed: boolean;
  broke: boolean;
  error: Refusal | null;
  files: Map<string, { size: number; sent: number }>;
}

/** A row for something dropped, its files still to be looked at. */
export const newLine = (id: number, name: string | null, kind: Dropped['kind']): Line => ({
  ...{ id, name, kind, skipped: 0, sorting: true, paused: false, resumed: false, broke: false, error: null },
  files: new Map(),
});

export const isDone = (line: Line): boolean =>
  !line.sorting && [...line.files.values()].every(({ size, sent }) => sent >= size);

/** A row as it is shown; `live` when its files are at hand in this window. */
export function rowOf(line: Line, live: boolean): Row {
  const { id, name, kind, resumed, skipped, error } = line;
  const files = [...line.files.values()];
  return {
    ...{ id, name, kind, state: stateOf(line, live), resumed, skipped, error },
    files: files.length,
    done: files.filter(({ size, sent }) => sent >= size).length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    sent: files.reduce((sum, { sent }) => sum + sent, 0),
  };
}

function stateOf(line: Line, live: boolean): Row['state'] {
  if (line.sorting) return 'sorting';
  if (line.error) return 'failed';
  if (isDone(line)) return 'done';
  if (!live) return 'missing';
  return line.paused ? 'paused' : 'sending';
}
