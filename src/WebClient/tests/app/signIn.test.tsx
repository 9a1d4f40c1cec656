import { render, screen } from '@testing-library/react';
import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../app/App';
import { SessionStore } from '../../app/session/session';
import { isRefusal, wordsFor } from '../../app/session/SignInProblem';
import { texts } from '../../app/texts';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';

afterEach(() => vi.unstubAllGlobals());

const oidc = {
  method: 'oidc',
  authority: 'https://login.example.com',
  client_id: 'pages',
  scope: 'openid',
  display_name: 'Example Corp',
  role_claim: 'role',
};

function show(backend: FakeBackend, ...entries: (string | { pathname: string; state: unknown })[]) {
  vi.stubGlobal('fetch', backend.fetch);
  return render(
    <MemoryRouter initialEntries={entries}>
      <App sessions={new SessionStore(window.sessionStorage, () => Promise.resolve(null))} />
    </MemoryRouter>,
  );
}

describe('the page to sign in on', () => {
  it('has one button, with the provider’s name', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/sign-in', () => Response.json(oidc));
    const { container } = show(backend, '/jobs');
    expect(await screen.findByRole('button', { name: 'Sign in with Example Corp' })).toBeEnabled();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(await violations(container)).toEqual([]);
  });

  it('calls a provider without a name what it is to everyone', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/sign-in', () => Response.json({ ...oidc, display_name: null }));
    show(backend, '/');
    expect(await screen.findByRole('button', { name: 'Sign in with your company account' })).toBeInTheDocument();
  });

  it('says what went wrong at the provider, and offers another account', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/sign-in', () => Response.json(oidc));
    const { container } = show(backend, { pathname: '/', state: { problem: texts.signIn.noRole('Nora') } });
    expect(await screen.findByRole('alert')).toHaveTextContent('The account of Nora has no role in HotGigs yet');
    expect(screen.getByRole('button', { name: 'Use another account' })).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });

  it('can be asked again where the server did not answer', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/sign-in', () => problem(503, 'The database cannot be reached.'));
    show(backend, '/');
    expect(await screen.findByText(texts.signIn.failed)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('why somebody is not signed in', () => {
  const refused = (error: string) => new ErrorResponse({ error });

  it.each([
    ['access_denied', refused('access_denied'), 'You did not finish signing in'],
    ['login_required', refused('login_required'), 'You did not finish signing in'],
    ['invalid_grant', refused('invalid_grant'), 'too long ago'],
    ['unauthorized_client', refused('unauthorized_client'), 'with this code: unauthorized_client'],
    ['temporarily_unavailable', refused('temporarily_unavailable'), 'couldn’t reach Example Corp'],
    ['no network', new TypeError('Failed to fetch'), 'couldn’t reach Example Corp'],
    ['no answer in time', new ErrorTimeout('Network timed out'), 'couldn’t reach Example Corp'],
    ['another tab', new Error('No matching state found in storage'), 'started in another tab'],
  ])('is said in plain words: %s', (_, error, words) => {
    expect(wordsFor(error, 'Example Corp')).toContain(words);
  });

  it('ends a session only where the provider has said no', () => {
    expect(isRefusal(refused('invalid_grant'))).toBe(true);
    expect(isRefusal(refused('server_error'))).toBe(false);
    expect(isRefusal(new TypeError('Failed to fetch'))).toBe(false);
  });
});
