import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Notification } from '../../lib/client/notification';
import { NotificationCenter, NotificationList } from '../../lib/react';
import { epoch, notification, page } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

const items = () => screen.queryAllByTestId('notification-item');
const numbered = (count: number) => Array.from({ length: count }, (_, n) => notification(count - n));
const readBy = (seq: number, all: Notification[]) => all.map((one) => ({ ...one, is_read: true, changed_seq: seq }));

/** A server that lists, marks and tells what has changed as the real one does. */
class FeedBackend extends FakeBackend {
  feed: Notification[];
  seq: number;
  /** The most notifications of one change that `sync` answers. */
  largestChange = 1_000;

  constructor(feed: Notification[]) {
    super();
    this.feed = feed;
    this.seq = Math.max(...feed.map((one) => one.changed_seq));
    this.on('GET /api/notifications', ({ query }) => {
      const from = Number(query.get('cursor'));
      const to = from + Number(query.get('limit'));
      const some = this.feed.filter((one) => !one.is_archived && (!query.has('type') || one.type === query.get('type')));
      return Response.json(
        page(some.slice(from, to), { seq: this.seq, unread_count: this.#unread(), next_cursor: to < some.length ? String(to) : null }),
      );
    });
    this.on('GET /api/notifications/sync', ({ query }) => {
      const changed = this.feed.filter((one) => one.changed_seq > Number(query.get('since')));
      const recovered = changed.length <= this.largestChange;
      return Response.json({
        recovered,
        epoch,
        seq: this.seq,
        notifications: recovered ? changed.toSorted((a, b) => a.changed_seq - b.changed_seq) : [],
        deleted: [],
        unread_count: this.#unread(),
        more: false,
      });
    });
    this.on('POST /api/notifications/read-all', ({ body }) => {
      const { up_to_seq, type } = JSON.parse(String(body)) as { up_to_seq: number; type?: string };
      return Response.json(this.markAll((one) => one.seq <= up_to_seq && (type === undefined || one.type === type)));
    });
    this.on('POST /api/notifications/bulk', ({ body }) => {
      const { ids } = JSON.parse(String(body)) as { ids: string[] };
      this.change((one) => ids.includes(one.id), { is_read: false });
      return Response.json({ epoch, seq: this.seq });
    });
  }

  markAll(concerns: (one: Notification) => boolean) {
    const marked = (one: Notification) => concerns(one) && !one.is_read && !one.is_archived;
    const changed = this.feed.filter(marked).length;
    if (changed > 0) this.change(marked, { is_read: true, is_seen: true });
    return { epoch, seq: this.seq, changed, unread_count: this.#unread(), unseen_count: 0 };
  }

  change(concerns: (one: Notification) => boolean, to: Partial<Notification>): void {
    this.seq += 1;
    this.feed = this.feed.map((one) => (concerns(one) ? { ...one, ...to, changed_seq: this.seq } : one));
  }

  unread = () => this.feed.filter((one) => !one.is_read).map((one) => one.id);
  marked = () =>
    this.requestsTo('POST /api/notifications/bulk').map(({ body }) => JSON.parse(String(body)) as { action: string; ids: string[] });
  #unread = () => this.feed.filter((one) => !one.is_read && !one.is_archived).length;
}

async function list(backend: FeedBackend) {
  const { seq } = backend;
  const view = await renderConnected(backend, <NotificationList onNavigate={vi.fn()} />);
  backend.greet(seq, backend.unread().length);
  await waitFor(() => expect(items().length).toBeGreaterThan(0));
  return view;
}

it('brings back exactly those that were marked, and reads no list for it', async () => {
  const backend = new FeedBackend([notification(4), notification(3), notification(2, { is_read: true }), notification(1)]);
  const user = userEvent.setup();
  await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
  backend.greet(4, 3);
  await user.click(screen.getByTestId('bell'));
  await waitFor(() => expect(items()).toHaveLength(4));
  const reads = backend.requestsTo('GET /api/notifications').length;
  const syncs = backend.requestsTo('GET /api/notifications/sync').length;
  await user.click(screen.getByTestId('mark-all-read'));
  expect(screen.queryByTestId('bell-badge')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByTestId('bell-badge')).toHaveTextContent('3'));
  await waitFor(() => expect(backend.unread()).toEqual(['n4', 'n3', 'n1']));
  expect(backend.requestsTo('GET /api/notifications')).toHaveLength(reads);
  const [change] = backend.requestsTo('GET /api/notifications/sync').slice(syncs);
  expect(Object.fromEntries(change!.query)).toEqual({ since: '4', epoch });
});

it('brings back those that were never loaded, in as many requests as the server asks for', async () => {
  const backend = new FeedBackend(numbered(602));
  const { client } = await list(backend);
  await act(async () => (await client.markAllRead())());
  expect(backend.marked().map(({ action, ids }) => [action, ids.length])).toEqual([
    ['unread', 500],
    ['unread', 102],
  ]);
  expect(backend.unread()).toHaveLength(602);
});

it('brings back 1,200 of which 30 are loaded, and not one that was read before or has changed since', async () => {
  const before = Array.from({ length: 40 }, (_, n) => notification(n < 10 ? 1_240 - n * 4 : 1_170 - (n - 10) * 31));
  const wasRead = new Set(before.map((one) => one.id));
  const backend = new FeedBackend(numbered(1_240).map((one) => (wasRead.has(one.id) ? { ...one, is_read: true } : one)));
  const unread = backend.unread();
  expect(unread).toHaveLength(1_200);
  const { client } = await list(backend);
  await act(() => client.loadMore());
  expect(client.feed.get().notifications.filter((one) => !one.is_read)).toHaveLength(30);
  let undo = () => Promise.resolve();
  await act(async () => {
    undo = await client.markAllRead();
  });
  expect(backend.unread()).toEqual([]);
  await act(() => undo());
  expect(backend.unread()).toEqual(unread);

  await act(async () => {
    undo = await client.markAllRead();
  });
  backend.change((one) => one.id === unread[700], { is_archived: true });
  await act(() => undo());
  expect(backend.unread()).toEqual(unread.filter((id) => id !== unread[700]));
});

it('leaves alone what another device has archived since, though it was on screen', async () => {
  const backend = new FeedBackend([notification(2), notification(1)]);
  const { client } = await list(backend);
  let undo = () => Promise.resolve();
  await act(async () => {
    undo = await client.markAllRead();
  });
  backend.change((one) => one.id === 'n2', { is_archived: true });
  await act(() => undo());
  expect(backend.marked()).toEqual([{ action: 'unread', ids: ['n1'] }]);
});

it('takes nothing back where another device was first, known here or not', async () => {
  const backend = new FeedBackend([notification(2), notification(1)]);
  const { client } = await list(backend);
  // This client has not heard of it yet: for all it knows, both are unread.
  backend.markAll(() => true);
  expect(client.feed.get().unreadCount).toBe(2);
  await act(async () => (await client.markAllRead())());
  expect(backend.marked()).toEqual([]);
  expect(backend.unread()).toEqual([]);
});

it('takes nothing back for positions of another epoch', async () => {
  const backend = new FeedBackend([notification(2), notification(1)]);
  const { client } = await list(backend);
  let undo = () => Promise.resolve();
  await act(async () => {
    undo = await client.markAllRead();
  });
  const restored = { epoch: 'epoch-2', seq: 3 };
  backend.on('GET /api/notifications/sync', () => Response.json({ ...restored, recovered: false, notifications: [], deleted: [], unread_count: 0, more: false }));
  backend.on('GET /api/notifications', () => Response.json(page(readBy(3, [notification(9)]), restored)));
  await act(() => undo());
  expect(backend.marked()).toEqual([]);
});
