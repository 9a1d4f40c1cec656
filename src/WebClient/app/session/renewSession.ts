import { signInAsDemoUser } from './devSignIn';
import type { Renewal } from './session';

/** Asks whoever issued a session's token for another one. */
export const renewSession: Renewal = async (session) => {
  if (session.method === 'development') return signInAsDemoUser(session.user);
  // What most pages of a session never need is loaded when it is.
  const { renewAtProvider } = await import('./oidc');
  return renewAtProvider();
};
