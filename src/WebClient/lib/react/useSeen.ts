import { useEffect, useSyncExternalStore } from 'react';
import { useHotGigs } from './HotGigsProvider';

const settleMs = 1_000;

/** Tells the server that what arrives in an open list is seen, a moment after it came. */
export function useSeen(isOpen: boolean): void {
  const { client } = useHotGigs();
  const { notifications } = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const newestUnseen = notifications.reduce((newest, { is_seen, seq }) => (is_seen ? newest : Math.max(newest, seq)), 0);

  useEffect(() => {
    if (!isOpen || newestUnseen === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellSoon = () => {
      clearTimeout(timer);
      // Nobody sees what comes to a tab in the background.
      if (document.visibilityState !== 'visible') return;
      // Only a statistic: not worth telling the user when it fails.
      timer = setTimeout(() => client.markSeen().catch(() => undefined), settleMs);
    };
    tellSoon();
    document.addEventListener('visibilitychange', tellSoon);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tellSoon);
    };
  }, [client, isOpen, newestUnseen]);
}
