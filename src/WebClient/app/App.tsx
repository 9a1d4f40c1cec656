import { useSyncExternalStore } from 'react';
import { SessionContext } from './session/SessionContext';
import type { SessionStore } from './session/session';
import { SignedIn } from './SignedIn';
import { SignedOut } from './SignedOut';

export function App({ sessions }: { sessions: SessionStore }) {
  const { session } = useSyncExternalStore(sessions.state.subscribe, sessions.state.get);
  return (
    <SessionContext value={sessions}>
      {/* Keyed by user: nothing of one person's session is left for the next. */}
      {session ? <SignedIn key={session.user.sub} user={session.user} /> : <SignedOut />}
    </SessionContext>
  );
}
