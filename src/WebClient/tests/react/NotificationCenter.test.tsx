import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotificationCenter } from '../../lib/react';
import { violations } from '../support/axe';
import { created, notification, page } from '../support/builders';
import { FakeBackend, heldAnswer, problem } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

const two = () => [notification(2), notification(1, { is_read: true })];

async function open(backend: FakeBackend, seq = 2, unread = 1) {
  const onNavigate = vi.fn();
  const user = userEvent.setup();
  const view = await renderConnected(
    backend,
    <NotificationCenter onNavigate={onNavigate} allNotificationsPath="/notifications" />,
  );
  backend.greet(seq, unread);
  await user.click(screen.getByTestId('bell'));
  return { user, onNavigate, panel: await screen.findByRole('dialog', { name: 'Notifications' }), ...view };
}

const items = () => screen.queryAllByTestId('notification-item');
const unreadFlags = () => items().map((item) => item.dataset.unread);

describe('the bell', () => {
  it('shows how many are unread, and no more than 99+', async () => {
    const backend = new FakeBackend(two());
    await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    backend.greet(2, 1);
    expect(await screen.findByTestId('bell-badge')).toHaveTextContent('1');
    backend.send(created(3, 120));
    expect(screen.getByTestId('bell-badge')).toHaveTextContent('99+');
    expect(screen.getByTestId('bell')).toHaveAccessibleName('Notifications, more than 99 unread');
  });

  it('has no badge when everything is read', async () => {
    const backend = new FakeBackend([notification(1, { is_read: true })]);
    await open(backend, 1, 0);
    await waitFor(() => expect(items()).toHaveLength(1));
    expect(screen.queryByTestId('bell-badge')).toBeNull();
  });

  it('announces an arrival politely, and not what was read', async () => {
    const backend = new FakeBackend(two());
    backend.on('POST /api/notifications/n3/read', () => Response.json({}));
    const { client } = await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    backend.greet(2, 1);
    await screen.findByTestId('bell-badge');
    const region = screen.getByTestId('live-announcer');
    expect(region).toHaveAttribute('aria-live', 'polite');
    expect(region).toBeEmptyDOMElement();
    backend.send(created(3, 2));
    expect(region).toHaveTextContent('New notification: Title 3. 2 unread.');
    await act(() => client.markRead('n3'));
    expect(region).toHaveTextContent('New notification: Title 3. 2 unread.');
  });

  it('reads aloud how many there are in a storm, and not each of them', async () => {
    const backend = new FakeBackend(two());
    await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    backend.greet(2, 1);
    await screen.findByTestId('bell-badge');
    vi.useFakeTimers();
    const region = screen.getByTestId('live-announcer');
    const said: string[] = [];
    for (let seq = 3; seq <= 42; seq++) {
      backend.send(created(seq, seq - 1));
      if (said.at(-1) !== region.textContent) said.push(region.textContent);
    }
    act(() => void vi.advanceTimersByTime(2_000));
    said.push(region.textContent);
    vi.useRealTimers();
    expect(said).toEqual(['New notification: Title 3. 2 unread.', '41 unread notifications.']);
  });
});

describe('the panel', () => {
  it('lists the newest first, with type, unread mark and time', async () => {
    await open(new FakeBackend([notification(2, { type: 'match_found' }), notification(1, { is_read: true })]));
    await waitFor(() => expect(unreadFlags()).toEqual(['true', 'false']));
    expect(items()[0]).toHaveAttribute('data-type', 'match_found');
    expect(within(items()[0]!).getByText('1 Jan')).toHaveAttribute('datetime', '2026-01-01T14:00:00.000Z');
  });

  it('shows a type it does not know plainly', async () => {
    await open(new FakeBackend([notification(1, { type: 'from_the_future' })]), 1);
    await waitFor(() => expect(items()).toHaveLength(1));
    expect(items()[0]).toHaveTextContent('Title 1');
  });

  it('opens a notification: marks it read, closes, and goes there within the site', async () => {
    const backend = new FakeBackend(two());
    backend.on('POST /api/notifications/n2/read', () => Response.json({}));
    const { user, onNavigate } = await open(backend);
    await user.click(await screen.findByRole('link', { name: /Title 2/ }));
    expect(onNavigate).toHaveBeenCalledWith('/candidates/c2');
    expect(backend.requestsTo('POST /api/notifications/n2/read')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByTestId('bell-badge')).toBeNull();
  });

  it('does not follow an address of another site', async () => {
    const backend = new FakeBackend([notification(1, { action_url: '//evil.example', is_read: true })]);
    const { user, onNavigate } = await open(backend, 1, 0);
    await user.click(await screen.findByRole('button', { name: /^Title 1/ }));
    expect(onNavigate).not.toHaveBeenCalled();
  });

  it('marks one read at once, and takes it back when the server refuses', async () => {
    const backend = new FakeBackend(two());
    const held = heldAnswer();
    backend.on('POST /api/notifications/n2/read', held.handler);
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Mark “Title 2” as read' }));
    expect(unreadFlags()).toEqual(['false', 'false']);
    expect(screen.queryByTestId('bell-badge')).toBeNull();
    await act(async () => held.release(problem(503, 'Try later')));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try later');
    expect(unreadFlags()).toEqual(['true', 'false']);
    expect(screen.getByTestId('bell-badge')).toHaveTextContent('1');
  });

  it('does not claim to know what became of a request that got no answer', async () => {
    const backend = new FakeBackend(two());
    backend.on('POST /api/notifications/n2/read', () => Promise.reject(new TypeError('Failed to fetch')));
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Mark “Title 2” as read' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('We couldn’t confirm that. Please try again.');
    backend.on('POST /api/notifications/n2/read', () => new Response('<html>', { status: 504 }));
    await user.click(screen.getByRole('button', { name: 'Mark “Title 2” as read' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('We couldn’t confirm that. Please try again.');
  });

  it('says of all what the server says', async () => {
    const backend = new FakeBackend(two());
    backend.on('POST /api/notifications/read-all', () => problem(503, 'Try later'));
    const { user } = await open(backend);
    await waitFor(() => expect(items()).toHaveLength(2));
    await user.click(screen.getByTestId('mark-all-read'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try later');
  });

  it('marks one unread again', async () => {
    const backend = new FakeBackend([notification(1, { is_read: true })]);
    backend.on('POST /api/notifications/n1/unread', () => Response.json({}));
    const { user } = await open(backend, 1, 0);
    await user.click(await screen.findByRole('button', { name: 'Mark “Title 1” as unread' }));
    expect(unreadFlags()).toEqual(['true']);
    expect(screen.getByTestId('bell-badge')).toHaveTextContent('1');
  });

  it('marks all read up to what is on screen', async () => {
    const backend = new FakeBackend(two());
    backend.on('POST /api/notifications/read-all', () => Response.json({}));
    const { user } = await open(backend);
    await waitFor(() => expect(items()).toHaveLength(2));
    await user.click(screen.getByTestId('mark-all-read'));
    expect(unreadFlags()).toEqual(['false', 'false']);
    expect(screen.getByTestId('mark-all-read')).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByTestId('mark-all-read')).toHaveFocus();
    const [request] = backend.requestsTo('POST /api/notifications/read-all');
    expect(JSON.parse(String(request?.body))).toEqual({ up_to_seq: 2 });
  });

  describe('with a kind chosen', () => {
    const kinds = () => [notification(3, { type: 'match_found', is_read: true }), notification(2), notification(1, { type: 'match_found' })];
    const ofKind = (backend: FakeBackend, all = kinds()) =>
      backend.on('GET /api/notifications', ({ query }) =>
        Response.json(page(all.filter((one) => !query.has('type') || one.type === query.get('type')), { seq: 3, unread_count: 2 })),
      );

    it('says what it will mark, and what it has marked', async () => {
      const backend = new FakeBackend();
      ofKind(backend);
      backend.on('POST /api/notifications/read-all', () => Response.json({ epoch: 'epoch-1', seq: 4, changed: 1 }));
      const { user } = await open(backend, 3, 2);
      const button = screen.getByTestId('mark-all-read');
      expect(button).toHaveTextContent('Mark all as read');
      await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'match_found');
      expect(button).toHaveTextContent('Mark these as read');
      expect(button).toHaveAccessibleDescription('Mark “Matches” as read');
      await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'false'));
      await user.click(button);
      const [request] = backend.requestsTo('POST /api/notifications/read-all');
      expect(JSON.parse(String(request?.body))).toEqual({ up_to_seq: 3, type: 'match_found' });
      expect(screen.getByText('“Matches” marked as read')).toHaveAttribute('role', 'status');
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(screen.getByTestId('bell-badge')).toHaveTextContent('1');
    });

    it('offers nothing where only others are unread', async () => {
      const backend = new FakeBackend();
      ofKind(backend, kinds().slice(0, 2));
      const { user } = await open(backend, 3, 2);
      await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'match_found');
      await waitFor(() => expect(items()).toHaveLength(1));
      expect(screen.getByTestId('mark-all-read')).toHaveAttribute('aria-disabled', 'true');
    });
  });

  it('deletes at once, and brings it back to its place when the server refuses', async () => {
    const backend = new FakeBackend(two());
    const held = heldAnswer();
    backend.on('DELETE /api/notifications/n2', held.handler);
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Delete “Title 2”' }));
    expect(items()).toHaveLength(1);
    await act(async () => held.release(problem(503, 'Try later')));
    await waitFor(() => expect(items().map((item) => item.textContent)).toEqual([
      expect.stringContaining('Title 2'),
      expect.stringContaining('Title 1'),
    ]));
  });

  it('offers to undo a deletion, and puts it back in its place', async () => {
    const backend = new FakeBackend(two());
    backend.on('DELETE /api/notifications/n2', () => Response.json({}));
    backend.on('POST /api/notifications/n2/restore', () => Response.json({}));
    const { user, panel } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Delete “Title 2”' }));
    expect(items()).toHaveLength(1);
    expect(screen.getByText('Deleted “Title 2”')).toHaveAttribute('role', 'status');
    expect(await violations(panel)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(items()).toHaveLength(2);
    expect(items()[0]).toHaveTextContent('Title 2');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await waitFor(() => expect(backend.requestsTo('POST /api/notifications/n2/restore')).toHaveLength(1));
  });

  it('still offers to undo what could not be undone', async () => {
    const backend = new FakeBackend(two());
    backend.on('DELETE /api/notifications/n2', () => Response.json({}));
    backend.on('POST /api/notifications/n2/restore', () => Promise.reject(new TypeError('Failed to fetch')));
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Delete “Title 2”' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    backend.on('POST /api/notifications/n2/restore', () => Response.json({}));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(backend.requestsTo('POST /api/notifications/n2/restore')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('offers no undo of what was refused, even if it was asked for meanwhile', async () => {
    const backend = new FakeBackend(two());
    const held = heldAnswer();
    backend.on('DELETE /api/notifications/n2', held.handler);
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Delete “Title 2”' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await act(async () => held.release(problem(503, 'Try later')));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    await waitFor(() => expect(items()).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('follows what other devices do', async () => {
    const backend = new FakeBackend(two());
    await open(backend);
    await waitFor(() => expect(items()).toHaveLength(2));
    backend.send({ type: 'notification_updated', seq: 3, unread_count: 0, read_up_to_seq: 2 });
    expect(unreadFlags()).toEqual(['false', 'false']);
    backend.send({ type: 'notification_deleted', seq: 4, unread_count: 0, notification_ids: ['n1'] });
    expect(items()).toHaveLength(1);
  });

  it('says it was seen', async () => {
    const backend = new FakeBackend(two());
    await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    backend.greet(2, 1);
    await screen.findByTestId('bell-badge');
    await userEvent.click(screen.getByTestId('bell'));
    const [request] = backend.requestsTo('POST /api/notifications/seen');
    expect(JSON.parse(String(request?.body))).toEqual({ up_to_seq: 2 });
  });

  describe('what arrives while it is open', () => {
    const seenUpTo = (backend: FakeBackend) =>
      backend.requestsTo('POST /api/notifications/seen').map(({ body }) => (JSON.parse(String(body)) as { up_to_seq: number }).up_to_seq);
    const seen = (seq: number) => ({ is_seen: true, is_read: true, changed_seq: seq });
    const show = (state: DocumentVisibilityState) => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
      act(() => void document.dispatchEvent(new Event('visibilitychange')));
    };
    async function opened() {
      const backend = new FakeBackend([notification(2, seen(2))]);
      const view = await open(backend, 2, 0);
      await waitFor(() => expect(items()).toHaveLength(1));
      vi.useFakeTimers();
      return { backend, ...view };
    }
    const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
    afterEach(() => void vi.useRealTimers());

    it('is seen, and said so once for several', async () => {
      const { backend } = await opened();
      backend.send(created(3, 1));
      await pass(500);
      backend.send(created(4, 2));
      await pass(900);
      expect(seenUpTo(backend)).toEqual([]);
      await pass(100);
      expect(seenUpTo(backend)).toEqual([4]);
      await pass(60_000);
      expect(seenUpTo(backend)).toEqual([4]);
    });

    it('is not seen in a tab in the background, but when it is shown', async () => {
      const { backend } = await opened();
      show('hidden');
      backend.send(created(3, 1));
      await pass(60_000);
      expect(seenUpTo(backend)).toEqual([]);
      show('visible');
      await pass(1_000);
      expect(seenUpTo(backend)).toEqual([3]);
    });
  });

  it('leaves what arrives unseen while it is closed', async () => {
    const backend = new FakeBackend([notification(2, { is_seen: true })]);
    await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    backend.greet(2, 1);
    await screen.findByTestId('bell-badge');
    vi.useFakeTimers();
    backend.send(created(3, 2));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    vi.useRealTimers();
    expect(backend.requestsTo('POST /api/notifications/seen')).toEqual([]);
  });

  it('loads older ones on demand', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/notifications', ({ query }) =>
      Response.json(
        query.get('cursor') === 'older'
          ? page([notification(1)], { seq: 2, unread_count: 2 })
          : page([notification(2)], { next_cursor: 'older', unread_count: 2 }),
      ),
    );
    const { user } = await open(backend, 2, 2);
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(items()).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('is friendly when there is nothing', async () => {
    await open(new FakeBackend([]), 0, 0);
    expect(await screen.findByText('You’re all caught up')).toBeInTheDocument();
  });

  it('shows that it is loading, then that it failed, and tries again', async () => {
    const backend = new FakeBackend();
    const held = heldAnswer();
    backend.on('GET /api/notifications', held.handler);
    const { user } = await open(backend, 0, 0);
    expect(screen.getByRole('status', { name: 'Loading notifications' })).toBeInTheDocument();
    await act(async () => held.release(problem(500, 'Broken')));
    expect(await screen.findByText('We couldn’t load your notifications.')).toBeInTheDocument();
    backend.on('GET /api/notifications', () => Response.json(page(two())));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(items()).toHaveLength(2));
  });

  it('breaks no accessibility rule', async () => {
    const { baseElement } = await open(new FakeBackend(two()));
    await waitFor(() => expect(items()).toHaveLength(2));
    expect(await violations(baseElement.querySelector('.hg-panel')!)).toEqual([]);
    expect(await violations(baseElement.querySelector('.hg-center')!)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('moves through the list and back to the bell', async () => {
    const { user } = await open(new FakeBackend(two()));
    const [first, second] = await screen.findAllByRole('link', { name: /Title/ });
    act(() => first!.focus());
    await user.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await user.keyboard('{Home}');
    expect(first).toHaveFocus();
    await user.keyboard('{End}{ArrowUp}');
    expect(first).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByTestId('bell')).toHaveFocus());
  });

  it('keeps its place when an item is deleted', async () => {
    const backend = new FakeBackend(two());
    backend.on('DELETE /api/notifications/n2', () => Response.json({}));
    const { user } = await open(backend);
    const button = await screen.findByRole('button', { name: 'Delete “Title 2”' });
    act(() => button.focus());
    await user.keyboard('{Enter}');
    expect(screen.getByRole('link', { name: /Title 1/ })).toHaveFocus();
  });
});

describe('the feed', () => {
  it('says of each article what it is and where it stands, and of how many once all are known', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/notifications', ({ query }) =>
      Response.json(
        query.has('cursor') ? page([notification(1, { is_read: true })], { seq: 2 }) : page([notification(2)], { next_cursor: 'older' }),
      ),
    );
    const { user } = await open(backend);
    const [first] = await screen.findAllByRole('article');
    expect(screen.getByRole('feed', { name: 'Notifications' })).toHaveAttribute('aria-busy', 'false');
    expect(first).toHaveAccessibleName('Unread: Title 2. Message 2');
    expect(first).toHaveAttribute('aria-posinset', '1');
    expect(first).toHaveAttribute('aria-setsize', '-1');
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    const [, second] = await screen.findAllByRole('article');
    expect(second).toHaveAccessibleName('Title 1. Message 1');
    expect(second).toHaveAttribute('aria-posinset', '2');
    expect(first).toHaveAttribute('aria-setsize', '2');
  });

  it('is walked article by article with Page Up and Page Down, opened with Enter, and left with Control', async () => {
    const backend = new FakeBackend(two());
    backend.on('POST /api/notifications/n2/read', () => Response.json({}));
    const { user, onNavigate } = await open(backend);
    const [first, second] = await screen.findAllByRole('article');
    act(() => screen.getByRole('link', { name: /Title 2/ }).focus());
    await user.keyboard('{PageDown}');
    expect(second).toHaveFocus();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(screen.getByRole('link', { name: 'See all notifications' })).toHaveFocus();
    act(() => second!.focus());
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveFocus();
    act(() => second!.focus());
    await user.keyboard('{PageUp}');
    expect(first).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onNavigate).toHaveBeenCalledWith('/candidates/c2');
  });

  it('takes back with Control and Z, and gives the focus to what has come back', async () => {
    const backend = new FakeBackend(two());
    backend.on('DELETE /api/notifications/n2', () => Response.json({}));
    backend.on('POST /api/notifications/n2/restore', () => Response.json({}));
    const { user } = await open(backend);
    await user.click(await screen.findByRole('button', { name: 'Delete “Title 2”' }));
    expect(items()).toHaveLength(1);
    await user.keyboard('{Control>}z{/Control}');
    expect(items()).toHaveLength(2);
    expect(screen.getByRole('link', { name: /Title 2/ })).toHaveFocus();
    await waitFor(() => expect(backend.requestsTo('POST /api/notifications/n2/restore')).toHaveLength(1));
  });
});

describe('as a sheet over the whole screen', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is modal: Tab goes round within it', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query === '(max-width: 640px)',
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    const { user, panel } = await open(new FakeBackend(two()));
    expect(panel).toHaveAttribute('aria-modal', 'true');
    const last = screen.getByRole('link', { name: 'See all notifications' });
    act(() => last.focus());
    await user.tab();
    expect(screen.getByTestId('mark-all-read')).toHaveFocus();
    await user.tab({ shift: true });
    expect(last).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByTestId('bell')).toHaveFocus());
  });
});

describe('the connection', () => {
  it('says whether the page is live, and offers the way back', async () => {
    const backend = new FakeBackend(two());
    await renderConnected(backend, <NotificationCenter onNavigate={vi.fn()} />);
    const state = screen.getByTestId('connection-state');
    expect(state).toHaveAttribute('data-state', 'connecting');
    backend.greet();
    expect(state).toHaveAttribute('data-state', 'live');
    act(() => backend.socket.fail(4409));
    expect(state).toHaveAttribute('data-state', 'offline');
    expect(state).toHaveTextContent('too many tabs or devices');
    const before = backend.sockets.length;
    await userEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    await waitFor(() => expect(backend.sockets).toHaveLength(before + 1));
    backend.greet();
    expect(state).toHaveAttribute('data-state', 'live');
  });
});
