import { listKey, newList, type FeedState, type ListStatus } from './feedState';
import type { Notification, NotificationFilter } from './notification';
import { overlay } from './pendingOperations';

/** The feed as shown: the confirmed state with the user's pending operations over it. */
export interface FeedSnapshot {
  state: FeedState;
  /** Newest first. */
  notifications: readonly Notification[];
  unreadCount: number;
}

export interface NotificationListView {
  notifications: readonly Notification[];
  status: ListStatus;
  error: unknown;
  hasMore: boolean;
}

export function snapshotOf(state: FeedState): FeedSnapshot {
  const seen = overlay({ items: state.items, unreadCount: state.unread.count }, state.pending);
  return {
    state,
    notifications: [...seen.items.values()].toSorted((a, b) => b.seq - a.seq),
    unreadCount: Math.max(0, seen.unreadCount),
  };
}

export function listOf(snapshot: FeedSnapshot, filter: NotificationFilter): NotificationListView {
  const list = snapshot.state.lists[listKey(filter)] ?? newList;
  return {
    status: list.status,
    error: list.error,
    hasMore: list.cursor !== null,
    notifications: snapshot.notifications.filter(
      (n) =>
        n.seq >= list.floor &&
        n.is_archived === (filter.archived ?? false) &&
        (!filter.unreadOnly || !n.is_read) &&
        (filter.type === undefined || n.type === filter.type),
    ),
  };
}
