import type { Words } from '../words/words.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;
const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** `26 分钟前`, `今天 09:34`, `昨天 17:20`, `11 月 18 日`, in the clock of the machine that runs the studio. */
export function ago(iso: string, now: Date, words: Words): string {
  const at = new Date(iso);
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return words.time.justNow;
  if (minutes < 60) return words.time.minutesAgo(minutes);
  if (sameDay(at, now)) return words.time.today(clock(at));
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (sameDay(at, yesterday)) return words.time.yesterday(clock(at));
  return words.time.day(at.getMonth() + 1, at.getDate());
}

/** A length of time as people say it: exact to the second, or rounded for an estimate. */
export function lasting(seconds: number, words: Words, rounded = false): string {
  if (seconds < 1) return words.time.underSecond;
  const whole = Math.round(seconds);
  if (whole < 60) return words.time.seconds(whole);
  const minutes = rounded ? Math.round(whole / 60) : Math.floor(whole / 60);
  if (minutes >= 60) return words.time.hours(Math.floor(minutes / 60), minutes % 60);
  return rounded || whole % 60 === 0 ? words.time.minutes(minutes) : words.time.minutesSeconds(minutes, whole % 60);
}

/** `24 KB`, `61 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1e6).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`;
}

/** Minutes and seconds on a film: `1:38`. */
export const timecode = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`;
