import type { SessionStore } from './session';

/** Ends the session here, and then at the provider, where it has one. */
export async function signOut(sessions: SessionStore): Promise<void> {
  const { session } = sessions.state.get();
  sessions.signOut();
  if (session?.method !== 'oidc') return;
  const { signOutAtProvider } = await import('./oidc');
  // Whoever cannot be reached cannot be told; here the session is over.
  await signOutAtProvider().catch(() => undefined);
}
