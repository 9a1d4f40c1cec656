import { useSyncExternalStore } from 'react';
import type { ConnectionSnapshot } from '../client/connection';
import { useHotGigs } from './HotGigsProvider';

export interface ConnectionView {
  /** What a user needs to know. */
  state: 'live' | 'connecting' | 'offline';
  reason: ConnectionSnapshot['reason'];
  reconnect: () => void;
}

const states = { idle: 'connecting', connecting: 'connecting', live: 'live', disconnected: 'offline' } as const;

export function useConnection(): ConnectionView {
  const { client } = useHotGigs();
  const { status, reason } = useSyncExternalStore(client.connection.subscribe, client.connection.get);
  return { state: states[status], reason, reconnect: () => client.reconnect() };
}
