import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NotificationCenter, runningImports, type Parts } from '../../lib/react';
import { created, notification, page } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const three = () => [3, 2, 1].map((seq) => notification(seq, { created_at: at(seq) }));

async function centre(backend: FakeBackend, parts: Parts) {
  const onNavigate = vi.fn();
  const user = userEvent.setup();
  const { client } = await renderConnected(backend, <NotificationCenter onNavigate={onNavigate} allNotificationsPath="/all" />, parts);
  backend.greet(3, 3);
  return { user, onNavigate, client };
}

it('are taken from the app in the place of ours: around the list', async () => {
  const backend = new FakeBackend(three());
  backend.on('POST /api/notifications/read-all', () => Response.json({ seq: 4 }));
  const { user, onNavigate } = await centre(backend, {
    Bell: ({ ref, unreadCount, onClick }) => (
      <button ref={ref} onClick={onClick}>
        {unreadCount} to read
      </button>
    ),
    Connection: ({ state }) => <p>connection is {state}</p>,
    Header: ({ unreadCount, onMarkAllRead }) => <button onClick={onMarkAllRead}>read all {unreadCount}</button>,
    Tabs: ({ onChange }) => <button onClick={() => onChange({ archived: true })}>the archive</button>,
    Footer: ({ path, onNavigate: go }) => <button onClick={() => go(path)}>elsewhere</button>,
    Empty: ({ title }) => <p>empty: {title}</p>,
  });
  expect(await screen.findByText('connection is live')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: '3 to read' }));
  await user.click(await screen.findByRole('button', { name: 'read all 3' }));
  expect(await screen.findByRole('button', { name: 'read all 0' })).toBeInTheDocument();
  backend.on('GET /api/notifications', () => Response.json(page([], { seq: 3 })));
  await user.click(screen.getByRole('button', { name: 'the archive' }));
  expect(await screen.findByText('empty: Nothing here')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'elsewhere' }));
  expect(onNavigate).toHaveBeenCalledWith('/all');
});

it('are taken from the app in the place of ours: in the list', async () => {
  const backend = new FakeBackend();
  backend.on('GET /api/notifications', () => Response.json(page(three(), { next_cursor: 'older' })));
  backend.on('DELETE /api/notifications/n3', () => problem(503, 'Try later'));
  backend.on('DELETE /api/notifications/n2', () => Response.json({}));
  const { user, client } = await centre(backend, {
    Fold: ({ notifications, onToggle }) => <button onClick={onToggle}>{notifications.length} alike</button>,
    Item: ({ notification: { id }, onRemove, notification: it }) => <button onClick={() => onRemove(it)}>drop {id}</button>,
    Arrivals: ({ count, onShow }) => <button onClick={onShow}>{count} waiting</button>,
    LoadMore: ({ onLoad }) => <button onClick={onLoad}>older ones</button>,
    Undo: ({ what, onUndo }) => <button onClick={onUndo}>not: {what}</button>,
    Problem: ({ problem: why, onDismiss }) => <button onClick={onDismiss}>trouble: {why}</button>,
    Import: ({ running }) => <li>importing {running.label}</li>,
    Offline: ({ why }) => <p>off: {why}</p>,
  });
  await user.click(screen.getByTestId('bell'));
  await user.click(await screen.findByRole('button', { name: '3 alike' }));
  expect(screen.getByRole('button', { name: 'older ones' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'drop n3' }));
  await user.click(await screen.findByRole('button', { name: 'trouble: Try later' }));
  await user.click(screen.getByRole('button', { name: 'drop n2' }));
  expect(screen.getByRole('button', { name: 'not: Deleted “Title 2”' })).toBeInTheDocument();
  backend.send(created(4, 4));
  expect(await screen.findByRole('button', { name: '1 waiting' })).toBeInTheDocument();
  act(() => client.feature(runningImports).add('r1', 'resume', 'cv.pdf'));
  expect(screen.getByText('importing cv.pdf')).toBeInTheDocument();
  act(() => backend.socket.fail(4409));
  expect(await screen.findByText(/^off: HotGigs is open/)).toBeInTheDocument();
});

it('are taken from the app in the place of ours: beside the page', async () => {
  const backend = new FakeBackend(three());
  const { user } = await centre(backend, {
    Toast: ({ notification: { title }, onDismiss }) => (
      <li>
        <button onClick={onDismiss}>seen {title}</button>
      </li>
    ),
    ToastSummary: ({ count }) => <li>{count} at once</li>,
    InProgress: ({ imports }) => <p>{imports.length} under way</p>,
  });
  await screen.findByTestId('bell-badge');
  backend.send(created(4, 4));
  await user.click(await screen.findByRole('button', { name: 'seen Title 4' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'seen Title 4' })).toBeNull());
  for (let seq = 5; seq <= 8; seq++) backend.send(created(seq, seq));
  expect(await screen.findByText('5 at once')).toBeInTheDocument();
});
