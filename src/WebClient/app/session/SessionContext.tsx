import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SessionState, SessionStore } from './session';

export const SessionContext = createContext<SessionStore | null>(null);

export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (!store) throw new Error('This component needs a session store above it.');
  return store;
}

export function useSession(): SessionState {
  const { state } = useSessionStore();
  return useSyncExternalStore(state.subscribe, state.get);
}
