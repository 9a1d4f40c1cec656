import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ServerFrame } from '../../lib/client/frames';
import { Inbox } from './inbox';

type Message = { type: string; [field: string]: unknown };
type Answer = { status?: number; body?: unknown };
type Route = (request: { url: URL; token: string }) => Answer | Promise<Answer>;

/** One client's socket, seen from the server. */
export class FakeConnection {
  readonly messages = new Inbox<Message>();

  constructor(
    readonly token: string,
    /** Of `POST /ws/ticket`; null where it came with a token. */
    readonly ticket: string | null,
    readonly socket: WebSocket,
  ) {
    socket.on('message', (data) => this.messages.put(JSON.parse(String(data)) as Message));
  }

  send(frame: ServerFrame | { type: 'batch'; messages: ServerFrame[] }): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** The greeting after which a client counts as live. */
  greet(overrides: object = {}): void {
    this.send({
      type: 'connected',
      user_id: 'rita',
      message: 'Connected',
      epoch: 'epoch-1',
      seq: 0,
      unread_count: 0,
      ping_interval: 30,
      reconnect: { base_delay_ms: 10, max_attempts: 3 },
      ...overrides,
    });
  }

  /** The next message of this type; others before it are passed over. */
  next(type: string): Promise<Message> {
    return this.messages.take((message) => message.type === type);
  }
}

/** A real HTTP and WebSocket server that does what the test says. */
export class FakeServer {
  readonly connections = new Inbox<FakeConnection>();
  readonly requests = new Inbox<{ method: string; path: string; query: URLSearchParams; token: string }>();
  readonly #routes = new Map<string, Route>();
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });

  private constructor() {
    this.#http = createServer((request, response) => {
      void this.#answer(request).then(({ status = 200, body = {} }) => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    this.#http.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const { searchParams } = new URL(request.url ?? '', 'http://server');
        this.connections.put(new FakeConnection(searchParams.get('token') ?? '', searchParams.get('ticket'), webSocket));
      });
    });
  }

  static async start(): Promise<FakeServer> {
    const server = new FakeServer();
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  route(methodAndPath: string, route: Route): void {
    this.#routes.set(methodAndPath, route);
  }

  /** The next connection of the client. */
  nextConnection(): Promise<FakeConnection> {
    return this.connections.take(() => true);
  }

  nextRequest(methodAndPath: string) {
    return this.requests.take(({ method, path }) => `${method} ${path}` === methodAndPath);
  }

  async stop(): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '', this.url);
    const method = request.method ?? 'GET';
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    this.requests.put({ method, path: url.pathname, query: url.searchParams, token });
    const route = this.#routes.get(`${method} ${url.pathname}`);
    return route ? route({ url, token }) : { status: 404, body: { status: 404, title: 'Not Found', code: 'not_found' } };
  }
}
