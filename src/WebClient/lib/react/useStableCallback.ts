import { useInsertionEffect, useRef, useState } from 'react';

/** A callback that stays the same from render to render and does what the latest one does: for rows that render only when they change. */
export function useStableCallback<A extends unknown[], R>(callback: (...args: A) => R): (...args: A) => R {
  const latest = useRef(callback);
  useInsertionEffect(() => {
    latest.current = callback;
  });
  const [stable] = useState(() => (...args: A) => latest.current(...args));
  return stable;
}
