import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { foldNotifications } from '../../lib/foldNotifications';
import { NotificationCenter, NotificationList, type NotificationItemProps } from '../../lib/react';
import { violations } from '../support/axe';
import { created, notification, page } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const items = () => screen.queryAllByTestId('notification-item').map((item) => item.textContent?.match(/Title \d+/)?.[0]);

async function list(backend: FakeBackend, seq: number, unread: number) {
  const user = userEvent.setup();
  const onNavigate = vi.fn();
  const view = await renderConnected(backend, <NotificationList onNavigate={onNavigate} />);
  backend.greet(seq, unread);
  await waitFor(() => expect(screen.queryAllByTestId(/notification-(item|fold)/)).not.toHaveLength(0));
  return { user, onNavigate, ...view };
}

describe('folding', () => {
  const sameKind = (...minutes: number[]) =>
    minutes.map((minute, index) => notification(index + 1, { created_at: at(minute) })).toReversed();

  it('takes neighbours of one kind within an hour together, and leaves two as they are', () => {
    expect(foldNotifications(sameKind(0, 30, 60)).map((fold) => fold.notifications.map((n) => n.id))).toEqual([['n3', 'n2', 'n1']]);
    expect(foldNotifications(sameKind(0, 30)).map((fold) => fold.notifications.length)).toEqual([1, 1]);
    expect(foldNotifications(sameKind(0, 30, 61)).map((fold) => fold.notifications.length)).toEqual([1, 1, 1]);
  });

  it('is broken by another kind in between', () => {
    const [newest, second, middle, ...rest] = sameKind(0, 1, 2, 3, 4);
    const folds = foldNotifications([newest!, second!, { ...middle!, type: 'match_found' }, ...rest]);
    expect(folds.map((fold) => fold.notifications.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('keeps its key while newer ones join', () => {
    const [before] = foldNotifications(sameKind(0, 1, 2));
    const [after] = foldNotifications(sameKind(0, 1, 2, 3));
    expect(after?.key).toBe(before?.key);
  });

  it('shows one line that opens, and marks all of it read at once', async () => {
    const backend = new FakeBackend(sameKind(0, 10, 20, 30));
    backend.on('POST /api/notifications/bulk', () => Response.json({}));
    const { user, container } = await list(backend, 4, 4);
    const fold = screen.getByRole('button', { expanded: false });
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(fold).toHaveTextContent('Message 4 and 3 more');
    expect(items()).toEqual([]);
    await user.click(fold);
    expect(items()).toEqual(['Title 4', 'Title 3', 'Title 2', 'Title 1']);
    expect(await violations(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Mark “New candidates · 4” as read' }));
    const [request] = backend.requestsTo('POST /api/notifications/bulk');
    expect(JSON.parse(String(request?.body))).toEqual({ action: 'read', ids: ['n4', 'n3', 'n2', 'n1'] });
    expect(screen.getByTestId('notification-fold')).toHaveAttribute('data-unread', 'false');
  });
});

it('leaves a fold open when older ones are loaded into it, and newer ones join', async () => {
  const of = (...seqs: number[]) => seqs.map((seq) => notification(seq, { created_at: at(seq) }));
  const backend = new FakeBackend();
  backend.on('GET /api/notifications', ({ query }) =>
    Response.json(
      query.has('cursor') ? page(of(3, 2, 1), { seq: 6 }) : page(of(6, 5, 4), { next_cursor: 'older', unread_count: 6 }),
    ),
  );
  const { user } = await list(backend, 6, 6);
  await user.click(screen.getByRole('button', { expanded: false }));
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  await waitFor(() => expect(items()).toHaveLength(6));
  backend.send({ ...created(7, 7), timestamp: at(7) });
  await user.click(screen.getByTestId('new-notifications'));
  await waitFor(() => expect(items()).toHaveLength(7));
  await user.click(screen.getByRole('button', { expanded: true }));
  expect(items()).toEqual([]);
});

it('renders only the rows that have changed', async () => {
  const rendered: string[] = [];
  const Item = ({ notification: { id, title } }: NotificationItemProps) => {
    rendered.push(id);
    return <a href="/">{title}</a>;
  };
  const backend = new FakeBackend([notification(2), notification(1)]);
  await renderConnected(backend, <NotificationList onNavigate={vi.fn()} />, { Item });
  backend.greet(2, 2);
  await screen.findByText('Title 1');
  rendered.length = 0;
  backend.send(created(3, 3));
  await screen.findByText('Title 3');
  expect(new Set(rendered)).toEqual(new Set(['n3']));
});

describe('arrivals while somebody is at the list', () => {
  it('wait above it until asked for', async () => {
    const backend = new FakeBackend([notification(1)]);
    const { user } = await list(backend, 1, 1);
    await user.hover(screen.getByTestId('notification-item'));
    backend.send(created(2, 2));
    backend.send(created(3, 3));
    expect(items()).toEqual(['Title 1']);
    await user.click(screen.getByRole('button', { name: '2 new' }));
    expect(items()).toEqual(['Title 3', 'Title 2', 'Title 1']);
    expect(screen.queryByTestId('new-notifications')).toBeNull();
  });

  it('come in when the reader leaves', async () => {
    const backend = new FakeBackend([notification(1)]);
    const { user } = await list(backend, 1, 1);
    await user.hover(screen.getByTestId('notification-item'));
    backend.send(created(2, 2));
    expect(items()).toEqual(['Title 1']);
    await user.hover(document.body);
    expect(items()).toEqual(['Title 2', 'Title 1']);
  });

  it('wait for the keyboard, too', async () => {
    const backend = new FakeBackend([notification(1)]);
    await list(backend, 1, 1);
    const link = screen.getByRole('link', { name: /Title 1/ });
    act(() => link.focus());
    backend.send(created(2, 2));
    expect(items()).toEqual(['Title 1']);
    fireEvent.blur(link);
    expect(items()).toEqual(['Title 2', 'Title 1']);
  });

  it('come in at once where nobody is', async () => {
    const backend = new FakeBackend([notification(1)]);
    await list(backend, 1, 1);
    backend.send(created(2, 2));
    expect(items()).toEqual(['Title 2', 'Title 1']);
  });
});

describe('loading on', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('stops by itself when all that comes is folded away, and goes on when asked', async () => {
    const observers = new Set<() => void>();
    class Observer {
      readonly #tell: () => void;
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        this.#tell = () => callback([{ isIntersecting: true }]);
      }
      observe(): void {
        observers.add(this.#tell);
      }
      disconnect(): void {
        observers.delete(this.#tell);
      }
    }
    vi.stubGlobal('IntersectionObserver', Observer);
    const backend = new FakeBackend();
    let last = 1_000;
    backend.on('GET /api/notifications', () => {
      const some = Array.from({ length: 20 }, () => notification(last--, { created_at: at(0) }));
      return Response.json(page(some, { seq: 1_000, next_cursor: `before-${last}` }));
    });
    const { user } = await list(backend, 1_000, 1_000);
    const reads = () => backend.requestsTo('GET /api/notifications').length;
    const scroll = async () => {
      const before = reads();
      await act(async () => {
        for (const tell of [...observers]) tell();
      });
      return reads() - before;
    };
    const read: number[] = [];
    for (let n = 0; n < 6; n++) {
      read.push(await scroll());
      await screen.findByRole('button', { name: 'Load more' });
    }
    expect(read).toEqual([1, 1, 1, 0, 0, 0]);
    const before = reads();
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(reads()).toBe(before + 1));
  });
});

describe('the archive', () => {
  it('takes a notification out of the list, with a way back', async () => {
    const backend = new FakeBackend([notification(2), notification(1)]);
    backend.on('POST /api/notifications/n2/archive', () => Response.json({}));
    backend.on('POST /api/notifications/n2/unarchive', () => Response.json({}));
    const { user } = await list(backend, 2, 2);
    await user.click(screen.getByRole('button', { name: 'Archive “Title 2”' }));
    expect(items()).toEqual(['Title 1']);
    expect(screen.getByText('Archived “Title 2”')).toHaveAttribute('role', 'status');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(items()).toEqual(['Title 2', 'Title 1']);
    expect(backend.requestsTo('POST /api/notifications/n2/unarchive')).toHaveLength(1);
  });

  it('offers no way back from what was refused', async () => {
    const backend = new FakeBackend([notification(1)]);
    backend.on('POST /api/notifications/n1/archive', () => problem(503, 'Try later'));
    const { user } = await list(backend, 1, 1);
    await user.click(screen.getByRole('button', { name: 'Archive “Title 1”' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try later');
    expect(items()).toEqual(['Title 1']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('has a tab of its own in the centre, from which to move things back', async () => {
    const backend = new FakeBackend();
    const archived = notification(1, { is_archived: true, is_read: true });
    backend.on('GET /api/notifications', ({ query }) =>
      Response.json(page(query.has('archived') ? [archived] : [notification(2)], { seq: 2, unread_count: 1 })),
    );
    backend.on('POST /api/notifications/n1/unarchive', () => Response.json({}));
    const user = userEvent.setup();
    await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    backend.greet(2, 1);
    await user.click(screen.getByTestId('bell'));
    const panel = screen.getByRole('dialog');
    await user.click(within(panel).getByRole('button', { name: 'Archived' }));
    await waitFor(() => expect(items()).toEqual(['Title 1']));
    await user.click(within(panel).getByRole('button', { name: 'Move “Title 1” back to the list' }));
    await waitFor(() => expect(items()).toEqual([]));
    await user.click(within(panel).getByRole('button', { name: 'All' }));
    await waitFor(() => expect(items()).toEqual(['Title 2', 'Title 1']));
    expect(await violations(panel)).toEqual([]);
  });
});
