import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import NotificationsPage from '../../app/pages/notifications/NotificationsPage';
import { violations } from '../support/axe';
import { notification, page } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { renderPage } from '../support/render';

const all = [notification(3, { type: 'match_found' }), notification(2, { is_read: true }), notification(1)];

function filtering(): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/notifications', ({ query }) => {
    const shown = all.filter(
      (n) => (!query.get('unread_only') || !n.is_read) && (!query.get('type') || n.type === query.get('type')),
    );
    return Response.json(page(shown, { seq: 3, unread_count: 2 }));
  });
  return backend;
}

const titles = () => screen.queryAllByTestId('notification-item').map((item) => item.textContent?.match(/Title \d/)?.[0]);

describe('the notifications page', () => {
  it('lists everything, and only the unread on demand', async () => {
    const backend = filtering();
    const { container } = await renderPage(backend, <NotificationsPage />, '/notifications');
    await waitFor(() => expect(titles()).toEqual(['Title 3', 'Title 2', 'Title 1']));
    expect(await violations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Unread' }));
    await waitFor(() => expect(titles()).toEqual(['Title 3', 'Title 1']));
    expect(screen.getByTestId('address')).toHaveTextContent('/notifications?show=unread');
  });

  it('narrows to a kind, and marks only that kind read', async () => {
    const backend = filtering();
    backend.on('POST /api/notifications/read-all', () => Response.json({}));
    await renderPage(backend, <NotificationsPage />, '/notifications');
    await waitFor(() => expect(titles()).toHaveLength(3));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Matches');
    await waitFor(() => expect(titles()).toEqual(['Title 3']));
    await userEvent.click(screen.getByRole('button', { name: 'Mark these as read' }));
    const [request] = backend.requestsTo('POST /api/notifications/read-all');
    expect(JSON.parse(String(request?.body))).toEqual({ up_to_seq: 3, type: 'match_found' });
  });

  it('goes where a notification leads', async () => {
    const backend = filtering();
    backend.on('POST /api/notifications/n1/read', () => Response.json({}));
    await renderPage(backend, <NotificationsPage />, '/notifications');
    await userEvent.click(await screen.findByRole('link', { name: /Title 1/ }));
    expect(screen.getByTestId('address')).toHaveTextContent('/candidates/c1');
  });

  it('says that nothing fits the choice', async () => {
    await renderPage(filtering(), <NotificationsPage />, '/notifications?type=google_drive_sync_completed');
    expect(await screen.findByText('Nothing here')).toBeInTheDocument();
  });
});
