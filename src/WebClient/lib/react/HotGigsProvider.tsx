import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { NotificationClient } from '../client/notificationClient';
import { en, type Texts } from '../texts/en';
import { Clock } from './clock';
import type { Parts } from './parts';
import { UndoStack } from './undoStack';

interface HotGigsContextValue {
  client: NotificationClient;
  clock: Clock;
  texts: Texts;
  parts: Parts;
  undos: UndoStack;
}

export interface HotGigsProviderProps {
  /** The caller's: one per signed-in user. */
  client: NotificationClient;
  /** The language of the components: English unless said. */
  texts?: Texts;
  /** Components of your own in place of ours. */
  parts?: Parts;
  children: ReactNode;
}

const HotGigsContext = createContext<HotGigsContextValue | null>(null);
const noParts: Parts = {};

/** Connects while it is mounted. */
export function HotGigsProvider({ client, texts = en, parts = noParts, children }: HotGigsProviderProps) {
  const [clock] = useState(() => new Clock());
  const [undos] = useState(() => new UndoStack());
  useEffect(() => {
    client.start();
    return () => client.stop();
  }, [client]);
  const value = useMemo(() => ({ client, clock, texts, parts, undos }), [client, clock, texts, parts, undos]);
  return <HotGigsContext value={value}>{children}</HotGigsContext>;
}

export function useHotGigs(): HotGigsContextValue {
  const value = useContext(HotGigsContext);
  if (!value) throw new Error('This component needs a <HotGigsProvider> above it.');
  return value;
}
