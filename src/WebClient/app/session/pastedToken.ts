import type { Session } from './session';

interface Claims {
  sub?: string;
  name?: string;
  email?: string;
  role?: string | string[];
  exp?: number;
}

/** Reads who a pasted access token is for; null if it is not one. Whether it is genuine is for the server to say. */
export function sessionFromToken(text: string): Session | null {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const claims = readClaims(token);
  if (!claims?.sub) return null;
  return {
    token,
    renewable: false,
    expiresAt: claims.exp === undefined ? null : new Date(claims.exp * 1000).toISOString(),
    user: {
      sub: claims.sub,
      name: claims.name ?? claims.sub,
      email: claims.email ?? '',
      roles: [claims.role ?? []].flat(),
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
