import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../app/App';
import { renewSession } from '../../app/session/renewSession';
import { SessionStore } from '../../app/session/session';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';
import { rita } from '../support/render';

const carl = { sub: 'carl', name: 'Carl', email: 'carl@example.org', roles: ['candidate'] };
let backend: FakeBackend;
let sessions: SessionStore;

beforeEach(() => {
  backend = new FakeBackend();
  signInBy({ method: 'development' });
  backend.on('GET /dev/users', () => Response.json([rita, carl].map((user) => ({ ...user, description: 'A demo user' }))));
  backend.on('POST /dev/token', ({ body }) => {
    const { sub } = JSON.parse(String(body)) as { sub: string };
    return Response.json({ token: `token-of-${sub}`, expires_at: new Date(Date.now() + 3_600_000).toISOString() });
  });
  vi.stubGlobal('fetch', backend.fetch);
  vi.stubGlobal('WebSocket', backend.WebSocket);
  sessions = new SessionStore(window.sessionStorage, renewSession);
  return () => vi.unstubAllGlobals();
});

const signInBy = (method: object) =>
  backend.on('GET /api/sign-in', () => Response.json({ role_claim: 'role', authority: null, client_id: null, scope: null, display_name: null, ...method }));

const show = (path = '/') =>
  render(
    <MemoryRouter initialEntries={[path]}>
      <App sessions={sessions} />
    </MemoryRouter>,
  );

async function signIn(sub: string) {
  await userEvent.click(await screen.findByTestId(`sign-in-${sub}`));
  await screen.findByTestId('bell');
}

describe('signing in', () => {
  it('as a demo user leads to the uploads, connected with their token', async () => {
    const { container } = show();
    await screen.findByTestId('sign-in-rita');
    expect(await violations(container)).toEqual([]);
    await signIn('rita');
    expect(await screen.findByRole('heading', { name: 'Upload resumes' })).toBeInTheDocument();
    await waitFor(() => expect(backend.socket.url).toContain('token=token-of-rita'));
    const [request] = backend.requestsTo('POST /dev/token');
    expect(JSON.parse(String(request?.body))).toEqual(rita);
  });

  it('shows the server’s words when it is refused', async () => {
    backend.on('POST /dev/token', () => problem(429, 'Too many tries.'));
    show();
    await userEvent.click(await screen.findByTestId('sign-in-rita'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries.');
  });

  it('asks for a token where there are no demo users', async () => {
    signInBy({ method: 'token' });
    const { container } = show();
    const field = await screen.findByRole('textbox', { name: 'Access token' });
    expect(await violations(container)).toEqual([]);
    await userEvent.type(field, 'nonsense');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert')).toHaveTextContent('doesn’t look like an access token');
    await userEvent.clear(field);
    await userEvent.type(field, `head.${btoa(JSON.stringify({ sub: 'u1', name: 'Una', role: 'recruiter' }))}.signature`);
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('button', { name: 'U, Account of Una' })).toBeInTheDocument();
  });

  it('says that a session has ended by itself', async () => {
    sessions.signIn({ user: rita, token: 'old', expiresAt: null, method: 'token', renewable: false });
    show();
    await screen.findByTestId('bell');
    await waitFor(() => backend.socket);
    backend.socket.fail(4401);
    expect(await screen.findByText('Your session has ended. Please sign in again.')).toBeInTheDocument();
  });
});

describe('the frame', () => {
  it('signs out, and closes the connection', async () => {
    show();
    await signIn('rita');
    await waitFor(() => backend.socket);
    await userEvent.click(screen.getByRole('button', { name: 'RR, Account of Rita Recruiter' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByTestId('sign-in-rita')).toBeInTheDocument();
    expect(backend.socket.readyState).toBe(3);
  });

  it('shows candidates to those who recruit only', async () => {
    show();
    await signIn('carl');
    expect(screen.queryByRole('link', { name: 'Candidates' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Upload' })).toBeInTheDocument();
  });

  it('has a page for addresses that do not exist', async () => {
    const { container } = show('/nowhere');
    await signIn('rita');
    expect(screen.getByRole('heading', { level: 1, name: 'This page isn’t here' })).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });

  it('keeps a broken page from taking the rest with it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    backend.on('GET /api/resumes/candidates', () => Response.json([{}]));
    show('/candidates');
    await signIn('rita');
    expect(await screen.findByRole('heading', { name: 'Something broke on this page' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Upload' }));
    expect(await screen.findByRole('heading', { name: 'Upload resumes' })).toBeInTheDocument();
  });
});

it('is not left for a file that is dropped on it', async () => {
  show('/candidates');
  await signIn('rita');
  const transfer = { dataTransfer: { types: ['Files'], files: [new File(['x'], 'r1.pdf')], dropEffect: 'copy' } };
  expect(fireEvent.dragOver(document.body, transfer)).toBe(false);
  expect(fireEvent.drop(document.body, transfer)).toBe(false);
  expect(transfer.dataTransfer.dropEffect).toBe('none');
  expect(backend.requestsTo('POST /api/resumes/upload')).toEqual([]);
});

it('sends nothing of one user as the next one', async () => {
  const tokens: (string | null)[] = [];
  const releases: ((response: Response) => void)[] = [];
  // Uploads go by XMLHttpRequest, for its progress: each waits for the test.
  class FakeRequest {
    upload = {};
    status = 0;
    statusText = '';
    response = null;
    onload = () => undefined as unknown;
    onabort = () => undefined as unknown;
    onloadend = () => undefined as unknown;
    open = () => undefined;
    getResponseHeader = () => null;
    setRequestHeader(name: string, value: string) {
      if (name === 'authorization') tokens.push(value);
    }
    send = () => {
      releases.push(({ status }) => {
        this.status = status;
        this.onload();
        this.onloadend();
      });
    };
    abort = () => {
      this.onabort();
      this.onloadend();
    };
  }
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  show();
  await signIn('carl');
  const files = Array.from({ length: 10 }, (_, index) => new File(['x'], `r${index}.pdf`));
  await userEvent.upload(await screen.findByTestId('file-input'), files);
  await waitFor(() => expect(tokens).toHaveLength(4));
  await userEvent.click(screen.getByRole('button', { name: 'C, Account of Carl' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await signIn('rita');
  // Whatever the network brings now: an answer that asks for a new token, and a place for the next file.
  for (const release of releases) release(new Response(null, { status: 401 }));
  await waitFor(() => expect(backend.socket.url).toContain('token=token-of-rita'));
  expect(tokens).toEqual(Array(4).fill('Bearer token-of-carl'));
  expect(screen.queryAllByTestId('upload-row')).toHaveLength(0);
  expect(Object.keys(sessionStorage)).toEqual(['hotgigs.session']);
});
