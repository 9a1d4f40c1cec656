import type { Texts } from './texts/en';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "5 min ago", as a colleague would say it; a date once that says more. A clock that is behind counts as now. */
export function relativeTime(then: Date, now: Date, texts: Texts): string {
  const age = now.getTime() - then.getTime();
  if (age < minute) return texts.time.justNow;
  if (age < hour) return texts.time.minutes(Math.floor(age / minute));
  if (age < day) return texts.time.hours(Math.floor(age / hour));
  if (age < 2 * day) return texts.time.yesterday;
  if (age < 7 * day) return texts.time.days(Math.floor(age / day));
  const sameYear = then.getFullYear() === now.getFullYear();
  return then.toLocaleDateString(texts.locale, { day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' });
}
