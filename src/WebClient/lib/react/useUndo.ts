import { useCallback, useEffect, useState } from 'react';
import type { Notification } from '../client/notification';

/** Well within the time that the server allows, and long enough to notice a slip. */
const offeredMs = 10_000;

/** What was deleted last, for as long as undoing it is offered. */
export function useUndo() {
  const [removed, setRemoved] = useState<Notification | null>(null);

  useEffect(() => {
    if (removed === null) return;
    const timer = setTimeout(() => setRemoved(null), offeredMs);
    return () => clearTimeout(timer);
  }, [removed]);

  const offer = useCallback((notification: Notification) => setRemoved(notification), []);
  const withdraw = useCallback(() => setRemoved(null), []);
  return { removed, offer, withdraw };
}
