import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Connection } from '../../lib/client/connection';
import { onWake } from '../../lib/client/wakeSignals';
import { FakeSocket } from '../support/fakeSocket';

let sockets: FakeSocket[];
let connection: Connection;

beforeEach(async () => {
  vi.useFakeTimers();
  sockets = [];
  connection = new Connection({
    url: 'ws://server/ws/connect',
    token: () => Promise.resolve('token'),
    credential: () => Promise.resolve('token=token'),
    onFrame: () => undefined,
    onWake,
    random: () => 1,
    WebSocket: class extends FakeSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    } as unknown as typeof WebSocket,
  });
  connection.start();
  await pass(0);
});

afterEach(() => {
  connection.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const state = () => connection.snapshot.get();
const greet = () => sockets.at(-1)!.receive({ type: 'connected', user_id: 'rita', message: '' });

async function signal(type: 'online' | 'offline') {
  window.dispatchEvent(new Event(type));
  await pass(0);
}

async function show() {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(0);
}

/** Every attempt fails at once, until none is left. */
async function exhaust() {
  for (let attempt = 0; attempt <= 5; attempt += 1) {
    sockets.at(-1)!.fail(1006);
    if (attempt < 5) await pass(3_000 * 2 ** attempt);
  }
  expect(state()).toEqual({ status: 'disconnected', reason: 'attempts_exhausted' });
}

it('looks at once whether a live connection has survived the loss of the network', async () => {
  greet();
  await signal('offline');
  expect(sockets[0]!.sent).toEqual([{ type: 'ping' }]);
  expect(sockets).toHaveLength(1);
});

it('stays disconnected when the network goes after the last attempt', async () => {
  await exhaust();
  const before = sockets.length;
  await signal('offline');
  await pass(600_000);
  expect(sockets).toHaveLength(before);
  expect(state()).toEqual({ status: 'disconnected', reason: 'attempts_exhausted' });
});

it.each([
  ['the network returns', () => signal('online')],
  ['the tab is shown', show],
])('takes up connecting again after the last attempt when %s', async (_, wake) => {
  await exhaust();
  const before = sockets.length;
  await wake();
  expect(sockets).toHaveLength(before + 1);
  expect(state().status).toBe('connecting');
});

it('keeps to its delay, and to the attempts it has left, when the network goes while it waits', async () => {
  sockets.at(-1)!.fail(1006);
  await signal('offline');
  expect(sockets).toHaveLength(1);
  await pass(3_000);
  expect(sockets).toHaveLength(2);
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    sockets.at(-1)!.fail(1006);
    await signal('offline');
    await pass(3_000 * 2 ** attempt);
    expect(sockets).toHaveLength(2 + attempt);
  }
  sockets.at(-1)!.fail(1006);
  expect(state()).toEqual({ status: 'disconnected', reason: 'attempts_exhausted' });
});
