import type { Progress } from '#domain/progress';
import type { StudioClient } from './client.ts';

const WIDTH = 28;

/** Draws a production's progress: one living line on a terminal, one line a stage and tenth elsewhere. */
export class ProgressView {
  #last = '';
  #living = false;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(progress: Progress): void {
    const line = describe(progress);
    if (this.out.isTTY) {
      this.out.write(`\r\x1b[2K${line.slice(0, (this.out.columns ?? 100) - 1)}`);
      this.#living = true;
      return;
    }
    const step = `${progress.status}/${progress.stage}/${Math.floor(progress.stageFraction * 10)}`;
    if (step !== this.#last) this.out.write(`${line}\n`);
    this.#last = step;
  }

  end(): void {
    if (this.#living) this.out.write('\n');
    this.#living = false;
  }
}

const NEXT: Partial<Record<Progress['waitsFor'], string>> = {
  physician: 'waits for a physician',
  publicity: 'waits for publicity to release it',
  editor: 'waits for an editor',
};

function describe(progress: Progress): string {
  const filled = Math.floor(progress.fraction * WIDTH);
  const bar = `[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${String(Math.floor(progress.fraction * 100)).padStart(3)} %`;
  const where =
    progress.status === 'running' ? `${progress.stage} ${Math.floor(progress.stageFraction * 100)} %` : progress.status;
  const next = NEXT[progress.waitsFor] ?? null;
  const rest = progress.estimateSeconds === null ? null : `about ${progress.estimateSeconds} s left in this stage`;
  return [bar, where, next, progress.note, rest].filter(Boolean).join(' · ');
}

/**
 * Shows progress until `until` says so, or the production ends. Returns the last event seen.
 */
export async function watch(
  client: StudioClient,
  id: string,
  view: ProgressView,
  until: (progress: Progress) => boolean,
  after = 0,
): Promise<Progress> {
  const stop = new AbortController();
  let last: Progress | null = null;
  for await (const progress of client.progress(id, after, stop.signal)) {
    last = progress;
    view.show(progress);
    if (until(progress)) break;
  }
  stop.abort();
  view.end();
  if (!last) throw new Error('no progress');
  return last;
}
