import { providerTokens } from './providerTokens';
import type { SessionStore } from './session';

/** Ends the session here at once, and then at the provider, where it has one. */
export async function signOut(sessions: SessionStore): Promise<void> {
  const { session } = sessions.state.get();
  const tokens = providerTokens(window.sessionStorage);
  sessions.signOut();
  if (session?.method !== 'oidc') return;
  // Whoever cannot be reached cannot be told; here the session is over.
  await import('./oidc').then(({ signOutAtProvider }) => signOutAtProvider(tokens)).catch(() => undefined);
}
