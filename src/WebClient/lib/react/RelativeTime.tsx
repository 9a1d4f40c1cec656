import { useSyncExternalStore } from 'react';
import { relativeTime } from '../relativeTime';
import { useHotGigs } from './HotGigsProvider';

/** A moment as "5 min ago" that stays true while it is on screen. */
export function RelativeTime({ value }: { value: string }) {
  const { clock, texts } = useHotGigs();
  const now = useSyncExternalStore(clock.subscribe, clock.get);
  const then = new Date(value);
  return (
    <time dateTime={value} title={then.toLocaleString(texts.locale)}>
      {relativeTime(then, now, texts)}
    </time>
  );
}
