import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { NotificationFilter } from '../../lib/client/notification';
import { NotificationList } from '../../lib/react';
import { created, notification } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

const link = (title: string) => screen.getByRole('link', { name: new RegExp(title) });

async function list(backend: FakeBackend, seq: number, filter: NotificationFilter = {}) {
  const user = userEvent.setup();
  const view = await renderConnected(
    backend,
    <>
      <button>Before</button>
      <NotificationList filter={filter} onNavigate={vi.fn()} />
    </>,
  );
  backend.greet(seq, seq);
  await screen.findAllByTestId('notification-item');
  return { user, ...view };
}

it('gives the focus to the newest arrival when they are let in', async () => {
  const backend = new FakeBackend([notification(1)]);
  const { user } = await list(backend, 1);
  act(() => link('Title 1').focus());
  backend.send(created(2, 2));
  backend.send(created(3, 3));
  act(() => screen.getByRole('button', { name: '2 new' }).focus());
  await user.keyboard('{Enter}');
  expect(link('Title 3')).toHaveFocus();
});

it('gives it to the line into which the arrivals were folded', async () => {
  const at = new Date(Date.UTC(2026, 0, 1, 12)).toISOString();
  const backend = new FakeBackend([notification(1, { created_at: at })]);
  const { user } = await list(backend, 1);
  act(() => link('Title 1').focus());
  for (const seq of [2, 3]) backend.send({ ...created(seq, seq), timestamp: at });
  act(() => screen.getByRole('button', { name: '2 new' }).focus());
  await user.keyboard('{Enter}');
  expect(screen.getByTestId('notification-fold')).toContainElement(document.activeElement as HTMLElement);
});

it('gives it to the list when a problem is dismissed', async () => {
  const backend = new FakeBackend([notification(2), notification(1)]);
  backend.on('POST /api/notifications/n1/archive', () => problem(503, 'Try later'));
  const { user } = await list(backend, 2);
  await user.click(screen.getByRole('button', { name: 'Archive “Title 1”' }));
  (await screen.findByRole('button', { name: 'Dismiss' })).focus();
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(link('Title 2')).toHaveFocus();
});

it('gives it to what comes before the list where that has become empty', async () => {
  const backend = new FakeBackend([notification(1)]);
  backend.on('POST /api/notifications/n1/archive', () => problem(503, 'Try later'));
  const { user } = await list(backend, 1);
  await user.click(screen.getByRole('button', { name: 'Archive “Title 1”' }));
  (await screen.findByRole('button', { name: 'Dismiss' })).focus();
  backend.send({ type: 'notification_deleted', seq: 2, unread_count: 0, notification_ids: ['n1'] });
  await waitFor(() => expect(screen.queryByTestId('notification-item')).toBeNull());
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Before' })).toHaveFocus();
});
