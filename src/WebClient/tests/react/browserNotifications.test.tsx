import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HotGigsProvider, NotificationCenter, NotificationClient, tabLeadership } from '../../lib/react';
import { violations } from '../support/axe';
import { created, notification } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { FakeLocks } from '../support/fakeLocks';

class FakeNotification {
  static permission: NotificationPermission = 'granted';
  static shown: FakeNotification[] = [];
  static requestPermission = vi.fn(() => Promise.resolve<NotificationPermission>('granted'));
  onclick: (() => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    FakeNotification.shown.push(this);
  }
  close(): void {
    this.onclose?.();
  }
}

beforeEach(() => {
  FakeNotification.permission = 'granted';
  FakeNotification.shown = [];
  FakeNotification.requestPermission.mockClear();
  vi.stubGlobal('Notification', FakeNotification);
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
  Reflect.deleteProperty(navigator, 'locks');
});

/** One tab: a page with a connection of its own. */
async function tab(backend = new FakeBackend([notification(1)])) {
  const onNavigate = vi.fn();
  const client = new NotificationClient({
    baseUrl: 'http://server',
    token: () => Promise.resolve('token'),
    fetch: backend.fetch,
    WebSocket: backend.WebSocket,
    onWake: () => () => undefined,
  });
  const view = render(
    <HotGigsProvider client={client}>
      <NotificationCenter onNavigate={onNavigate} />
    </HotGigsProvider>,
  );
  await waitFor(() => backend.socket);
  backend.greet(1, 1);
  await waitFor(() => expect(client.feed.get().state.loaded).toBe(true));
  const leads = () => client.feature(tabLeadership).leads.get();
  return { backend, client, onNavigate, leads, ...view };
}

const forBrowser = (seq: number, overrides: object = {}) => ({ ...created(seq, seq), channels: ['in_app', 'browser'], ...overrides });
const shown = () => FakeNotification.shown.map(({ title, options }) => `${title}: ${options.body}`);

it('is shown once, however many tabs there are', async () => {
  const one = await tab();
  const other = await tab();
  await waitFor(() => expect(one.leads()).toBe(true));
  expect(other.leads()).toBe(false);
  for (const { backend } of [one, other]) backend.send(forBrowser(2));
  await waitFor(() => expect(shown()).toEqual(['Title 2: Message 2']));
  expect(FakeNotification.shown[0]?.options.tag).toBe('hotgigs.candidate_added');
});

it('is left to the next tab when the leading one loses its connection', async () => {
  const one = await tab();
  const other = await tab();
  await waitFor(() => expect(one.leads()).toBe(true));
  act(() => one.backend.socket.fail(4403));
  await waitFor(() => expect(other.leads()).toBe(true));
  expect(one.leads()).toBe(false);
  other.backend.send(forBrowser(2));
  await waitFor(() => expect(shown()).toEqual(['Title 2: Message 2']));
});

it('is not shown while any tab is in view', async () => {
  const one = await tab();
  await waitFor(() => expect(one.leads()).toBe(true));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  await tab();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const { locks } = navigator as unknown as { locks: FakeLocks };
  const query = vi.spyOn(locks, 'query');
  one.backend.send(forBrowser(2));
  await waitFor(() => expect(query).toHaveBeenCalled());
  await query.mock.results[0]?.value;
  expect(shown()).toEqual([]);
});

it('counts those of one kind instead of piling them up', async () => {
  const { backend, leads } = await tab();
  await waitFor(() => expect(leads()).toBe(true));
  for (let seq = 2; seq <= 11; seq++) backend.send(forBrowser(seq));
  await waitFor(() => expect(shown()).toEqual(['Title 11: Message 11 and 9 more']));
});

it('leads to its page when it is clicked', async () => {
  const { backend, onNavigate, leads } = await tab();
  await waitFor(() => expect(leads()).toBe(true));
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
  backend.on('POST /api/notifications/n2/read', () => Response.json({}));
  backend.send(forBrowser(2));
  await waitFor(() => expect(shown()).toHaveLength(1));
  act(() => FakeNotification.shown[0]!.onclick!());
  expect(focus).toHaveBeenCalled();
  expect(onNavigate).toHaveBeenCalledExactlyOnceWith('/candidates/c2');
  await waitFor(() => expect(backend.requestsTo('POST /api/notifications/n2/read')).toHaveLength(1));
});

it.each([
  ['the preferences of the user leave the browser out', { channels: ['in_app'] }],
  ['an older server says nothing of delivery channels', { channels: undefined }],
])('is not shown where %s', async (_, overrides) => {
  const { backend, leads } = await tab();
  await waitFor(() => expect(leads()).toBe(true));
  backend.send(forBrowser(2, overrides));
  backend.send(forBrowser(3, { notification_type: 'match_found' }));
  await waitFor(() => expect(shown()).toEqual(['Title 3: Message 3']));
});

it('is not shown for what was missed and fetched later', async () => {
  const { backend, leads } = await tab();
  await waitFor(() => expect(leads()).toBe(true));
  const missed = notification(2, { channels: ['in_app', 'browser'] });
  backend.on('GET /api/notifications/sync', () =>
    Response.json({ recovered: true, epoch: 'epoch-1', seq: 2, notifications: [missed], deleted: [], unread_count: 2, more: false }),
  );
  backend.send({ type: 'pong', epoch: 'epoch-1', seq: 2, unread_count: 2 });
  expect(await screen.findByText('2')).toBeInTheDocument();
  backend.send(forBrowser(3, { notification_type: 'match_found' }));
  await waitFor(() => expect(shown()).toEqual(['Title 3: Message 3']));
});

it('is asked for on a click, after an explanation, and once', async () => {
  FakeNotification.permission = 'default';
  const { unmount } = await tab();
  expect(FakeNotification.requestPermission).not.toHaveBeenCalled();
  await userEvent.click(screen.getByTestId('bell'));
  const offer = screen.getByRole('region', { name: 'Shall we tell you when you are in another tab?' });
  expect(await violations(offer)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('button', { name: 'Turn on' })).toBeNull();
  unmount();
  expect(FakeNotification.requestPermission).not.toHaveBeenCalled();
  localStorage.clear();
  await tab();
  await userEvent.click(screen.getByTestId('bell'));
  await userEvent.click(screen.getByRole('button', { name: 'Turn on' }));
  expect(FakeNotification.requestPermission).toHaveBeenCalledOnce();
});
