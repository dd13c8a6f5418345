import { type CommonWords, partsOf } from './time.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** An instant to the second: `10:21:36` today, `昨天 17:45:02`, `11 月 18 日 09:03:14`. */
export function momentOf(iso: string, now: Date, timeZone: string, words: CommonWords): string {
  const t = words as unknown as Say;
  const at = new Date(iso);
  const then = partsOf(at, timeZone);
  const clock = `${then.clock}:${String(at.getUTCSeconds()).padStart(2, '0')}`;
  if (then.day === partsOf(now, timeZone).day) return clock;
  if (then.day === partsOf(new Date(now.getTime() - 86_400_000), timeZone).day) return t('time.yesterday', { clock });
  return t('time.dayClock', { month: then.month, day: then.date, clock });
}
