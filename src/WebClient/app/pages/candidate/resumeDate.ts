import { texts } from '../../texts';

/** "2021-03" as "Mar 2021"; what is no such date stays as it was written. */
export function resumeDate(value: string | null): string | null {
  const month = value?.match(/^(\d{4})-(\d{2})/);
  if (!value || !month) return value;
  const date = new Date(Number(month[1]), Number(month[2]) - 1);
  return date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric' });
}

export function period(start: string | null, end: string | null, current: boolean): string {
  const until = current ? texts.candidate.present : resumeDate(end);
  return [resumeDate(start), until].filter(Boolean).join(' – ');
}
