import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { HotGigsProvider, Http, NotificationClient, type Parts } from '../../lib/react';
import { ApiContext } from '../../app/api/ApiContext';
import { UploadQueue } from '../../app/pages/upload/uploadQueue';
import { UploadQueueContext } from '../../app/pages/upload/UploadQueueContext';
import { SessionContext } from '../../app/session/SessionContext';
import { SessionStore, type User } from '../../app/session/session';
import type { FakeBackend } from './fakeBackend';

export const kim = { sub: 'kim', name: 'Kim Candidate', email: 'kim@hotgigs.example', roles: ['candidate'] };
export const ada = { sub: 'ada', name: 'Ada Admin', email: 'ada@hotgigs.example', roles: ['admin'] };
export const rita = { sub: 'rita', name: 'Rita Recruiter', email: 'rita@hotgigs.example', roles: ['recruiter'] };

const token = () => Promise.resolve('token');

/** Renders within a connected client, under StrictMode as the site itself does. */
export async function renderConnected(backend: FakeBackend, children: ReactNode, parts?: Parts) {
  const client = new NotificationClient({
    baseUrl: 'http://server',
    token,
    fetch: backend.fetch,
    WebSocket: backend.WebSocket,
    onWake: () => () => undefined,
    random: () => 1,
  });
  const view = render(
    <StrictMode>
      <HotGigsProvider client={client} parts={parts}>
        {children}
      </HotGigsProvider>
    </StrictMode>,
  );
  await waitFor(() => backend.socket);
  return { client, ...view };
}

/** Renders a page of the site with all it needs around it. */
export function renderPage(backend: FakeBackend, children: ReactNode, path = '/', user: User = rita, queue?: UploadQueue) {
  const http = new Http({ baseUrl: 'http://server', token, fetch: backend.fetch });
  const uploads = queue ?? new UploadQueue({ http: () => http, user, storage: window.sessionStorage });
  const sessions = new SessionStore(window.sessionStorage, () => Promise.reject(new Error('Nobody signs in anew.')));
  sessions.signIn({ user, token: 'token', expiresAt: null, method: 'token', renewable: false });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return renderConnected(
    backend,
    <SessionContext value={sessions}>
      <ApiContext value={http}>
        <QueryClientProvider client={queries}>
          <UploadQueueContext value={uploads}>
            <MemoryRouter initialEntries={[path]}>
              {children}
              <Address />
            </MemoryRouter>
          </UploadQueueContext>
        </QueryClientProvider>
      </ApiContext>
    </SessionContext>,
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{pathname + search}</div>;
}
