// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ConnectionSnapshot } from '../../lib/client/connection';
import { listOf } from '../../lib/client/feedSnapshot';
import { NotificationClient } from '../../lib/client/notificationClient';
import { resumeProgress } from '../../lib/client/resumeProgress';
import type { ReadableStore } from '../../lib/client/store';
import { created, notification, page } from '../support/builders';
import { FakeServer } from '../support/fakeServer';

let server: FakeServer;
let client: NotificationClient;
let tokens: { renew: boolean }[];
let wake: () => void;

beforeEach(async () => {
  server = await FakeServer.start();
  server.route('GET /api/notifications', () => ({ body: page([], { seq: 0 }) }));
  tokens = [];
  client = new NotificationClient({
    baseUrl: server.url,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    random: () => 0,
    onWake: (listener) => {
      wake = listener;
      return () => undefined;
    },
    token: (request) => {
      tokens.push(request);
      return Promise.resolve(`token-${tokens.filter((t) => t.renew).length}`);
    },
  });
});

afterEach(async () => {
  client.stop();
  await server.stop();
});

function until<T>(store: ReadableStore<T>, matches: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const check = () => {
      if (!matches(store.get())) return;
      unsubscribe();
      resolve(store.get());
    };
    const unsubscribe = store.subscribe(check);
    check();
  });
}

const status = (wanted: ConnectionSnapshot['status']) => until(client.connection, (c) => c.status === wanted);
const position = (seq: number) => until(client.feed, (f) => f.state.loaded && f.state.seq === seq);
const ids = () => client.feed.get().notifications.map((n) => n.id);

async function connect(greeting: object = {}) {
  client.start();
  const connection = await server.nextConnection();
  connection.greet(greeting);
  await status('live');
  await until(client.feed, (f) => f.state.loaded);
  return connection;
}

describe('connecting', () => {
  it('carries the token and is live once greeted', async () => {
    const connection = await connect();
    expect(connection.token).toBe('token-0');
  });

  it('comes with a new ticket each time where the server gives them, and shows no token', async () => {
    let given = 0;
    server.route('POST /ws/ticket', ({ token }) => ({ body: { ticket: `${token}-ticket-${++given}`, expires_in: 30 } }));
    const first = await connect();
    expect([first.ticket, first.token]).toEqual(['token-0-ticket-1', '']);
    first.socket.close(4401);
    const second = await server.nextConnection();
    expect([second.ticket, second.token]).toEqual(['token-1-ticket-2', '']);
  });

  it('pings as often as the server asks', async () => {
    const connection = await connect({ ping_interval: 0.01 });
    await connection.next('ping');
    connection.send({ type: 'pong' });
    expect(await connection.next('ping')).toEqual({ type: 'ping' });
  });

  it('opens one connection under a double start, as StrictMode does it', async () => {
    client.start();
    client.stop();
    const connection = await connect();
    connection.send({ type: 'pong' });
    expect(server.connections.count(() => true)).toBe(0);
  });

  it('is disconnected when nobody is signed in', async () => {
    const anonymous = new NotificationClient({
      baseUrl: server.url,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      token: () => Promise.resolve(null),
    });
    anonymous.start();
    const { reason } = await until(anonymous.connection, (c) => c.status === 'disconnected');
    expect(reason).toBe('signed_out');
    anonymous.stop();
  });
});

describe('coming back', () => {
  it('reconnects, and says again what it watches and where it is', async () => {
    const first = await connect();
    client.feature(resumeProgress).watch('resume-1');
    client.joinRoom('recruiters');
    expect((await first.next('watch_resume')).id).toEqual(expect.any(String));
    await first.next('join_room');

    first.socket.terminate();
    const second = await server.nextConnection();
    second.greet();
    expect(await second.next('watch_resume')).toMatchObject({ type: 'watch_resume', resume_id: 'resume-1' });
    expect(await second.next('join_room')).toMatchObject({ type: 'join_room', room: 'recruiters' });
  });

  it('does not watch again what was left', async () => {
    const first = await connect();
    client.feature(resumeProgress).watch('resume-1')();
    await first.next('unwatch_resume');
    client.feature(resumeProgress).watch('resume-2');
    first.socket.close(1001);
    const second = await server.nextConnection();
    second.greet();
    expect((await second.next('watch_resume')).resume_id).toBe('resume-2');
  });

  it.each([
    [4400, 'malformed'],
    [4403, 'forbidden'],
    [4409, 'too_many_connections'],
  ])('stops on %i, until the user asks', async (code, reason) => {
    const connection = await connect();
    connection.socket.close(code);
    expect((await status('disconnected')).reason).toBe(reason);
    wake();
    expect(client.connection.get().status).toBe('disconnected');
    client.reconnect();
    (await server.nextConnection()).greet();
    await status('live');
  });

  it('gets a new token on 4401', async () => {
    const first = await connect();
    first.socket.close(4401);
    const second = await server.nextConnection();
    expect(second.token).toBe('token-1');
  });

  it('does not loop when the new token is refused as well', async () => {
    const first = await connect();
    first.socket.close(4401);
    for (let attempt = 0; attempt < 4; attempt += 1) (await server.nextConnection()).socket.close(4401);
    expect((await status('disconnected')).reason).toBe('attempts_exhausted');
  });

  it('gives up after the attempts the server granted, and comes back when the device wakes', async () => {
    const first = await connect();
    first.socket.close(1011);
    for (let attempt = 0; attempt < 3; attempt += 1) (await server.nextConnection()).socket.close(1011);
    expect((await status('disconnected')).reason).toBe('attempts_exhausted');
    wake();
    (await server.nextConnection()).greet();
    await status('live');
  });

  it('hands over a new token before the old one expires', async () => {
    const connection = await connect();
    connection.send({ type: 'token_expiring', expires_in: 60 });
    expect(await connection.next('refresh_token')).toEqual({ type: 'refresh_token', token: 'token-1' });
  });
});

describe('the feed', () => {
  it('applies frames, single or in a batch', async () => {
    const connection = await connect();
    connection.send(created(1, 1));
    connection.send({ type: 'batch', messages: [created(2, 2), created(3, 3)] });
    await position(3);
    expect(ids()).toEqual(['n3', 'n2', 'n1']);
    expect(client.feed.get().unreadCount).toBe(3);
  });

  it('survives frames of a newer server', async () => {
    const connection = await connect();
    connection.socket.send('not json');
    connection.socket.send('{"type":"hologram","seq":"x"}');
    connection.send(created(1, 1));
    await position(1);
    expect(ids()).toEqual(['n1']);
  });

  it('fills a gap by sync, page by page', async () => {
    const answers = [
      { recovered: true, epoch: 'epoch-1', seq: 2, notifications: [notification(2)], deleted: [], unread_count: 4, more: true },
      { recovered: true, epoch: 'epoch-1', seq: 4, notifications: [notification(3)], deleted: ['n1'], unread_count: 3, more: false },
    ];
    server.route('GET /api/notifications/sync', () => ({ body: answers.shift() }));
    const connection = await connect();
    connection.send(created(1, 1));
    await position(1);
    connection.send(created(4, 4));
    await position(4);
    expect(ids()).toEqual(['n4', 'n3', 'n2']);
    const first = await server.nextRequest('GET /api/notifications/sync');
    const second = await server.nextRequest('GET /api/notifications/sync');
    expect([first.query.get('since'), second.query.get('since')]).toEqual(['1', '2']);
    expect(first.query.get('epoch')).toBe('epoch-1');
  });

  it.each([
    ['does not offer sync', { status: 404, body: {} }],
    ['cannot continue', { body: { recovered: false, epoch: 'epoch-1', seq: 9, notifications: [], deleted: [], unread_count: 0, more: false } }],
  ])('reads the list when the server %s, and keeps what arrives meanwhile', async (_, answer) => {
    server.route('GET /api/notifications/sync', () => answer);
    const connection = await connect();
    server.route('GET /api/notifications', async () => {
      connection.send(created(4, 3));
      await until(client.feed, (f) => f.state.items.has('n4'));
      return { body: page([notification(3), notification(2)], { seq: 3 }) };
    });
    connection.send({ type: 'pong', epoch: 'epoch-1', seq: 3, unread_count: 2 });
    await position(4);
    expect(ids()).toEqual(['n4', 'n3', 'n2']);
    expect(client.feed.get().unreadCount).toBe(3);
  });

  it('starts over when the epoch changed while it was away', async () => {
    const first = await connect();
    first.send(created(1, 1));
    await position(1);
    server.route('GET /api/notifications', () => ({ body: page([notification(1, { id: 'other' })], { epoch: 'epoch-2' }) }));
    first.socket.terminate();
    const second = await server.nextConnection();
    second.greet({ epoch: 'epoch-2', seq: 1 });
    await until(client.feed, (f) => f.state.epoch === 'epoch-2' && f.state.loaded);
    expect(ids()).toEqual(['other']);
  });

  it('announces arrivals, and nothing that was there before', async () => {
    server.route('GET /api/notifications', ({ url }) => ({
      body: url.searchParams.has('cursor') ? page([notification(1)], { seq: 2 }) : page([notification(2)], { next_cursor: 'x' }),
    }));
    const arrived: string[] = [];
    client.onArrival((notifications) => arrived.push(...notifications.map((n) => n.id)));
    const connection = await connect({ seq: 2 });
    await client.loadMore();
    expect(ids()).toEqual(['n2', 'n1']);
    connection.send(created(3, 3));
    await position(3);
    expect(arrived).toEqual(['n3']);
  });

  it('takes back what the server refuses', async () => {
    server.route('GET /api/notifications', () => ({ body: page([notification(1)]) }));
    server.route('DELETE /api/notifications/n1', () => ({ status: 503, body: { detail: 'Try later' } }));
    await connect({ seq: 1, unread_count: 1 });
    const removal = client.remove('n1');
    expect(ids()).toEqual([]);
    await expect(removal).rejects.toThrow('Try later');
    expect(ids()).toEqual(['n1']);
    expect(client.feed.get().unreadCount).toBe(1);
  });

  it('takes a refused archiving, restoring and bulk action back', async () => {
    const refused = () => ({ status: 503, body: { detail: 'Try later' } });
    server.route('GET /api/notifications', () => ({ body: page([notification(2), notification(1)]) }));
    server.route('POST /api/notifications/n1/archive', refused);
    server.route('DELETE /api/notifications/n1', () => ({}));
    server.route('POST /api/notifications/n1/restore', refused);
    server.route('POST /api/notifications/bulk', refused);
    await connect({ seq: 2, unread_count: 2 });

    const archiving = client.archive('n1');
    expect(client.feed.get().unreadCount).toBe(1);
    await expect(archiving).rejects.toThrow('Try later');
    const bulk = client.bulk('delete', ['n1', 'n2']);
    expect(ids()).toEqual([]);
    await expect(bulk).rejects.toThrow('Try later');
    expect(ids()).toEqual(['n2', 'n1']);
    await client.remove('n1');
    const restoring = client.restore('n1');
    expect(ids()).toEqual(['n2', 'n1']);
    await expect(restoring).rejects.toThrow('Try later');
    expect(ids()).toEqual(['n2']);
  });

  it('undoes a deletion only after the server has heard of it', async () => {
    server.route('GET /api/notifications', () => ({ body: page([notification(1)]) }));
    const order: string[] = [];
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    server.route('DELETE /api/notifications/n1', async () => {
      await answered;
      order.push('delete');
      return {};
    });
    server.route('POST /api/notifications/n1/restore', () => {
      order.push('restore');
      return {};
    });
    const connection = await connect({ seq: 1 });

    const removal = client.remove('n1');
    const undo = client.restore('n1');
    expect(ids()).toEqual(['n1']);
    answer();
    await Promise.all([removal, undo]);
    expect(order).toEqual(['delete', 'restore']);
    connection.send({ type: 'notification_deleted', seq: 2, unread_count: 0, notification_ids: ['n1'] });
    const notifications = [notification(1, { changed_seq: 3 })];
    connection.send({ type: 'notification_updated', seq: 3, unread_count: 1, notifications });
    await position(3);
    expect(ids()).toEqual(['n1']);
    expect(client.feed.get()).toMatchObject({ unreadCount: 1, state: { pending: [] } });
  });

  it('lists the archive, and reads the list afresh where nothing had happened in the feed yet', async () => {
    const pages: Record<string, object> = { true: page([notification(1, { is_archived: true })], { seq: 2, unread_count: 1 }) };
    server.route('GET /api/notifications', ({ url }) => ({
      body: pages[url.searchParams.get('archived') ?? ''] ?? page([], { seq: 0, epoch: '' }),
    }));
    const connection = await connect({ epoch: '', seq: 0 });
    pages[''] = page([notification(2)], { seq: 2 });
    connection.send({ type: 'pong', epoch: 'epoch-1', seq: 2, unread_count: 1 });
    await position(2);
    await client.loadMore({ archived: true });
    expect(listOf(client.feed.get(), { archived: true }).notifications.map((n) => n.id)).toEqual(['n1']);
    expect(listOf(client.feed.get(), {}).notifications.map((n) => n.id)).toEqual(['n2']);
  });

  it('trusts the server over its own last action once it has asked again', async () => {
    server.route('GET /api/notifications', () => ({ body: page([notification(1)]) }));
    server.route('POST /api/notifications/n1/read', () => ({}));
    // Read here, then marked unread on another device, while this one was offline.
    server.route('GET /api/notifications/sync', () => ({
      body: { recovered: true, epoch: 'epoch-1', seq: 3, notifications: [notification(1, { changed_seq: 3 })], deleted: [], unread_count: 1, more: false },
    }));
    const connection = await connect({ seq: 1 });
    connection.socket.close(4409);
    await status('disconnected');
    const marking = client.markRead('n1');
    expect(client.feed.get().unreadCount).toBe(0);
    await marking;
    await position(3);
    await until(client.feed, (f) => f.state.pending.length === 0);
    expect(client.feed.get().unreadCount).toBe(1);
  });

  it('asks again with a new token when a request is refused', async () => {
    server.route('GET /api/notifications', ({ token }) =>
      token === 'token-1' ? { body: page([notification(1)]) } : { status: 401, body: {} },
    );
    client.start();
    await position(1);
    expect(ids()).toEqual(['n1']);
  });
});

describe('confirming what has come', () => {
  it('says up to where, also on the next connection', async () => {
    const first = await connect();
    first.send(created(1, 1));
    expect(await first.next('ack')).toMatchObject({ seq: 1 });
    first.socket.close(1001);
    const second = await server.nextConnection();
    second.greet({ seq: 1 });
    expect(await second.next('ack')).toMatchObject({ seq: 1 });
  });

  it('says nothing of an epoch that is over', async () => {
    const first = await connect();
    first.send(created(1, 1));
    await first.next('ack');
    server.route('GET /api/notifications', () => ({ body: { ...page([], { seq: 9 }), epoch: 'epoch-2' } }));
    first.socket.close(1001);
    const second = await server.nextConnection();
    second.greet({ epoch: 'epoch-2', seq: 9 });
    expect(await second.next('ack')).toMatchObject({ seq: 9 });
  });

  it('shows nobody that an older server does not know it', async () => {
    const frames: string[] = [];
    client.onFrame((frame) => frames.push(frame.type));
    const connection = await connect();
    connection.send(created(1, 1));
    const { id } = await connection.next('ack');
    connection.send({ type: 'error', message: 'type: There is no such message.', code: 'unknown_type', ref: id as string });
    connection.send(created(2, 2));
    await position(2);
    expect(frames).toEqual(['connected', 'notification', 'notification']);
  });
});

describe('resume progress', () => {
  const progress = { status: 'processing', progress: 60, current_step: 'Structuring extracted data', error: null } as const;

  it('comes from the socket', async () => {
    const connection = await connect();
    client.feature(resumeProgress).watch('resume-1');
    await connection.next('watch_resume');
    connection.send({ type: 'resume_progress', resume_id: 'resume-1', data: progress, timestamp: '2026-01-01T12:00:00Z' });
    const known = await until(client.feature(resumeProgress).progress, (all) => all.has('resume-1'));
    expect(known.get('resume-1')).toEqual(progress);
  });

  it('is no longer watched once it is completed', async () => {
    const connection = await connect();
    client.feature(resumeProgress).watch('resume-1');
    const done = { ...progress, status: 'completed', progress: 100 } as const;
    connection.send({ type: 'resume_progress', resume_id: 'resume-1', data: done, timestamp: '2026-01-01T12:00:00Z' });
    expect((await connection.next('unwatch_resume')).resume_id).toBe('resume-1');
  });
});
