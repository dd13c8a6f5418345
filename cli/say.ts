import { ERROR_KINDS, errorText, StudioError } from '#domain/errors';

/** Exit codes of the studio command; documented in docs/command-line.md. */
export const EXIT = { ok: 0, internal: 1, missing: 2, refused: 3, failed: 4, cancelled: 5, broken: 6 } as const;

/** How people and programs are told. With `json`, stdout carries one JSON document and everything else goes to stderr. */
export class Voice {
  constructor(readonly json: boolean) {}

  line(text: string): void {
    (this.json ? process.stderr : process.stdout).write(`${text}\n`);
  }

  result(value: unknown, text: string): void {
    process.stdout.write(this.json ? `${JSON.stringify(value)}\n` : `${text}\n`);
  }

  /** Tells a failure in both languages and returns the exit code. */
  failure(error: unknown): number {
    if (!(error instanceof StudioError)) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return EXIT.internal;
    }
    const { code, details } = error;
    if (this.json)
      process.stdout.write(
        `${JSON.stringify({ error: { code, details, en: errorText(code, details, 'en'), 'zh-CN': errorText(code, details, 'zh-CN') } })}\n`,
      );
    else process.stderr.write(`${code}\n  ${errorText(code, details, 'zh-CN')}\n  ${errorText(code, details, 'en')}\n`);
    return exitCodeOf(code);
  }
}

function exitCodeOf(code: keyof typeof ERROR_KINDS): number {
  if (code === 'CANCELLED') return EXIT.cancelled;
  if (code === 'TOOL_MISSING') return EXIT.missing;
  return ERROR_KINDS[code].http < 500 ? EXIT.refused : EXIT.internal;
}
