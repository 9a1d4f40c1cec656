import { useCallback, useState } from 'react';

/** Runs what the user asked for, and remembers that it failed until they have seen it. */
export function useAction() {
  const [failed, setFailed] = useState(false);
  const run = useCallback(async (action: () => Promise<void>) => {
    setFailed(false);
    try {
      await action();
    } catch {
      setFailed(true);
    }
  }, []);
  const dismiss = useCallback(() => setFailed(false), []);
  return { failed, run, dismiss };
}
