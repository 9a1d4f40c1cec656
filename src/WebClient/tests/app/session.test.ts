import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionFromToken } from '../../app/session/pastedToken';
import { SessionStore, type Session, type User } from '../../app/session/session';
import { rita } from '../support/render';

const session = (token: string, overrides: Partial<Session> = {}): Session => ({
  user: rita,
  token,
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  renewable: true,
  ...overrides,
});

describe('a session', () => {
  const renew = vi.fn<(user: User) => Promise<Session>>();
  let sessions: SessionStore;

  beforeEach(() => {
    renew.mockReset().mockImplementation(() => Promise.resolve(session('new')));
    sessions = new SessionStore(window.sessionStorage, renew);
  });

  it('survives a reload', () => {
    sessions.signIn(session('a'));
    const reloaded = new SessionStore(window.sessionStorage, renew);
    expect(reloaded.state.get().session?.token).toBe('a');
  });

  it('gives its token as long as it lasts', async () => {
    sessions.signIn(session('a'));
    expect(await sessions.token({ renew: false })).toBe('a');
    expect(renew).not.toHaveBeenCalled();
  });

  it('renews a token that is about to expire', async () => {
    sessions.signIn(session('a', { expiresAt: new Date(Date.now() + 10_000).toISOString() }));
    expect(await sessions.token({ renew: false })).toBe('new');
    expect(renew).toHaveBeenCalledWith(rita);
  });

  it('renews once for all who ask at the same moment', async () => {
    sessions.signIn(session('a'));
    expect(await Promise.all([sessions.token({ renew: true }), sessions.token({ renew: true })])).toEqual(['new', 'new']);
    expect(renew).toHaveBeenCalledOnce();
  });

  it('ends when its token cannot be renewed', async () => {
    sessions.signIn(session('a', { renewable: false }));
    expect(await sessions.token({ renew: true })).toBeNull();
    expect(sessions.state.get()).toEqual({ session: null, ended: true });
  });

  it('does not come back when the user signed out meanwhile', async () => {
    sessions.signIn(session('a'));
    const token = sessions.token({ renew: true });
    sessions.signOut();
    expect(await token).toBeNull();
    expect(sessions.state.get().session).toBeNull();
  });

  it('is over after signing out', async () => {
    sessions.signIn(session('a'));
    sessions.signOut();
    expect(await sessions.token({ renew: false })).toBeNull();
    expect(window.sessionStorage.length).toBe(0);
  });
});

describe('a pasted token', () => {
  const encode = (claims: object) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims))))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const token = (claims: object) => `head.${encode(claims)}.signature`;

  it('says who it is for', () => {
    const text = token({ sub: 'u1', name: 'Zoë Müller', email: 'z@example.com', role: 'recruiter', exp: 2_000_000_000 });
    expect(sessionFromToken(` Bearer ${text} `)).toEqual({
      token: text,
      renewable: false,
      expiresAt: '2033-05-18T03:33:20.000Z',
      user: { sub: 'u1', name: 'Zoë Müller', email: 'z@example.com', roles: ['recruiter'] },
    });
  });

  it('takes one role or many', () => {
    expect(sessionFromToken(token({ sub: 'u', role: ['admin', 'recruiter'] }))?.user.roles).toEqual(['admin', 'recruiter']);
    expect(sessionFromToken(token({ sub: 'u' }))?.user.roles).toEqual([]);
  });

  it.each(['', 'hello', 'a.b.c', `head.${encode({ name: 'nobody' })}.signature`])('is refused when it is not one: %s', (text) => {
    expect(sessionFromToken(text)).toBeNull();
  });
});
