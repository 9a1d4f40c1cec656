import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { NotificationCenter } from '../../lib/react';
import { ToastQueue } from '../../lib/toastQueue';
import { violations } from '../support/axe';
import { created, notification } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

afterEach(() => void vi.useRealTimers());

const toasts = () => screen.queryAllByTestId('toast').map((toast) => toast.querySelector('.hg-item-title')?.textContent);

async function centre(backend = new FakeBackend([notification(1)])) {
  const onNavigate = vi.fn();
  const view = await renderConnected(backend, <NotificationCenter onNavigate={onNavigate} />);
  backend.greet(1, 1);
  await screen.findByTestId('bell-badge');
  return { backend, onNavigate, user: userEvent.setup(), ...view };
}

it('shows an arrival for a moment, and opens it', async () => {
  const { backend, onNavigate, user, container } = await centre();
  backend.on('POST /api/notifications/n2/read', () => Response.json({}));
  backend.send(created(2, 2));
  expect(toasts()).toEqual(['Title 2']);
  expect(await violations(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Title 2/ }));
  expect(onNavigate).toHaveBeenCalledExactlyOnceWith('/candidates/c2');
  expect(backend.requestsTo('POST /api/notifications/n2/read')).toHaveLength(1);
  expect(toasts()).toEqual([]);
});

it('stops in a storm, and says only how many there are', async () => {
  const { backend, user } = await centre();
  for (let seq = 2; seq <= 41; seq++) backend.send(created(seq, seq));
  expect(toasts()).toEqual([]);
  expect(screen.getByTestId('toast-summary')).toHaveTextContent('40 new notifications');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByRole('dialog', { name: 'Notifications' })).toBeInTheDocument();
  expect(screen.queryByTestId('toast-summary')).toBeNull();
});

it('shows nothing that the open list shows, and nothing that was only caught up with', async () => {
  const { backend, user } = await centre();
  const missed = notification(2);
  backend.on('GET /api/notifications/sync', () =>
    Response.json({ recovered: true, epoch: 'epoch-1', seq: 2, notifications: [missed], deleted: [], unread_count: 2, more: false }),
  );
  backend.send({ type: 'pong', epoch: 'epoch-1', seq: 2, unread_count: 2 });
  await vi.waitFor(() => expect(backend.requestsTo('GET /api/notifications/sync')).toHaveLength(1));
  expect(await screen.findByText('2')).toBeInTheDocument();
  expect(toasts()).toEqual([]);
  await user.click(screen.getByTestId('bell'));
  backend.send(created(3, 3));
  expect(toasts()).toEqual([]);
});

it('goes by itself, but not from under a pointer', () => {
  vi.useFakeTimers();
  const queue = new ToastQueue();
  queue.arrived([notification(1)]);
  queue.hold(true);
  vi.advanceTimersByTime(60_000);
  expect(queue.get().toasts).toHaveLength(1);
  queue.hold(false);
  vi.advanceTimersByTime(6_000);
  expect(queue.get().toasts).toEqual([]);
});

it('counts on while a storm lasts, and shows single ones again when it is over', () => {
  vi.useFakeTimers();
  const queue = new ToastQueue();
  for (let n = 1; n <= 4; n++) queue.arrived([notification(n)]);
  vi.advanceTimersByTime(4_000);
  queue.arrived([notification(5)]);
  expect(queue.get()).toEqual({ toasts: [], storm: 5 });
  vi.advanceTimersByTime(6_000);
  queue.arrived([notification(6)]);
  expect(queue.get().toasts.map((toast) => toast.id)).toEqual(['n6']);
});

it('is dismissed by its button', async () => {
  const { backend, user } = await centre();
  backend.send(created(2, 2));
  await user.click(screen.getByRole('button', { name: 'Dismiss “Title 2”' }));
  expect(toasts()).toEqual([]);
});
