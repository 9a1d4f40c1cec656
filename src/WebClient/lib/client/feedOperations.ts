import type { FeedAction } from './feedReducer';
import type { FeedSnapshot } from './feedSnapshot';
import type { BulkAction, MarkedAll, Notification } from './notification';
import type { NotificationApi } from './notificationApi';
import type { PendingOperation } from './pendingOperations';

export interface FeedOperationsOptions {
  api: NotificationApi;
  feed: () => FeedSnapshot;
  dispatch: (action: FeedAction) => void;
  /** The server has accepted something; devices are being told of it by socket. */
  onAccepted: () => void;
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id' | 'settled'> : never;

interface Removed {
  notification: Notification;
  deletion: Promise<void>;
  until: number;
}

/** The most that one bulk action takes. */
const mostAtOnce = 500;
const pageSize = 100;
/** How long the server lets a deletion be undone. */
const restorableMs = 30_000;

/** What the user does to notifications: shown at once, and taken back if the server refuses. */
export class FeedOperations {
  readonly #options: FeedOperationsOptions;
  readonly #removed = new Map<string, Removed>();
  #last = 0;

  constructor(options: FeedOperationsOptions) {
    this.#options = options;
  }

  markRead(id: string): Promise<void> {
    return this.#perform({ kind: 'read', notificationIds: [id] }, (api) => api.markRead(id));
  }

  markUnread(id: string): Promise<void> {
    return this.#perform({ kind: 'unread', notificationIds: [id] }, (api) => api.markUnread(id));
  }

  /** Answers with the way back, for exactly those that it marked. */
  async markAllRead(upToSeq: number, type?: string): Promise<() => Promise<void>> {
    let marked!: MarkedAll;
    await this.#perform({ kind: 'read_all', upToSeq, type }, async (api) => {
      marked = await api.markAllRead(upToSeq, type);
    });
    return async () => {
      const ids = await idsStillAt(this.#options.api, marked, type);
      await this.#perform({ kind: 'unread', notificationIds: ids }, async (api) => {
        for (let first = 0; first < ids.length; first += mostAtOnce) {
          await api.bulk('unread', ids.slice(first, first + mostAtOnce));
        }
      });
    };
  }

  archive(id: string): Promise<void> {
    return this.#perform({ kind: 'archive', notificationIds: [id] }, (api) => api.archive(id));
  }

  unarchive(id: string): Promise<void> {
    return this.#perform({ kind: 'unarchive', notificationIds: [id] }, (api) => api.unarchive(id));
  }

  remove(id: string): Promise<void> {
    return this.#delete([id], (api) => api.remove(id));
  }

  bulk(action: BulkAction, ids: readonly string[]): Promise<void> {
    const request = (api: NotificationApi) => api.bulk(action, ids);
    return action === 'delete' ? this.#delete(ids, request) : this.#perform({ kind: action, notificationIds: ids }, request);
  }

  async restore(id: string): Promise<void> {
    const { api, onAccepted } = this.#options;
    const removed = this.#removed.get(id);
    if (!removed) {
      // Deleted on another device, or before this page was opened: shown when it comes back.
      await api.restore(id);
      onAccepted();
      return;
    }
    this.#removed.delete(id);
    await this.#perform({ kind: 'restore', notification: removed.notification }, async () => {
      // Undoing must not overtake what it undoes, and if that was refused, there is nothing to undo.
      await removed.deletion;
      await api.restore(id);
    });
  }

  /** Deletes, and remembers what it was for as long as the user may want it back. */
  #delete(ids: readonly string[], request: (api: NotificationApi) => Promise<void>): Promise<void> {
    const before = this.#options.feed().notifications.filter((n) => ids.includes(n.id));
    const deletion = this.#perform({ kind: 'delete', notificationIds: ids }, request);
    const now = Date.now();
    for (const [id, { until }] of this.#removed) if (until < now) this.#removed.delete(id);
    for (const notification of before) {
      this.#removed.set(notification.id, { notification, deletion, until: now + restorableMs });
    }
    return deletion;
  }

  async #perform(
    what: Unnumbered<PendingOperation>,
    request: (api: NotificationApi) => Promise<void>,
  ): Promise<void> {
    const { api, dispatch, onAccepted } = this.#options;
    const operation = { ...what, id: ++this.#last, settled: false } as PendingOperation;
    dispatch({ kind: 'operation_started', operation });
    try {
      await request(api);
    } catch (error) {
      dispatch({ kind: 'operations_dropped', ids: [operation.id] });
      throw error;
    }
    dispatch({ kind: 'operation_settled', id: operation.id });
    onAccepted();
  }
}

/** Those that it marked and nothing has changed since, whichever device they are shown on. */
async function idsStillAt(api: NotificationApi, { epoch, seq, changed }: MarkedAll, type?: string): Promise<string[]> {
  const ids: string[] = [];
  if (!changed) return ids;
  const take = (all: readonly Notification[]) => ids.push(...all.filter((n) => n.changed_seq === seq).map((n) => n.id));
  const result = await api.sync(seq - 1, epoch);
  // In the order of changes this one is the first, and no page of that order ends within a change.
  if (result) take(result.notifications);
  else {
    // A change too large for that order is gathered from the list.
    let cursor: string | null = null;
    do {
      const page = await api.list({ type }, pageSize, cursor);
      // Positions of another epoch mean nothing.
      if (page.epoch !== epoch) break;
      take(page.notifications);
      cursor = page.next_cursor;
    } while (cursor !== null && ids.length < changed);
  }
  return ids;
}
