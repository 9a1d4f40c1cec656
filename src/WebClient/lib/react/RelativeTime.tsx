import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { relativeTime } from '../relativeTime';
import { useHotGigs } from './HotGigsProvider';

/** A moment as "5 min ago" that stays true while it is on screen, and renders only when that changes. */
export function RelativeTime({ value }: { value: string }) {
  const { clock, texts } = useHotGigs();
  const then = useMemo(() => new Date(value), [value]);
  const text = useSyncExternalStore(
    clock.subscribe,
    useCallback(() => relativeTime(then, clock.get(), texts), [then, clock, texts]),
  );
  return (
    <time dateTime={value} title={then.toLocaleString(texts.locale)}>
      {text}
    </time>
  );
}
