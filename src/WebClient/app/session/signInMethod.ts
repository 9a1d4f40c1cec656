import { errorFrom } from '../../lib/react';

/** How people sign in to this server. */
export type SignInMethod = {
  /** The claim that holds the roles in a token. */
  role_claim: string;
} & (Oidc | { method: 'development' | 'token' });

interface Oidc {
  method: 'oidc';
  authority: string;
  client_id: string;
  scope: string;
  /** What people call the provider. */
  display_name: string | null;
}

export type OidcMethod = Extract<SignInMethod, Oidc>;

export async function getSignInMethod(): Promise<SignInMethod> {
  const response = await fetch('/api/sign-in');
  if (!response.ok) throw await errorFrom(response);
  return (await response.json()) as SignInMethod;
}
