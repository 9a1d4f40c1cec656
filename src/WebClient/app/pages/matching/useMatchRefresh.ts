import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useArrivals } from '../../../lib/react';

/** A job that is posted may bring hundreds of matches within seconds, to everyone who looks. */
const pauseMs = 5_000;

/** Has what shows matches read again when a `match_found` comes in: at once, and then once in a while. */
export function useMatchRefresh(queryKey: QueryKey): void {
  const queries = useQueryClient();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; isDue: boolean } | null>(null);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey });
    const timer = setTimeout(() => {
      const isDue = waiting.current?.isDue ?? false;
      waiting.current = null;
      if (isDue) refresh();
    }, pauseMs);
    waiting.current = { timer, isDue: false };
  };
  useArrivals((arrived) => {
    if (!arrived.some(({ type }) => type === 'match_found')) return;
    if (waiting.current) waiting.current.isDue = true;
    else refresh();
  });
  useEffect(
    () => () => {
      clearTimeout(waiting.current?.timer);
      waiting.current = null;
    },
    [],
  );
}
