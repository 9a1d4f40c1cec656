// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClientMessage } from '../../lib/client/frames';
import { NotificationClient } from '../../lib/client/notificationClient';
import { resumeProgress } from '../../lib/client/resumeProgress';
import { page } from '../support/builders';
import { FakeSocket } from '../support/fakeSocket';

/** A server with limits like the real one's: a bucket of messages, and only so many watches. */
class LimitedServer {
  perSecond = 20;
  burst = 40;
  mostWatches = 128;
  readonly sockets: FakeSocket[] = [];
  readonly watched = new Set<string>();
  readonly rooms = new Set<string>();
  readonly asked: { id: string; at: number }[] = [];
  readonly unknown = new Set<string>();
  unavailable = 0;
  refused = 0;
  mostWatched = 0;
  #tokens = 40;
  #at = 0;

  readonly WebSocket: typeof WebSocket;

  constructor() {
    const server = this;
    this.WebSocket = class extends FakeSocket {
      constructor(url: string) {
        super(url);
        server.sockets.push(this);
      }
      override send(text: string): void {
        super.send(text);
        queueMicrotask(() => server.#answer(this, JSON.parse(text) as ClientMessage));
      }
    } as unknown as typeof WebSocket;
  }

  greet(): void {
    this.watched.clear();
    this.rooms.clear();
    this.#tokens = this.burst;
    this.#at = Date.now();
    this.sockets.at(-1)!.receive({ type: 'connected', user_id: 'rita', message: '', epoch: 'epoch-1', seq: 0, unread_count: 0 });
  }

  finish(resume_id: string, status: 'completed' | 'failed' = 'completed'): void {
    this.#tell(resume_id, status);
  }

  readonly fetch: typeof fetch = (input) => {
    const path = new URL(String(input)).pathname;
    const id = path.match(/resumes\/(.+)\/status/)?.[1];
    if (id === undefined) return Promise.resolve(Response.json(page([], { seq: 0 })));
    this.asked.push({ id, at: Date.now() });
    if (this.unknown.has(id)) return Promise.resolve(Response.json({ code: 'not_found' }, { status: 404 }));
    return Promise.resolve(
      Response.json({ status: 'processing', progress_percentage: 20, current_step: 'Running parser', error_message: null }),
    );
  };

  #answer(socket: FakeSocket, message: ClientMessage): void {
    const ref = 'id' in message ? message.id : undefined;
    const now = Date.now();
    this.#tokens = Math.min(this.burst, this.#tokens + ((now - this.#at) / 1000) * this.perSecond);
    this.#at = now;
    if (this.#tokens < 1) {
      this.refused += 1;
      socket.receive({ type: 'error', message: 'Slow down', code: 'rate_limited', ref, retry_after_ms: 1000 / this.perSecond });
      return;
    }
    this.#tokens -= 1;
    if (this.unavailable > 0) {
      this.unavailable -= 1;
      socket.receive({ type: 'error', message: 'Not now', code: 'unavailable', ref });
    } else if (message.type === 'watch_resume') {
      if (this.unknown.has(message.resume_id)) {
        socket.receive({ type: 'error', message: 'Not found', code: 'not_found', ref });
      } else if (this.watched.size >= this.mostWatches) {
        socket.receive({ type: 'error', message: 'Too many', code: 'validation_failed', ref });
      } else {
        this.watched.add(message.resume_id);
        this.mostWatched = Math.max(this.mostWatched, this.watched.size);
        socket.receive({ type: 'watching', resume_id: message.resume_id, message: '', ref });
        this.#tell(message.resume_id, 'uploaded');
      }
    } else if (message.type === 'unwatch_resume') {
      this.watched.delete(message.resume_id);
      socket.receive({ type: 'unwatched', resume_id: message.resume_id, message: '', ref });
    } else if (message.type === 'join_room') {
      this.rooms.add(message.room);
    }
  }

  #tell(resume_id: string, status: 'uploaded' | 'completed' | 'failed'): void {
    const data = { status, progress: 0, current_step: null, error: null };
    this.sockets.at(-1)!.receive({ type: 'resume_progress', resume_id, data, timestamp: '2026-01-01T12:00:00Z' });
  }
}

let server: LimitedServer;
let client: NotificationClient;

beforeEach(() => {
  vi.useFakeTimers();
  server = new LimitedServer();
  client = new NotificationClient({
    baseUrl: 'http://server',
    token: () => Promise.resolve('token'),
    fetch: server.fetch,
    WebSocket: server.WebSocket,
    onWake: () => () => undefined,
    random: () => 0,
  });
});

afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const known = () => client.feature(resumeProgress).progress.get();
const resumes = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);
const sent = (type: string) => server.sockets.flatMap((socket) => socket.sent).filter((message) => message.type === type);

async function connect() {
  client.start();
  await pass(0);
  server.greet();
  await pass(0);
}

it('watches many without the server having to refuse one, and all of them at last', async () => {
  await connect();
  for (const id of resumes(90)) client.feature(resumeProgress).watch(id);
  await pass(0);
  expect(server.watched.size).toBe(20);
  await pass(1_000);
  expect(server.watched.size).toBeLessThanOrEqual(31);
  await pass(10_000);
  expect(server.watched.size).toBe(90);
  expect(known().size).toBe(90);
  expect(server.refused).toBe(0);
});

it('is as careful after a reconnect', async () => {
  await connect();
  client.joinRoom('recruiters');
  for (const id of resumes(60)) client.feature(resumeProgress).watch(id);
  await pass(10_000);
  server.sockets.at(-1)!.fail(1006);
  await pass(0);
  server.greet();
  await pass(0);
  expect(server.watched.size + server.rooms.size).toBe(20);
  await pass(10_000);
  expect(server.watched.size).toBe(60);
  expect(server.rooms).toEqual(new Set(['recruiters']));
  expect(server.refused).toBe(0);
});

it('says again what a stricter server refused for being too fast', async () => {
  server.perSecond = 4;
  server.burst = 5;
  await connect();
  for (const id of resumes(30)) client.feature(resumeProgress).watch(id);
  await pass(120_000);
  expect(server.refused).toBeGreaterThan(0);
  expect(server.watched.size).toBe(30);
});

it('says again what failed for the moment, and asks where that goes on', async () => {
  await connect();
  server.unavailable = 2;
  client.feature(resumeProgress).watch('r');
  await pass(10_000);
  expect(server.watched).toEqual(new Set(['r']));

  server.unavailable = 1_000;
  client.feature(resumeProgress).watch('other');
  await pass(60_000);
  expect(known().get('other')).toMatchObject({ progress: 20 });
  expect(sent('watch_resume')).toHaveLength(3 + 4);
});

it('keeps to 100 watches, and asks for the others in small groups', async () => {
  await connect();
  for (const id of resumes(150)) client.feature(resumeProgress).watch(id);
  await pass(60_000);
  expect(server.mostWatched).toBe(100);
  expect(known().size).toBe(150);
  const atOnce = server.asked.map(({ at }) => server.asked.filter((other) => other.at === at).length);
  expect(Math.max(...atOnce)).toBe(10);
});

it('watches the next when one is finished, however it ended', async () => {
  await connect();
  for (const id of resumes(102)) client.feature(resumeProgress).watch(id);
  await pass(20_000);
  server.finish('r0');
  server.finish('r1', 'failed');
  await pass(1_000);
  expect(server.watched.size).toBe(100);
  expect([...server.watched]).toEqual(expect.arrayContaining(['r100', 'r101']));
  server.asked.length = 0;
  await pass(10_000);
  expect(server.asked).toEqual([]);
});

it('asks where the server takes fewer watches than expected', async () => {
  server.mostWatches = 10;
  await connect();
  for (const id of resumes(15)) client.feature(resumeProgress).watch(id);
  await pass(20_000);
  expect(server.watched.size).toBe(10);
  expect(known().size).toBe(15);
});

it('knows that a resume is gone, whether told so or asking', async () => {
  server.unknown.add('r');
  client.feature(resumeProgress).watch('r');
  await pass(3_000);
  expect(known().get('r')?.status).toBe('gone');

  server.unknown.add('other');
  await connect();
  client.feature(resumeProgress).watch('other');
  await pass(0);
  expect(known().get('other')?.status).toBe('gone');
  server.asked.length = 0;
  await pass(10_000);
  expect(server.asked).toEqual([]);
});

it('says only the last word on a resume it came to no word of yet', async () => {
  await connect();
  for (const id of resumes(40)) client.feature(resumeProgress).watch(id);
  client.feature(resumeProgress).watch('late')();
  const leave = client.feature(resumeProgress).watch('wavering');
  leave();
  client.feature(resumeProgress).watch('wavering');
  await pass(10_000);
  expect(server.watched.has('late')).toBe(false);
  expect(server.watched.has('wavering')).toBe(true);
  expect(sent('watch_resume')).toHaveLength(41);
});
