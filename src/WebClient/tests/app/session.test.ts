import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionFromToken } from '../../app/session/pastedToken';
import { SessionStore, type Renewal, type Session } from '../../app/session/session';
import { kim, rita } from '../support/render';

const session = (token: string, overrides: Partial<Session> = {}): Session => ({
  user: rita,
  token,
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  method: 'development',
  renewable: true,
  ...overrides,
});

describe('a session', () => {
  const renew = vi.fn<Renewal>();
  let sessions: SessionStore;

  beforeEach(() => {
    renew.mockReset().mockImplementation(() => Promise.resolve(session('new')));
    sessions = new SessionStore(window.sessionStorage, renew);
    localStorage.clear();
  });

  it('survives a reload', () => {
    sessions.signIn(session('a'));
    const reloaded = new SessionStore(window.sessionStorage, renew);
    expect(reloaded.state.get().session?.token).toBe('a');
  });

  it('is none where what was stored cannot be read', () => {
    window.sessionStorage.setItem('hotgigs.session', '{"user":');
    expect(new SessionStore(window.sessionStorage, renew).state.get().session).toBeNull();
    expect(window.sessionStorage.getItem('hotgigs.session')).toBeNull();
  });

  it('gives its token as long as it lasts', async () => {
    sessions.signIn(session('a'));
    expect(await sessions.token({ renew: false })).toBe('a');
    expect(renew).not.toHaveBeenCalled();
  });

  it('renews a token that is about to expire', async () => {
    sessions.signIn(session('a', { expiresAt: new Date(Date.now() + 10_000).toISOString() }));
    expect(await sessions.token({ renew: false })).toBe('new');
    expect(renew).toHaveBeenCalledWith(expect.objectContaining({ token: 'a', user: rita }));
  });

  it('renews once for all who ask at the same moment', async () => {
    sessions.signIn(session('a'));
    expect(await Promise.all([sessions.token({ renew: true }), sessions.token({ renew: true })])).toEqual(['new', 'new']);
    expect(renew).toHaveBeenCalledOnce();
  });

  it('ends when its token cannot be renewed', async () => {
    sessions.signIn(session('a', { renewable: false }));
    expect(await sessions.token({ renew: true })).toBeNull();
    expect(sessions.state.get()).toMatchObject({ session: null, ended: true });
  });

  it('ends when whoever issued its token gives no other', async () => {
    renew.mockResolvedValue(null);
    sessions.signIn(session('a'));
    expect(await sessions.token({ renew: true })).toBeNull();
    expect(sessions.state.get()).toMatchObject({ session: null, ended: true });
  });

  it('lives on while its token lasts and the other one cannot be had', async () => {
    renew.mockRejectedValue(new TypeError('Failed to fetch'));
    sessions.signIn(session('a', { expiresAt: new Date(Date.now() + 10_000).toISOString() }));
    expect(await sessions.token({ renew: false })).toBe('a');
    await expect(sessions.token({ renew: true })).rejects.toThrow('Failed to fetch');
    expect(sessions.state.get().session?.token).toBe('a');
  });

  it('does not come back when the user signed out meanwhile', async () => {
    sessions.signIn(session('a'));
    const token = sessions.token({ renew: true });
    sessions.signOut();
    expect(await token).toBeNull();
    expect(sessions.state.get().session).toBeNull();
  });

  it('is over after signing out, and leaves nothing of the user or their tokens in the browser', async () => {
    fillStorages();
    sessions.signIn(session('a'));
    sessions.signOut();
    expect(await sessions.token({ renew: false })).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual(['hotgigs.uploads.kim']);
    expect(Object.keys(localStorage).toSorted()).toEqual(['hotgigs.imports.kim', 'hotgigs.imports.the.rita', 'theme']);
  });

  it('that ends by itself leaves nothing either', async () => {
    fillStorages();
    sessions.signIn(session('a', { method: 'oidc', renewable: false }));
    expect(await sessions.token({ renew: true })).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual(['hotgigs.uploads.kim']);
  });

  it('that ends while the provider renews it leaves no tokens that come too late', async () => {
    const late = deferred<Session | null>();
    renew.mockReturnValue(late.promise);
    sessions.signIn(session('a', { method: 'oidc' }));
    const token = sessions.token({ renew: true });
    sessions.signOut();
    sessionStorage.setItem('oidc.user:https://login.example.com:pages', '{"refresh_token":"late"}');
    late.resolve(session('late'));
    expect(await token).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not wait for what the one before it asked for', async () => {
    const hanging = deferred<Session | null>();
    renew.mockReturnValueOnce(hanging.promise).mockResolvedValueOnce(session('new of kim', { user: kim }));
    sessions.signIn(session('a'));
    const ofRita = sessions.token({ renew: true });
    sessions.signOut();
    sessions.signIn(session('b', { user: kim }));
    expect(await sessions.token({ renew: true })).toBe('new of kim');
    hanging.resolve(session('late'));
    expect(await ofRita).toBeNull();
    expect(sessions.state.get().session?.token).toBe('new of kim');
  });

  it('gives its token to nobody who asks for another user', async () => {
    const ofRita = sessions.tokenOf('rita');
    sessions.signIn(session('a'));
    expect(await ofRita({ renew: false })).toBe('a');
    sessions.signOut();
    expect(await ofRita({ renew: false })).toBeNull();
    sessions.signIn(session('b', { user: kim }));
    expect(await ofRita({ renew: false })).toBeNull();
    expect(await ofRita({ renew: true })).toBeNull();
    expect(renew).not.toHaveBeenCalled();
  });
});

function fillStorages(): void {
  sessionStorage.setItem('oidc.user:https://login.example.com:pages', '{"id_token":"i","refresh_token":"r"}');
  sessionStorage.setItem('oidc.0123', '{"code_verifier":"v"}');
  for (const sub of ['rita', 'kim']) sessionStorage.setItem(`hotgigs.uploads.${sub}`, '[]');
  for (const sub of ['rita', 'kim', 'the.rita']) localStorage.setItem(`hotgigs.imports.${sub}`, '[{"label":"jane-doe.pdf"}]');
  localStorage.setItem('hotgigs.dismissed.rita', '["r1"]');
  localStorage.setItem('theme', 'dark');
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('a pasted token', () => {
  const encode = (claims: object) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims))))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const token = (claims: object) => `head.${encode(claims)}.signature`;

  it('says who it is for', () => {
    const text = token({ sub: 'u1', name: 'Zoë Müller', email: 'z@example.com', role: 'recruiter', exp: 2_000_000_000 });
    expect(sessionFromToken(` Bearer ${text} `, 'role')).toEqual({
      token: text,
      method: 'token',
      renewable: false,
      expiresAt: '2033-05-18T03:33:20.000Z',
      user: { sub: 'u1', name: 'Zoë Müller', email: 'z@example.com', roles: ['recruiter'] },
    });
  });

  it('takes one role or many', () => {
    expect(sessionFromToken(token({ sub: 'u', role: ['admin', 'recruiter'] }), 'role')?.user.roles).toEqual(['admin', 'recruiter']);
    expect(sessionFromToken(token({ sub: 'u' }), 'role')?.user.roles).toEqual([]);
  });

  it('has its roles in the claim that the server reads', () => {
    const text = token({ sub: 'u', role: 'admin', 'https://hotgigs.ai/roles': ['recruiter'] });
    expect(sessionFromToken(text, 'https://hotgigs.ai/roles')?.user.roles).toEqual(['recruiter']);
  });

  it.each(['', 'hello', 'a.b.c', `head.${encode({ name: 'nobody' })}.signature`])('is refused when it is not one: %s', (text) => {
    expect(sessionFromToken(text, 'role')).toBeNull();
  });
});
