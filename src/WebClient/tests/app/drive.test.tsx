import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { DriveSync } from '../../app/api/drive';
import DriveCallbackPage from '../../app/pages/drive/DriveCallbackPage';
import DrivePage from '../../app/pages/drive/DrivePage';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem, type FakeRequest } from '../support/fakeBackend';
import { renderPage } from '../support/render';

const sync = (id: string, overrides: Partial<DriveSync> = {}): DriveSync => ({
  id,
  folder_id: `folder-${id}`,
  folder_name: `Folder ${id}`,
  is_active: true,
  sync_frequency: 'daily',
  last_sync_at: '2026-01-01T12:00:00Z',
  next_sync_at: '2026-01-02T12:00:00Z',
  total_files_synced: 12,
  total_files_processed: 13,
  total_files_failed: 1,
  created_at: '2026-01-01T11:00:00Z',
  ...overrides,
});

const idle = { state: 'idle', batch_id: null, started_at: null, error: null };

function connected(syncs: DriveSync[] = [sync('s1')]): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/google-drive/status', () =>
    Response.json({ connected: true, email: 'rita@gmail.example', connected_at: '2026-01-01T11:00:00Z' }),
  );
  backend.on('GET /api/google-drive/syncs', () => Response.json(syncs));
  for (const { id } of syncs) {
    backend.on(`GET /api/google-drive/syncs/${id}/run`, () => Response.json(idle));
    backend.on(`GET /api/google-drive/syncs/${id}/files`, () => Response.json({ files: [], next_cursor: null }));
  }
  return backend;
}

const show = (backend: FakeBackend, path = '/google-drive') =>
  renderPage(
    backend,
    <Routes>
      <Route path="google-drive" element={<DrivePage />} />
      <Route path="google-drive/callback" element={<DriveCallbackPage />} />
    </Routes>,
    path,
  );

const body = (request: FakeRequest | undefined) => JSON.parse(String(request?.body)) as Record<string, unknown>;

describe('a server without Google Drive', () => {
  it('is said in words', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/google-drive/status', () => problem(503, 'GoogleDrive:ClientId is not set.'));
    const { container } = await show(backend);
    expect(await screen.findByRole('heading', { level: 1, name: 'Google Drive is not set up on this server' })).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });
});

describe('connecting', () => {
  it('is offered, and says why it cannot begin', async () => {
    const backend = connected([]);
    backend.on('GET /api/google-drive/status', () => Response.json({ connected: false, email: null, connected_at: null }));
    backend.on('GET /api/google-drive/auth/url', () => problem(500, 'Something broke.'));
    const { container } = await show(backend);
    await userEvent.click(await screen.findByRole('button', { name: 'Connect Google Drive' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Something broke.');
    expect(await violations(container)).toEqual([]);
  });

  it('ends with what Google sent back, handed on once, and out of the address', async () => {
    const backend = connected();
    backend.on('POST /api/google-drive/auth/callback', () => Response.json({ connected: true }));
    await show(backend, '/google-drive/callback?code=c%2F1&state=s1');
    expect(await screen.findByText('Connected as rita@gmail.example')).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/google-drive$/);
    const requests = backend.requestsTo('POST /api/google-drive/auth/callback');
    expect(requests.map(({ query }) => Object.fromEntries(query))).toEqual([{ code: 'c/1', state: 's1' }]);
  });

  it('says what to do when it is refused, and keeps no code in the address', async () => {
    const backend = connected();
    backend.on('POST /api/google-drive/auth/callback', () => problem(422, 'Invalid', { code: ['You did not agree. Connect again.'] }));
    await show(backend, '/google-drive/callback?error=access_denied&state=s1');
    expect(await screen.findByRole('alert')).toHaveTextContent('You did not agree. Connect again.');
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/google-drive\/callback$/);
    expect(backend.requestsTo('POST /api/google-drive/auth/callback')).toHaveLength(1);
  });

  it('is undone only when that is confirmed', async () => {
    const backend = connected();
    backend.on('DELETE /api/google-drive/connection', () => {
      backend.on('GET /api/google-drive/status', () => Response.json({ connected: false, email: null, connected_at: null }));
      return new Response(null, { status: 204 });
    });
    await show(backend);
    await userEvent.click(await screen.findByRole('button', { name: 'Disconnect' }));
    expect(backend.requestsTo('DELETE /api/google-drive/connection')).toHaveLength(0);
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Disconnect' }));
    expect(await screen.findByRole('button', { name: 'Connect Google Drive' })).toBeInTheDocument();
  });
});

describe('folders', () => {
  it('show what they brought, and the one a notification leads to stands out with its files', async () => {
    const backend = connected([sync('s1'), sync('s2', { is_active: false, next_sync_at: null })]);
    backend.on('GET /api/google-drive/syncs/s2/files', ({ query }) =>
      Response.json(
        query.get('cursor') === 'more'
          ? { files: [{ file_id: 'f2', filename: 'photo.jpg', outcome: 'skipped', reason: 'Only documents are imported.' }], next_cursor: null }
          : { files: [{ file_id: 'f1', filename: 'jane.pdf', outcome: 'imported', reason: null }], next_cursor: 'more' },
      ),
    );
    const { container } = await show(backend, '/google-drive?sync=s2');
    const cards = await screen.findAllByTestId('sync');
    expect(cards.map((card) => card.dataset.highlighted)).toEqual(['false', 'true']);
    expect(cards[0]).toHaveTextContent('Became resumes12Failed1');
    expect(await within(cards[1]!).findByText('jane.pdf')).toBeInTheDocument();
    await userEvent.click(within(cards[1]!).getByRole('button', { name: 'Show more' }));
    expect(await within(cards[1]!).findByText('Only documents are imported.')).toBeInTheDocument();
    expect(within(cards[1]!).getByRole('button', { name: 'Sync now' })).toBeDisabled();
    expect(await violations(container)).toEqual([]);
  });

  it('are added by their address, and a wrong one is said beside the field', async () => {
    const backend = connected([]);
    backend.on('POST /api/google-drive/setup', () => problem(422, 'Invalid', { folder_id: ['You cannot read this folder.'] }));
    await show(backend);
    await userEvent.type(await screen.findByLabelText('Folder ID or address'), 'https://drive.google.com/drive/folders/1aB-c?usp=sharing');
    await userEvent.type(screen.getByLabelText('Name'), 'Applications');
    await userEvent.selectOptions(screen.getByLabelText('Look for new resumes'), 'Every week');
    await userEvent.click(screen.getByRole('button', { name: 'Add folder' }));
    expect(await screen.findByText('You cannot read this folder.')).toBeInTheDocument();
    expect(body(backend.requestsTo('POST /api/google-drive/setup')[0])).toEqual({
      folder_id: '1aB-c',
      folder_name: 'Applications',
      sync_frequency: 'weekly',
    });
    backend.on('POST /api/google-drive/setup', () => {
      backend.on('GET /api/google-drive/syncs', () => Response.json([sync('s1', { folder_name: 'Applications' })]));
      return Response.json(sync('s1'));
    });
    await userEvent.click(screen.getByRole('button', { name: 'Add folder' }));
    expect(await screen.findByRole('heading', { name: 'Applications' })).toBeInTheDocument();
    expect(screen.getByLabelText('Folder ID or address')).toHaveValue('');
  });

  it('are read by hand, and say what they are doing', async () => {
    const backend = connected();
    backend.on('POST /api/google-drive/syncs/s1/sync', () => {
      backend.on('GET /api/google-drive/syncs/s1/run', () => Response.json({ ...idle, state: 'fetching' }));
      return Response.json(sync('s1'), { status: 202 });
    });
    await show(backend);
    const card = await screen.findByTestId('sync');
    await userEvent.click(within(card).getByRole('button', { name: 'Sync now' }));
    expect(await within(card).findByText('Reading the folder…')).toBeInTheDocument();
    expect(within(card).getByRole('button', { name: 'Sync now' })).toBeDisabled();
  });

  it('say why the last run failed', async () => {
    const backend = connected();
    backend.on('GET /api/google-drive/syncs/s1/run', () => Response.json({ ...idle, error: 'The folder was deleted.' }));
    await show(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent('The folder was deleted.');
  });

  it('are switched off, read less often, and removed', async () => {
    const backend = connected();
    backend.on('PUT /api/google-drive/syncs/s1', () => Response.json(sync('s1')));
    backend.on('DELETE /api/google-drive/syncs/s1', () => {
      backend.on('GET /api/google-drive/syncs', () => Response.json([]));
      return new Response(null, { status: 204 });
    });
    await show(backend);
    const card = await screen.findByTestId('sync');
    await userEvent.click(within(card).getByRole('button', { name: 'Switch off' }));
    await userEvent.selectOptions(within(card).getByRole('combobox'), 'Only by hand');
    await waitFor(() =>
      expect(backend.requestsTo('PUT /api/google-drive/syncs/s1').map(body)).toEqual([
        { is_active: false },
        { sync_frequency: 'manual' },
      ]),
    );
    await userEvent.click(within(card).getByRole('button', { name: 'Remove' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove folder' }));
    expect(await screen.findByText('No folders yet. Add the first one below.')).toBeInTheDocument();
  });

  it('have new figures when a sync is told of', async () => {
    const backend = connected();
    await show(backend);
    backend.greet();
    await screen.findByTestId('sync');
    backend.on('GET /api/google-drive/syncs', () => Response.json([sync('s1', { total_files_synced: 40 })]));
    backend.send({ ...created(1, 1, { sync_id: 's1' }), notification_type: 'google_drive_sync_completed' });
    await waitFor(() => expect(screen.getByTestId('sync')).toHaveTextContent('Became resumes40'));
  });
});
