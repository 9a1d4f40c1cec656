import { defaultReconnect, reconnectDelay, type ReconnectPolicy } from './backoff';
import { afterClose, type StopReason } from './closeCodes';
import type { CredentialProvider } from './credential';
import { parseFrames, type ClientMessage, type ServerFrame } from './frames';
import { Heartbeat } from './heartbeat';
import { Store, type ReadableStore } from './store';
import type { TokenProvider } from './token';

export interface ConnectionSnapshot {
  status: 'idle' | 'connecting' | 'live' | 'disconnected';
  /** Why it is disconnected. */
  reason: StopReason | 'signed_out' | 'attempts_exhausted' | 'on_request' | null;
}

export interface ConnectionOptions {
  /** For a connection that outlives its token. */
  token: TokenProvider;
  credential: CredentialProvider;
  /** Where the socket is, without the credential: `wss://…/ws/connect`. */
  url: string;
  onFrame: (frame: ServerFrame) => void;
  onWake: (listener: (event?: Event) => void) => () => void;
  WebSocket: typeof WebSocket;
  random: () => number;
}

/** How long a connection has to last for its predecessor's failures to be forgiven. */
const stableMs = 5_000;

/** One socket that stays connected: renews its token, notices silence, backs off, and knows when to give up. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #snapshot = new Store<ConnectionSnapshot>({ status: 'idle', reason: null });
  readonly #heartbeat: Heartbeat;
  #socket: WebSocket | null = null;
  #policy: ReconnectPolicy = defaultReconnect;
  #attempts = 0;
  #tokenRefused = false;
  #liveSince: number | null = null;
  /** When a draining server wants this client back. It leaves then, if it has not been closed before. */
  #comeBackAt: number | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Answers to what an earlier attempt asked for are recognised by its number, and ignored. */
  #run = 0;
  #unsubscribeWake: (() => void) | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#heartbeat = new Heartbeat(
      () => this.send({ type: 'ping' }),
      () => this.#lost(4408),
    );
  }

  get snapshot(): ReadableStore<ConnectionSnapshot> {
    return this.#snapshot;
  }

  start(): void {
    if (this.#unsubscribeWake) return;
    this.#unsubscribeWake = this.#options.onWake((event) => this.#wake(event));
    this.reconnect();
  }

  stop(): void {
    this.#unsubscribeWake?.();
    this.#unsubscribeWake = null;
    this.#drop();
    this.#snapshot.set({ status: 'idle', reason: null });
  }

  /** Stays away until told otherwise: neither the network nor the tab brings it back. */
  disconnect(): void {
    this.#drop();
    this.#give('on_request');
  }

  /** Starts afresh, whatever was counted against it before. */
  reconnect(): void {
    this.#attempts = 0;
    this.#tokenRefused = false;
    void this.#open();
  }

  /** False where there is no live connection to send on. */
  send(message: ClientMessage): boolean {
    const socket = this.#socket;
    if (!socket || socket.readyState !== socket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  async #open(): Promise<void> {
    this.#drop();
    const run = this.#run;
    this.#snapshot.set({ status: 'connecting', reason: null });
    let credential: string | null;
    try {
      credential = await this.#options.credential({ renew: this.#tokenRefused });
    } catch (error) {
      // The token service is out of reach, as the server may be: try again like after any other failure, or when it says.
      if (run === this.#run) this.#lost(1006, (error as { retryAfterMs?: number | null }).retryAfterMs ?? 0);
      return;
    }
    if (run !== this.#run) return;
    if (credential === null) {
      this.#give('signed_out');
      return;
    }
    // Many frames in one message are one rendering of the page instead of many.
    const socket = new this.#options.WebSocket(`${this.#options.url}?batch=1&${credential}`);
    this.#socket = socket;
    socket.onmessage = (event: MessageEvent) => {
      if (run === this.#run) this.#receive(String(event.data));
    };
    socket.onclose = (event: CloseEvent) => {
      if (run === this.#run) this.#lost(event.code);
    };
    // A failure is always followed by a close, which says more.
    socket.onerror = () => undefined;
    // The handshake may hang as well.
    this.#heartbeat.start();
  }

  #receive(text: string): void {
    this.#heartbeat.heard();
    for (const frame of parseFrames(text)) {
      this.#obey(frame);
      this.#options.onFrame(frame);
    }
  }

  #obey(frame: ServerFrame): void {
    switch (frame.type) {
      case 'connected':
        this.#policy = frame.reconnect ?? defaultReconnect;
        this.#liveSince = Date.now();
        this.#tokenRefused = false;
        this.#heartbeat.start(frame.ping_interval);
        this.#snapshot.set({ status: 'live', reason: null });
        break;
      case 'token_expiring':
        void this.#refreshToken();
        break;
      case 'reconnect':
        this.#comeBackIn(frame.after_ms);
        break;
    }
  }

  async #refreshToken(): Promise<void> {
    const run = this.#run;
    // Failing here is no loss: the server closes with 4401, and the next connection asks again.
    const token = await this.#options.token({ renew: true }).catch(() => null);
    if (token !== null && run === this.#run) this.send({ type: 'refresh_token', token });
  }

  #comeBackIn(delayMs: number): void {
    this.#comeBackAt = Date.now() + delayMs;
    clearTimeout(this.#leaving);
    // Asked to leave, not failed: what was counted against it before is forgotten.
    this.#leaving = setTimeout(() => this.reconnect(), delayMs);
  }

  #lost(code: number, retryAfterMs = 0): void {
    if (this.#liveSince !== null && Date.now() - this.#liveSince >= stableMs) this.#attempts = 0;
    const comeBackAt = this.#comeBackAt;
    this.#drop();

    const next = afterClose(code);
    if (next.action === 'stop') {
      this.#give(next.reason);
      return;
    }
    if (next.action === 'new_token' && !this.#tokenRefused) {
      this.#tokenRefused = true;
      void this.#open();
      return;
    }
    if (comeBackAt !== null) {
      this.#attempts = 0;
      this.#retryIn(Math.max(0, comeBackAt - Date.now()));
      return;
    }
    this.#attempts += 1;
    if (this.#attempts > this.#policy.max_attempts) {
      this.#give('attempts_exhausted');
      return;
    }
    const floor = next.action === 'back_off' ? this.#policy.base_delay_ms : retryAfterMs;
    this.#retryIn(reconnectDelay(this.#policy, this.#attempts, this.#options.random, floor));
  }

  #retryIn(delayMs: number): void {
    this.#snapshot.set({ status: 'connecting', reason: null });
    this.#retry = setTimeout(() => void this.#open(), delayMs);
  }

  #give(reason: NonNullable<ConnectionSnapshot['reason']>): void {
    this.#snapshot.set({ status: 'disconnected', reason });
  }

  #wake(event?: Event): void {
    const { status, reason } = this.#snapshot.get();
    if (status === 'live') this.#heartbeat.probe();
    // Without a network, an attempt would only be lost.
    else if (event?.type === 'offline') return;
    else if ((status === 'connecting' && this.#socket === null) || reason === 'attempts_exhausted') this.reconnect();
  }

  /** Lets go of socket and timers without waiting for a closing handshake that may never come. */
  #drop(): void {
    this.#run += 1;
    clearTimeout(this.#retry);
    clearTimeout(this.#leaving);
    this.#heartbeat.stop();
    this.#socket?.close();
    this.#socket = null;
    this.#liveSince = null;
    this.#comeBackAt = null;
  }
}
