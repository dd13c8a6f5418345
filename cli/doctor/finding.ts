/** What the doctor says of one part. */
export interface Finding {
  readonly part: string;
  /** `ok`; `missing`: nothing works without it; `warning`: works, but look at it; `absent`: optional and not there. */
  readonly state: 'ok' | 'missing' | 'warning' | 'absent';
  readonly version: string | null;
  /** Where it is or came from. */
  readonly from: string | null;
  /** What to do, when there is something to do. */
  readonly advice: { readonly zh: string; readonly en: string } | null;
}

export const ok = (part: string, version: string | null, from: string | null): Finding => ({
  part,
  state: 'ok',
  version,
  from,
  advice: null,
});

export const trouble = (
  part: string,
  state: 'missing' | 'warning' | 'absent',
  advice: { zh: string; en: string },
  version: string | null = null,
  from: string | null = null,
): Finding => ({ part, state, version, from, advice });

export const SETUP_ADVICE = { zh: '运行 npm run setup。', en: 'Run npm run setup.' };
