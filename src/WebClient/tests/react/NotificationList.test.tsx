import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { NotificationFilter } from '../../lib/client/notification';
import { NotificationList, type NotificationItemProps } from '../../lib/react';
import { epoch, notification, page } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

const itemCount = () => screen.queryAllByTestId('notification-item').length;

it.each([
  ['the archive', 'archived', { archived: true }],
  ['the unread ones', 'unread_only', { unreadOnly: true }],
])('reads %s again, once and at its length, when many that were never loaded come into it', async (_, parameter, filter) => {
  const is_archived = parameter === 'archived';
  const inbox = page([notification(1_000, { is_read: true })], { next_cursor: 'next' });
  const numbered = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_item, n) => notification(from - n, { is_archived }));
  let listed = page(numbered(30, 1), { seq: 1_000 });
  const reads: object[] = [];
  const backend = new FakeBackend();
  backend.on('GET /api/notifications', ({ query }) => {
    if (!query.has(parameter)) return Response.json(inbox);
    reads.push({ cursor: query.get('cursor'), limit: query.get('limit') });
    return Response.json(listed);
  });
  const nothing = { recovered: true, epoch, seq: 1_000, notifications: [], deleted: [], unread_count: 0, more: false };
  backend.on('GET /api/notifications/sync', () => Response.json(nothing));
  await renderConnected(backend, <NotificationList filter={filter} onNavigate={vi.fn()} />);
  backend.greet(1_000, 1);
  await waitFor(() => expect(itemCount()).toBe(30));
  expect(reads).toHaveLength(1);

  const entered = numbered(530, 31).map((item) => ({ ...item, changed_seq: 1_001 }));
  listed = page(entered.slice(0, 30), { seq: 1_001, next_cursor: 'next' });
  const changes = entered.map(({ id }) => ({ notification_id: id, is_read: false, is_seen: true, is_archived }));
  backend.send({ type: 'notification_updated', seq: 1_001, unread_count: 1, changes });
  expect(itemCount()).toBe(30);
  expect(await screen.findByText('Title 530')).toBeInTheDocument();
  expect(reads.slice(1)).toEqual([{ cursor: null, limit: '30' }]);
  expect(itemCount()).toBe(30);
});

it('never shows the rows of another tab, however many they are', async () => {
  const many = (from: number, overrides: object) => Array.from({ length: 120 }, (_, n) => notification(from - n, overrides));
  const backend = new FakeBackend();
  backend.on('GET /api/notifications', ({ query }) => {
    const isArchive = query.has('archived');
    return Response.json(page(isArchive ? many(120, { is_archived: true }) : many(240, {}), { seq: 240, unread_count: 120 }));
  });
  const rendered: boolean[] = [];
  const Item = ({ notification: { is_archived } }: NotificationItemProps) => {
    rendered.push(is_archived);
    return <div data-testid="notification-item" />;
  };
  let choose: (filter: NotificationFilter) => void = () => undefined;
  const Tabbed = () => {
    const [filter, setFilter] = useState<NotificationFilter>({});
    choose = setFilter;
    return <NotificationList filter={filter} onNavigate={vi.fn()} />;
  };
  const { client } = await renderConnected(backend, <Tabbed />, { Item });
  backend.greet(240, 120);
  await waitFor(() => expect(itemCount()).toBe(40));
  await act(() => client.loadMore({ archived: true }));
  rendered.length = 0;
  act(() => choose({ archived: true }));
  expect(itemCount()).toBe(40);
  expect(new Set(rendered)).toEqual(new Set([true]));
});
