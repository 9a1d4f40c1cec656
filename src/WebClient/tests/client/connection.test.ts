// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../../lib/client/connection';
import { ApiError } from '../../lib/client/http';
import { FakeSocket } from '../support/fakeSocket';

let sockets: FakeSocket[];
let wake: () => void;
let connection: Connection;
let random = 1;
let credential: () => Promise<string>;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  random = 1;
  credential = () => Promise.resolve('token=a%20token');
  connection = new Connection({
    url: 'ws://server/ws/connect',
    token: () => Promise.resolve('a token'),
    credential: () => credential(),
    onFrame: () => undefined,
    onWake: (listener) => {
      wake = listener;
      return () => undefined;
    },
    random: () => random,
    WebSocket: class extends FakeSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    } as unknown as typeof WebSocket,
  });
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
});

const state = () => connection.snapshot.get().status;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function connect(): Promise<FakeSocket> {
  connection.start();
  await pass(0);
  const socket = sockets.at(-1)!;
  socket.receive({ type: 'connected', user_id: 'rita', message: '', ping_interval: 30 });
  return socket;
}

describe('a connection', () => {
  it('puts what lets it in into the address, and asks for many frames in one message', async () => {
    expect((await connect()).url).toBe('ws://server/ws/connect?batch=1&token=a%20token');
  });

  it('asks for a ticket again when the server said it may', async () => {
    random = 0;
    credential = () => Promise.reject(new ApiError(429, 'Too many tickets.', 'rate_limited', {}, null, 20_000));
    connection.start();
    await pass(0);
    credential = () => Promise.resolve('ticket=one');
    await pass(19_999);
    expect(sockets).toHaveLength(0);
    await pass(1);
    expect(sockets).toHaveLength(1);
  });

  it('replaces a socket that went silent', async () => {
    const dead = await connect();
    await pass(65_000);
    expect(dead.readyState).toBe(3);
    expect(state()).toBe('connecting');
    await pass(3_000);
    expect(sockets).toHaveLength(2);
  });

  it('gives up on a handshake that hangs', async () => {
    connection.start();
    await pass(65_000 + 3_000);
    expect(sockets).toHaveLength(2);
  });

  it('probes when the device wakes, and replaces a socket that does not answer', async () => {
    const socket = await connect();
    wake();
    expect(socket.sent).toEqual([{ type: 'ping' }]);
    await pass(5_000);
    expect(state()).toBe('connecting');
  });

  it('does not wait out its delay when the device wakes', async () => {
    (await connect()).fail(1006);
    wake();
    await pass(0);
    expect(sockets).toHaveLength(2);
  });

  it('doubles its delay with every failure', async () => {
    (await connect()).fail(1006);
    await pass(3_000);
    sockets[1]!.fail(1006);
    await pass(5_999);
    expect(sockets).toHaveLength(2);
    await pass(1);
    expect(sockets).toHaveLength(3);
  });

  it('forgets failures once it has been stable', async () => {
    (await connect()).fail(1006);
    await pass(3_000);
    sockets[1]!.receive({ type: 'connected', user_id: 'rita', message: '' });
    await pass(5_000);
    sockets[1]!.fail(1006);
    await pass(3_000);
    expect(sockets).toHaveLength(3);
  });

  it.each([4429, 4503])('leaves an overloaded server alone for a while (%i)', async (code) => {
    random = 0;
    (await connect()).fail(code);
    await pass(2_999);
    expect(sockets).toHaveLength(1);
    await pass(1);
    expect(sockets).toHaveLength(2);
  });

  it('comes back when a draining server says', async () => {
    const socket = await connect();
    socket.receive({ type: 'reconnect', after_ms: 12_000 });
    socket.fail(1001);
    await pass(11_999);
    expect(sockets).toHaveLength(1);
    await pass(1);
    expect(sockets).toHaveLength(2);
  });

  it('counts that delay from when it was told, not from when it was closed', async () => {
    const socket = await connect();
    socket.receive({ type: 'reconnect', after_ms: 12_000 });
    await pass(10_000);
    socket.fail(1001);
    expect(state()).toBe('connecting');
    await pass(1_999);
    expect(sockets).toHaveLength(1);
    await pass(1);
    expect(sockets).toHaveLength(2);
  });

  it('stays with a draining server until then, and leaves by itself', async () => {
    const socket = await connect();
    socket.receive({ type: 'reconnect', after_ms: 4_000 });
    await pass(3_999);
    expect(socket.readyState).toBe(1);
    expect(state()).toBe('live');
    await pass(1);
    expect(socket.readyState).toBe(3);
    expect(sockets).toHaveLength(2);
  });

  it('backs off from there where nobody answers yet, with all its attempts', async () => {
    const socket = await connect();
    socket.receive({ type: 'reconnect', after_ms: 1_000 });
    await pass(1_000);
    for (let attempt = 1; attempt <= 5; attempt++) {
      sockets.at(-1)!.fail(1006);
      await pass(3_000 * 2 ** (attempt - 1));
      expect(sockets).toHaveLength(2 + attempt);
    }
    sockets.at(-1)!.fail(1006);
    expect(state()).toBe('disconnected');
  });

  it('does not leave a server it came back to because the last one was draining', async () => {
    (await connect()).receive({ type: 'reconnect', after_ms: 4_000 });
    connection.reconnect();
    await pass(0);
    sockets[1]!.receive({ type: 'connected', user_id: 'rita', message: '' });
    await pass(4_000);
    expect(sockets).toHaveLength(2);
    expect(state()).toBe('live');
  });

  it('ignores the close of a socket it has already replaced', async () => {
    const old = await connect();
    connection.reconnect();
    await pass(0);
    sockets[1]!.receive({ type: 'connected', user_id: 'rita', message: '' });
    old.fail(4403);
    expect(state()).toBe('live');
  });
});
