import type { Session } from './session';

interface Claims {
  sub?: string;
  name?: string;
  email?: string;
  exp?: number;
  [claim: string]: unknown;
}

/**
 * Reads who an access token is for; null if it is not one. Whether it is genuine is for the server to say.
 * @param roleClaim Where it holds the roles.
 */
export function sessionFromToken(text: string, roleClaim: string): Session | null {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const claims = readClaims(token);
  if (!claims?.sub) return null;
  return {
    token,
    method: 'token',
    renewable: false,
    expiresAt: claims.exp === undefined ? null : new Date(claims.exp * 1000).toISOString(),
    user: {
      sub: claims.sub,
      name: claims.name ?? claims.sub,
      email: claims.email ?? '',
      roles: [claims[roleClaim] ?? []].flat().map(String),
    },
  };
}

function readClaims(token: string): Claims | null {
  const [, payload, signature] = token.split('.');
  if (!payload || !signature) return null;
  try {
    const binary = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  } catch {
    return null;
  }
}
