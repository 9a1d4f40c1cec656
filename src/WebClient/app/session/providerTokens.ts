import type { ProviderTokens } from './oidc';

/** The tokens of a session at a provider, from where the sign-in library keeps them; the library itself need not be there. */
export function providerTokens(storage: Storage): ProviderTokens {
  const key = Object.keys(storage).find((one) => one.startsWith('oidc.user:'));
  try {
    const kept = JSON.parse((key && storage.getItem(key)) || '{}') as { id_token?: string; refresh_token?: string };
    return { idToken: kept.id_token, refreshToken: kept.refresh_token };
  } catch {
    return { idToken: undefined, refreshToken: undefined };
  }
}
