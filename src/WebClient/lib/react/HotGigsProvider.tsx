import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { NotificationClient } from '../client/notificationClient';
import { Clock } from './clock';

interface HotGigsContextValue {
  client: NotificationClient;
  clock: Clock;
}

const HotGigsContext = createContext<HotGigsContextValue | null>(null);

/** Connects while it is mounted. The client is the caller's: one per signed-in user. */
export function HotGigsProvider({ client, children }: { client: NotificationClient; children: ReactNode }) {
  const [clock] = useState(() => new Clock());
  useEffect(() => {
    client.start();
    return () => client.stop();
  }, [client]);
  return <HotGigsContext value={{ client, clock }}>{children}</HotGigsContext>;
}

export function useHotGigs(): HotGigsContextValue {
  const value = useContext(HotGigsContext);
  if (!value) throw new Error('This component needs a <HotGigsProvider> above it.');
  return value;
}
