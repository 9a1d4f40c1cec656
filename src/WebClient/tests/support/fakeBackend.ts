import { act } from '@testing-library/react';
import type { ServerFrame } from '../../lib/client/frames';
import type { Notification } from '../../lib/client/notification';
import { epoch, page } from './builders';
import { FakeSocket } from './fakeSocket';

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: BodyInit | null | undefined;
}

type Handler = (request: FakeRequest) => Response | Promise<Response>;

/** The server of the component tests: scripted REST answers and one scripted socket at a time. */
export class FakeBackend {
  readonly requests: FakeRequest[] = [];
  readonly sockets: FakeSocket[] = [];
  readonly WebSocket: typeof WebSocket;
  readonly #handlers = new Map<string, Handler>();

  constructor(notifications: Notification[] = []) {
    const { sockets } = this;
    this.WebSocket = class extends FakeSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    } as unknown as typeof WebSocket;
    this.on('GET /api/notifications', () => Response.json(page(notifications)));
    this.on('POST /api/notifications/seen', () => Response.json({}));
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('Nobody has connected yet.');
    return socket;
  }

  on(methodAndPath: string, handler: Handler): void {
    this.#handlers.set(methodAndPath, handler);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://server');
    const request = { method: init?.method ?? 'GET', path: url.pathname, query: url.searchParams, body: init?.body };
    this.requests.push(request);
    const handler = this.#handlers.get(`${request.method} ${request.path}`);
    return handler ? handler(request) : problem(404, 'Not found');
  };

  requestsTo(methodAndPath: string): FakeRequest[] {
    return this.requests.filter(({ method, path }) => `${method} ${path}` === methodAndPath);
  }

  send(frame: ServerFrame): void {
    act(() => this.socket.receive(frame));
  }

  greet(seq = 0, unreadCount = 0): void {
    this.send({ type: 'connected', user_id: 'rita', message: 'Connected', epoch, seq, unread_count: unreadCount });
  }
}

export function problem(status: number, detail: string, errors?: Record<string, string[]>): Response {
  return Response.json({ status, detail, errors }, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

/** An answer that waits until the test lets it go. */
export function heldAnswer(): { handler: Handler; release: (response: Response) => void } {
  let release: (response: Response) => void = () => undefined;
  const answer = new Promise<Response>((resolve) => {
    release = resolve;
  });
  return { handler: () => answer, release };
}
