import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useHotGigs } from './HotGigsProvider';

/** In a storm, what is read aloud is the latest count, and not each arrival. */
const pauseMs = 2_000;

/** Tells those who listen to the page when there is more to read. Decreases are their own doing: silent. */
export function LiveAnnouncer() {
  const { client, texts } = useHotGigs();
  const snapshot = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const before = useRef<{ count: number; newest: string | undefined } | null>(null);
  const quietUntil = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [message, setMessage] = useState('');

  useEffect(() => {
    if (!snapshot.state.loaded) return;
    const count = snapshot.unreadCount;
    const newest = snapshot.notifications[0];
    const last = before.current;
    before.current = { count, newest: newest?.id };
    if (!last || count <= last.count) return;
    const say = (text: string) => {
      quietUntil.current = Date.now() + pauseMs;
      setMessage(text);
    };
    clearTimeout(waiting.current);
    const pause = quietUntil.current - Date.now();
    if (pause > 0) {
      waiting.current = setTimeout(() => say(texts.unreadNow(count)), pause);
      return;
    }
    const isArrival = newest !== undefined && newest.id !== last.newest && !newest.is_read;
    say(isArrival ? texts.arrived(newest.title, count) : texts.unreadNow(count));
  }, [snapshot, texts]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  return (
    <div role="status" aria-live="polite" className="hg-visually-hidden" data-testid="live-announcer">
      {message}
    </div>
  );
}
