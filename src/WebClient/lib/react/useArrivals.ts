import { useEffect, useEffectEvent } from 'react';
import type { ArrivalListener } from '../client/notificationClient';
import { useHotGigs } from './HotGigsProvider';

/** Calls back for notifications as they come in. */
export function useArrivals(onArrival: ArrivalListener): void {
  const { client } = useHotGigs();
  const listener = useEffectEvent(onArrival);
  useEffect(() => client.onArrival((arrived, isLive) => listener(arrived, isLive)), [client]);
}
