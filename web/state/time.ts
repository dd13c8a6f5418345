/** Texts of the namespace `common`, by whichever translator the caller has. */
export type CommonWords = (key: never, values?: never) => string;
type Say = (key: string, values?: Record<string, string | number>) => string;

const two = (value: number): string => String(value).padStart(2, '0');

interface Parts {
  readonly day: string;
  readonly month: number;
  readonly date: number;
  readonly clock: string;
}

/** Calendar and clock of an instant in the hospital's time zone. */
export function partsOf(at: Date, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    month: Number(part.month),
    date: Number(part.day),
    clock: `${part.hour}:${part.minute}`,
  };
}

/** `09:34` in the hospital's time zone. */
export const clockOf = (iso: string, timeZone: string): string => partsOf(new Date(iso), timeZone).clock;

/** `26 分钟前`, `今天 09:34`, `昨天 17:20`, `11 月 18 日`. */
export function ago(iso: string, now: Date, timeZone: string, words: CommonWords): string {
  const t = words as unknown as Say;
  const at = new Date(iso);
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return t('time.justNow');
  if (minutes < 60) return t('time.minutesAgo', { count: minutes });
  const then = partsOf(at, timeZone);
  if (then.day === partsOf(now, timeZone).day) return t('time.today', { clock: then.clock });
  if (then.day === partsOf(new Date(now.getTime() - 86_400_000), timeZone).day)
    return t('time.yesterday', { clock: then.clock });
  return t('time.day', { month: then.month, day: then.date });
}

/** A length of time as people say it: exact to the second, or rounded for an estimate. */
export function lasting(seconds: number, words: CommonWords, rounded = false): string {
  const t = words as unknown as Say;
  if (seconds < 1) return t('time.underSecond');
  const whole = Math.round(seconds);
  if (whole < 60) return t('time.seconds', { count: whole });
  const minutes = rounded ? Math.round(whole / 60) : Math.floor(whole / 60);
  if (minutes >= 60) return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return rounded || whole % 60 === 0
    ? t('time.minutes', { count: minutes })
    : t('time.minutesSeconds', { minutes, seconds: whole % 60 });
}

/** `24 KB`, `61 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1e6).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`;
}

/** Minutes and seconds on a film: `1:38`. */
export const timecode = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`;

/** Below this an estimate is no news. */
const SOON_S = 5;

/** How long still, rounded; null where there is no basis for it or it is over in a moment. */
export const remaining = (seconds: number | null, words: CommonWords): string | null =>
  seconds === null || seconds < SOON_S ? null : lasting(seconds, words, true);
