import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Notification } from '../client/notification';
import { useHotGigs } from './HotGigsProvider';

/**
 * Keeps arrivals back while somebody is at the list, with the pointer, the keyboard or scrolled down: what is under
 * their cursor must not move. They come in when the reader leaves, or asks.
 */
export function useHeldArrivals(notifications: readonly Notification[]) {
  const list = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const [engaged, setEngaged] = useState({ pointer: false, focus: false, below: false });
  /** The feed's position up to which all is let through; none are held while nobody is there. */
  const [heldAbove, setHeldAbove] = useState<number | null>(null);
  const { client } = useHotGigs();
  const { state } = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const isEngaged = engaged.pointer || engaged.focus || engaged.below;

  if (isEngaged && heldAbove === null && state.loaded) setHeldAbove(state.seq);
  if (!isEngaged && heldAbove !== null) setHeldAbove(null);

  useEffect(() => {
    if (!top.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) =>
      setEngaged((before) => ({ ...before, below: entry !== undefined && !entry.isIntersecting })),
    );
    observer.observe(top.current);
    return () => observer.disconnect();
  }, []);

  const limit = heldAbove ?? Infinity;
  const shown = useMemo(() => notifications.filter(({ seq }) => seq <= limit), [notifications, limit]);
  const release = () => {
    setHeldAbove(state.seq);
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const handlers = {
    onPointerEnter: () => setEngaged((before) => ({ ...before, pointer: true })),
    onPointerLeave: () => setEngaged((before) => ({ ...before, pointer: false })),
    onFocus: () => setEngaged((before) => ({ ...before, focus: true })),
    onBlur: (event: { relatedTarget: EventTarget | null }) => {
      const staysInside = event.relatedTarget instanceof Node && list.current?.contains(event.relatedTarget);
      setEngaged((before) => ({ ...before, focus: Boolean(staysInside) }));
    },
  };
  return { list, top, handlers, shown, heldCount: notifications.length - shown.length, release };
}
