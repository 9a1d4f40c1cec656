import { useRef, useState, useSyncExternalStore, useEffect } from 'react';
import { useHotGigs } from './HotGigsProvider';

/** Tells those who listen to the page when there is more to read. Decreases are their own doing: silent. */
export function LiveAnnouncer() {
  const { client, texts } = useHotGigs();
  const snapshot = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const before = useRef<{ count: number; newest: string | undefined } | null>(null);
  const [message, setMessage] = useState('');

  useEffect(() => {
    if (!snapshot.state.loaded) return;
    const count = snapshot.unreadCount;
    const newest = snapshot.notifications[0];
    const last = before.current;
    before.current = { count, newest: newest?.id };
    if (!last || count <= last.count) return;
    const isArrival = newest !== undefined && newest.id !== last.newest && !newest.is_read;
    setMessage(isArrival ? texts.arrived(newest.title, count) : texts.unreadNow(count));
  }, [snapshot, texts]);

  return (
    <div role="status" aria-live="polite" className="hg-visually-hidden" data-testid="live-announcer">
      {message}
    </div>
  );
}
