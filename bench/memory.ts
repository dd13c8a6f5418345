import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/**
 * Peak proportional memory (PSS, MiB) of a process and everything below it, browser and the rest apart, sampled once a second from /proc.
 * PSS shares a page among those who map it, so that a browser's many processes are not counted several times over.
 */
export class MemoryWatch {
  #peak = { browser: 0, others: 0 };
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly root: () => number | undefined) {
    this.#timer = setInterval(() => this.#sample(), 1000);
  }

  /** The peak since the last call; the next one begins anew. */
  take(): { browserMiB: number; othersMiB: number } {
    const { browser, others } = this.#peak;
    this.#peak = { browser: 0, others: 0 };
    return { browserMiB: Math.round(browser), othersMiB: Math.round(others) };
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    const root = this.root();
    if (root === undefined) return;
    let browser = 0;
    let others = 0;
    for (const { pid, command } of below(root)) {
      const mib = pssMiB(pid);
      if (/chrom/.test(command)) browser += mib;
      else others += mib;
    }
    this.#peak = { browser: Math.max(this.#peak.browser, browser), others: Math.max(this.#peak.others, others) };
  }
}

function below(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const found = all.filter((item) => item.pid === root);
  for (const item of found) found.push(...all.filter((other) => other.parent === item.pid));
  return found;
}

function readProcess(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    return [{ pid, parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0), command }];
  } catch {
    return [];
  }
}

function pssMiB(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
