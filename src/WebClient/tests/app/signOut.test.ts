import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finishSignIn } from '../../app/session/oidc';
import { SessionStore, type Session } from '../../app/session/session';
import { signOut } from '../../app/session/signOut';
import { FakeBackend, problem } from '../support/fakeBackend';
import { rita } from '../support/render';

const authority = 'https://login.example.com';
const userKey = `oidc.user:${authority}:pages`;
const session: Session = { user: rita, token: 'access', expiresAt: null, method: 'oidc', renewable: true };

describe('signing out of a session at a provider', () => {
  let backend: FakeBackend;
  let sessions: SessionStore;
  const answer = (path: string, endpoints: object) =>
    backend.on(`GET ${path}`, () => Response.json({ issuer: authority, authorization_endpoint: `${authority}/authorize`, ...endpoints }));

  beforeEach(() => {
    backend = new FakeBackend();
    backend.on('GET /api/sign-in', () =>
      Response.json({ method: 'oidc', authority, client_id: 'pages', scope: 'openid offline_access', display_name: null, role_claim: 'role' }),
    );
    backend.on('POST /revoke', () => new Response());
    vi.stubGlobal('fetch', backend.fetch);
    sessions = new SessionStore(window.sessionStorage, () => Promise.resolve(null));
    sessions.signIn(session);
    sessionStorage.setItem(userKey, JSON.stringify({ id_token: 'the id', refresh_token: 'the refresh' }));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('takes the tokens out of the browser at once, and has the provider take the refresh token back', async () => {
    answer('/.well-known/openid-configuration', { revocation_endpoint: `${authority}/revoke` });
    const done = signOut(sessions);
    expect(sessionStorage).toHaveLength(0);
    await done;
    const [revocation] = backend.requestsTo('POST /revoke');
    expect(Object.fromEntries(revocation!.body as URLSearchParams)).toEqual({
      client_id: 'pages',
      token: 'the refresh',
      token_type_hint: 'refresh_token',
    });
    expect(sessionStorage).toHaveLength(0);
  });

  it('is over here although neither the server nor the provider can be reached', async () => {
    backend.on('GET /api/sign-in', () => problem(503, 'Down.'));
    await signOut(sessions);
    expect(sessions.state.get().session).toBeNull();
    expect(sessionStorage).toHaveLength(0);
    expect(backend.requestsTo('POST /revoke')).toHaveLength(0);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 7])('leads to no other site after an answer: %s', async (state) => {
    const kept = { id: 'abc', data: state, created: Math.floor(Date.now() / 1000), request_type: 'si:r', authority, client_id: 'pages', redirect_uri: 'x', scope: 'openid' };
    sessionStorage.setItem('oidc.abc', JSON.stringify(kept));
    await expect(finishSignIn(`${location.origin}/sign-in/callback?error=access_denied&state=abc&of=${String(state)}`)).rejects.toMatchObject({
      returnTo: '/',
    });
  });

  it('leads back to where they were going after an answer', async () => {
    const kept = { id: 'abc', data: '/jobs?page=2', created: Math.floor(Date.now() / 1000), request_type: 'si:r', authority, client_id: 'pages', redirect_uri: 'x', scope: 'openid' };
    sessionStorage.setItem('oidc.abc', JSON.stringify(kept));
    await expect(finishSignIn(`${location.origin}/sign-in/callback?error=access_denied&state=abc`)).rejects.toMatchObject({
      returnTo: '/jobs?page=2',
    });
  });
});
