import { useCallback, useEffect, useState } from 'react';

export interface Undoable {
  /** What was done, in words. */
  what: string;
  /** The one that it was done to; absent where it was many. */
  notificationId?: string;
  takeBack: () => Promise<void>;
}

/** Well within the time that the server allows, and long enough to notice a slip. */
const offeredMs = 10_000;

/** What was done last, for as long as undoing it is offered. */
export function useUndo() {
  const [undoable, setUndoable] = useState<Undoable | null>(null);

  useEffect(() => {
    if (undoable === null) return;
    const timer = setTimeout(() => setUndoable(null), offeredMs);
    return () => clearTimeout(timer);
  }, [undoable]);

  const offer = useCallback((offered: Undoable) => {
    setUndoable(offered);
    return offered;
  }, []);
  /** One that has been replaced is no longer offered, and stays so. */
  const withdraw = useCallback((offered?: Undoable) => {
    setUndoable((current) => (offered === undefined || current === offered ? null : current));
  }, []);
  return { undoable, offer, withdraw };
}
