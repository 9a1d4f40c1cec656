import { ErrorResponse, UserManager, WebStorageStateStore, type User as Account } from 'oidc-client-ts';
import { sitePath } from '../../lib/react/siteLink';
import { texts } from '../texts';
import { sessionFromToken } from './pastedToken';
import type { Session } from './session';
import { getSignInMethod, type OidcMethod } from './signInMethod';
import { isRefusal, SignInProblem, wordsFor } from './SignInProblem';

/** One of these it takes to do anything here. */
const roles = ['recruiter', 'admin', 'candidate', 'service'];

interface SignedInAtProvider {
  session: Session;
  returnTo: string;
}

/** Sends the user to the provider. Resolves where they come back without an answer, by the browser's own button. */
export async function signInAtProvider(method: OidcMethod, returnTo: string, asAnother: boolean): Promise<void> {
  const users = usersOf(method);
  // Those who never came back leave a request behind.
  await users.clearStaleState();
  await users.signinRedirect({ state: returnTo, ...(asAnother && { prompt: 'login' }) });
}

let finishing: { address: string; result: Promise<SignedInAtProvider> } | undefined;

/** Takes the provider's answer out of the address it sent the user back to. An answer works once, whoever asks for it again. */
export function finishSignIn(address: string): Promise<SignedInAtProvider> {
  if (finishing?.address !== address) finishing = { address, result: finish(address) };
  return finishing.result;
}

async function finish(address: string): Promise<SignedInAtProvider> {
  const method = await getSignInMethod().catch(() => null);
  if (method?.method !== 'oidc') throw new SignInProblem(texts.signIn.serverAway);
  const provider = method.display_name ?? texts.signIn.provider;
  const users = usersOf(method);
  let account: Account;
  try {
    account = await users.signinRedirectCallback(address);
  } catch (error) {
    throw new SignInProblem(wordsFor(error, provider), error instanceof ErrorResponse ? pathOf(error.state) : '/');
  }

  const returnTo = pathOf(account.state);
  const session = sessionOf(account, method);
  const problem = session ? await refusalOf(session, provider) : texts.signIn.notAccepted(provider);
  if (session && problem === null) return { session, returnTo };
  await users.removeUser();
  throw new SignInProblem(problem ?? '', returnTo);
}

/** Another access token for the refresh token of this tab; null where the provider gives none. */
export async function renewAtProvider(): Promise<Session | null> {
  const method = await getSignInMethod();
  if (method.method !== 'oidc') return null;
  const users = usersOf(method);
  try {
    // Without a refresh token the library would try a hidden frame, which browsers no longer let see the provider's cookie.
    const account = (await users.getUser())?.refresh_token ? await users.signinSilent() : null;
    return account && sessionOf(account, method);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await users.removeUser();
    return null;
  }
}

/** What it takes to end a session at the provider, which outlives the session here by a moment. */
export interface ProviderTokens {
  idToken: string | undefined;
  refreshToken: string | undefined;
}

/** Takes back the refresh token, and leaves for the provider's page that ends the session there, where it has them. */
export async function signOutAtProvider({ idToken, refreshToken }: ProviderTokens): Promise<void> {
  const method = await getSignInMethod();
  if (method.method !== 'oidc') return;
  const users = usersOf(method);
  const revocation = await users.metadataService.getRevocationEndpoint();
  if (refreshToken !== undefined && revocation !== undefined) revoke(revocation, method.client_id, refreshToken);
  if (idToken !== undefined && (await users.metadataService.getEndSessionEndpoint()) !== undefined) {
    await users.signoutRedirect({ id_token_hint: idToken });
  }
}

/** By hand, because the library revokes only what it keeps, and here nothing is kept any more. */
function revoke(endpoint: string, clientId: string, token: string): void {
  const body = new URLSearchParams({ client_id: clientId, token, token_type_hint: 'refresh_token' });
  // It arrives although the page is left meanwhile.
  fetch(endpoint, { method: 'POST', body, keepalive: true }).catch(() => undefined);
}

function usersOf({ authority, client_id, scope }: OidcMethod): UserManager {
  // Of this tab alone, as the session is: two tabs can be two people.
  const store = new WebStorageStateStore({ store: window.sessionStorage });
  return new UserManager({
    authority,
    client_id,
    scope,
    redirect_uri: `${location.origin}/sign-in/callback`,
    post_logout_redirect_uri: `${location.origin}/`,
    userStore: store,
    stateStore: store,
    // The session knows better when it needs another token.
    automaticSilentRenew: false,
  });
}

/** The server reads who somebody is from the access token, and so do the pages. Null where it is none that can be read. */
function sessionOf(account: Account, { role_claim }: OidcMethod): Session | null {
  const read = sessionFromToken(account.access_token, role_claim);
  if (!read) return null;
  const { sub, name, email } = read.user;
  return {
    ...read,
    method: 'oidc',
    renewable: account.refresh_token !== undefined,
    // By this machine's own clock, which may be wrong.
    expiresAt: account.expires_at === undefined ? read.expiresAt : new Date(account.expires_at * 1000).toISOString(),
    user: {
      ...read.user,
      name: name === sub ? (account.profile.name ?? name) : name,
      email: email || (account.profile.email ?? ''),
    },
  };
}

/** Why a session is of no use; null where it is. */
async function refusalOf({ token, user }: Session, provider: string): Promise<string | null> {
  if (!user.roles.some((role) => roles.includes(role))) return texts.signIn.noRole(user.name);
  try {
    const { ok, status } = await fetch('/api/notifications/unread-count', { headers: { Authorization: `Bearer ${token}` } });
    if (ok) return null;
    return status === 401 ? texts.signIn.notAccepted(provider) : texts.signIn.serverAway;
  } catch {
    return texts.signIn.serverAway;
  }
}

/** What was kept could have been changed. */
function pathOf(state: unknown): string {
  return (typeof state === 'string' ? sitePath(state) : null) ?? '/';
}
