import { useEffect, useEffectEvent } from 'react';
import type { Notification } from '../client/notification';
import { useHotGigs } from './HotGigsProvider';

/** Calls back for notifications as they come in. */
export function useArrivals(onArrival: (arrived: readonly Notification[]) => void): void {
  const { client } = useHotGigs();
  const listener = useEffectEvent(onArrival);
  useEffect(() => client.onArrival((arrived) => listener(arrived)), [client]);
}
