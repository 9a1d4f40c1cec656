import { AckSender } from './ackSender';
import { Connection, type ConnectionSnapshot } from './connection';
import { ticketOrToken } from './credential';
import { FeedOperations } from './feedOperations';
import { feedReducer, type FeedAction } from './feedReducer';
import { FeedRecovery } from './feedRecovery';
import { listOf, snapshotOf, type FeedSnapshot } from './feedSnapshot';
import { emptyFeed, listKey } from './feedState';
import type { ClientMessage, ServerFrame } from './frames';
import { Http } from './http';
import type { BulkAction, Notification, NotificationFilter } from './notification';
import { NotificationApi } from './notificationApi';
import { PacedSender, type PacedMessage } from './pacedSender';
import { RoomMemberships } from './roomMemberships';
import { Store, type ReadableStore } from './store';
import type { TokenProvider } from './token';
import { onHidden, onWake } from './wakeSignals';

export interface NotificationClientOptions {
  token: TokenProvider;
  /** Origin of the server; the page's own if absent. */
  baseUrl?: string;
  pageSize?: number;
  fetch?: typeof fetch;
  WebSocket?: typeof WebSocket;
  /** Calls back when it may be time to look at the connection, with the event `offline` where that was it. */
  onWake?: (listener: (event?: Event) => void) => () => void;
  onHidden?: (listener: () => void) => () => void;
  random?: () => number;
}

/** `isLive` is false for what was missed and fetched later: it is no news any more. */
export type ArrivalListener = (arrived: readonly Notification[], isLive: boolean) => void;

/** Something built upon a client. */
export type Feature<T> = (client: NotificationClient) => T;

/** The most that the server lists at once. */
const longestPage = 100;

/** Everything a page needs of HotGigs notifications: connection, feed and resume progress. Knows no framework. */
export class NotificationClient {
  readonly #http: Http;
  readonly #api: NotificationApi;
  readonly #connection: Connection;
  readonly #operations: FeedOperations;
  readonly #recovery: FeedRecovery;
  readonly #sender: PacedSender;
  readonly #acks: AckSender;
  readonly #onHidden: (listener: () => void) => () => void;
  readonly #feed = new Store<FeedSnapshot>(snapshotOf(emptyFeed));
  readonly #rooms = new RoomMemberships((message) => this.#sender.send(message));
  readonly #arrivalListeners = new Set<ArrivalListener>();
  readonly #frameListeners = new Set<(frame: ServerFrame) => void>();
  readonly #refusalListeners = new Set<(message: PacedMessage, code: string | undefined) => void>();
  readonly #features = new Map<Feature<unknown>, unknown>();
  readonly #pageSize: number;
  #userId: string | null = null;
  #started = false;
  #unsubscribeHidden: (() => void) | null = null;

  constructor(options: NotificationClientOptions) {
    const origin = options.baseUrl ?? globalThis.location?.origin ?? '';
    this.#http = new Http({ token: options.token, baseUrl: options.baseUrl, fetch: options.fetch });
    this.#pageSize = options.pageSize ?? 20;
    this.#api = new NotificationApi(this.#http);
    this.#connection = new Connection({
      token: options.token,
      credential: ticketOrToken(this.#http, options.token),
      url: `${origin.replace(/^http/, 'ws')}/ws/connect`,
      onFrame: (frame) => this.#receive(frame),
      onWake: options.onWake ?? onWake,
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      random: options.random ?? Math.random,
    });
    this.#recovery = new FeedRecovery({
      api: this.#api,
      pageSize: this.#pageSize,
      state: () => this.#feed.get().state,
      dispatch: (action) => this.#dispatch(action),
    });
    this.#operations = new FeedOperations({
      api: this.#api,
      feed: () => this.#feed.get(),
      dispatch: (action) => this.#dispatch(action),
      // The socket tells every device of the change, this one included; without it, the answer has to be fetched.
      onAccepted: () => {
        if (this.connection.get().status !== 'live') void this.#recovery.request();
      },
    });
    this.#sender = new PacedSender({
      send: (message) => this.#connection.send(message),
      onRefused: (message, code) => {
        for (const listener of this.#refusalListeners) listener(message, code);
      },
    });
    this.#acks = new AckSender({ send: (message) => this.#connection.send(message) });
    this.#onHidden = options.onHidden ?? onHidden;
    this.#connection.snapshot.subscribe(() => {
      if (this.connection.get().status === 'live') return;
      this.#sender.disconnected();
      this.#acks.disconnected();
    });
  }

  get connection(): ReadableStore<ConnectionSnapshot> {
    return this.#connection.snapshot;
  }

  get feed(): ReadableStore<FeedSnapshot> {
    return this.#feed;
  }

  /** Whose notifications these are; null until the first connection says so. */
  get userId(): string | null {
    return this.#userId;
  }

  /** Requests in the name of the same user. */
  get http(): Http {
    return this.#http;
  }

  /** What not every page needs, made on first use and then kept: `client.feature(resumeProgress)`. */
  feature<T>(make: Feature<T>): T {
    if (!this.#features.has(make)) this.#features.set(make, make(this));
    return this.#features.get(make) as T;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#unsubscribeHidden = this.#onHidden(() => this.#acks.flush());
    this.#connection.start();
    void this.#recovery.request();
  }

  stop(): void {
    this.#started = false;
    this.#unsubscribeHidden?.();
    this.#unsubscribeHidden = null;
    this.#connection.stop();
    this.#recovery.stop();
  }

  reconnect(): void {
    this.#connection.reconnect();
  }

  /** Ends the connection until `start` or `reconnect`; the feed stays as it is. */
  disconnect(): void {
    this.#connection.disconnect();
  }

  /** Sends at once; false where there is no live connection to send on. */
  send(message: ClientMessage): boolean {
    return this.#connection.send(message);
  }

  /** Sends no faster than the server listens, and again where it was too busy. Nothing is kept for the next connection. */
  ask(message: PacedMessage): void {
    this.#sender.send(message);
  }

  /** What was asked for and will not be given, with the server's code for why. */
  onRefused(listener: (message: PacedMessage, code: string | undefined) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => this.#refusalListeners.delete(listener);
  }

  /** Reads the first page of a list, or its next one. One that has become stale is read again from its start. */
  async loadMore(filter: NotificationFilter = {}): Promise<void> {
    const { state } = this.#feed.get();
    if (!state.loaded) return this.#recovery.request();
    const list = state.lists[listKey(filter)];
    if (list?.status === 'loading' || (list?.status === 'ready' && list.cursor === null && !list.stale)) return;
    // Read again, it should not shrink under the reader's eyes.
    const shown = list?.stale ? listOf(this.#feed.get(), filter).notifications.length : 0;
    const limit = Math.max(this.#pageSize, Math.min(shown, longestPage));
    this.#dispatch({ kind: 'list_loading', filter });
    try {
      const page = await this.#api.list(filter, limit, list?.stale ? null : (list?.cursor ?? null));
      this.#dispatch({ kind: 'page', page, filter });
    } catch (error) {
      this.#dispatch({ kind: 'list_failed', filter, error });
    }
  }

  markRead(notificationId: string): Promise<void> {
    return this.#operations.markRead(notificationId);
  }

  markUnread(notificationId: string): Promise<void> {
    return this.#operations.markUnread(notificationId);
  }

  /**
   * Marks what is here now; what arrives meanwhile stays unread. Answers with the way back: a function that marks
   * exactly these unread again, and leaves alone what has changed since.
   */
  markAllRead(type?: string): Promise<() => Promise<void>> {
    return this.#operations.markAllRead(this.#newestSeq(), type);
  }

  /** Puts it away: out of list and count, into the archive. */
  archive(notificationId: string): Promise<void> {
    return this.#operations.archive(notificationId);
  }

  unarchive(notificationId: string): Promise<void> {
    return this.#operations.unarchive(notificationId);
  }

  remove(notificationId: string): Promise<void> {
    return this.#operations.remove(notificationId);
  }

  /** Undoes a deletion; the server allows it for 30 seconds. */
  restore(notificationId: string): Promise<void> {
    return this.#operations.restore(notificationId);
  }

  /** Does one thing to up to 500 notifications: to all of them, or to none. */
  bulk(action: BulkAction, notificationIds: readonly string[]): Promise<void> {
    return this.#operations.bulk(action, notificationIds);
  }

  /** The user has had the list before their eyes. Says so only where it is news. */
  async markSeen(): Promise<void> {
    if (!this.#feed.get().notifications.some((n) => !n.is_seen && !n.is_archived)) return;
    await this.#api.markSeen(this.#newestSeq());
  }

  /** Until the returned function is called, through every reconnection. */
  joinRoom(room: string): () => void {
    return this.#rooms.join(room);
  }

  /** Notifications that came in since the list was first read. */
  onArrival(listener: ArrivalListener): () => void {
    this.#arrivalListeners.add(listener);
    return () => this.#arrivalListeners.delete(listener);
  }

  /** Every frame as it came: for room messages, presence, receipts and whatever is not kept here. */
  onFrame(listener: (frame: ServerFrame) => void): () => void {
    this.#frameListeners.add(listener);
    return () => this.#frameListeners.delete(listener);
  }

  #receive(frame: ServerFrame): void {
    if (this.#acks.takes(frame)) return;
    this.#sender.receive(frame);
    switch (frame.type) {
      case 'connected':
        this.#userId = frame.user_id;
        this.#sender.connected();
        this.#rooms.joinAgain();
        this.#position(frame);
        // After the position: it may be another epoch's, and then nothing of this one has come yet.
        this.#acks.connected();
        break;
      case 'pong':
        this.#position(frame);
        break;
      case 'notification':
      case 'notification_updated':
      case 'notification_deleted':
        this.#dispatch({ kind: 'frame', frame });
        this.#recovery.requestIfBehind();
        break;
    }
    for (const listener of this.#frameListeners) listener(frame);
  }

  #position(frame: { epoch?: string; seq?: number; unread_count?: number }): void {
    this.#dispatch({ kind: 'position', epoch: frame.epoch, seq: frame.seq, unreadCount: frame.unread_count });
    this.#recovery.requestIfBehind();
  }

  #newestSeq(): number {
    const { state, notifications } = this.#feed.get();
    return Math.max(state.seq, notifications[0]?.seq ?? 0);
  }

  #dispatch(action: FeedAction): void {
    const before = this.#feed.get().state;
    const after = feedReducer(before, action);
    if (after === before) return;
    this.#feed.set(snapshotOf(after, this.#feed.get()));
    this.#acks.applied(after.epoch, after.loaded ? after.seq : 0);
    if (!before.loaded || before.epoch !== after.epoch) return;
    const arrived = [...after.items.values()].filter((n) => n.seq > before.seq && !before.items.has(n.id));
    if (arrived.length === 0) return;
    for (const listener of this.#arrivalListeners) listener(arrived, action.kind === 'frame');
  }
}
