import { listKey, newList, type FeedState, type ListStatus } from './feedState';
import type { Notification, NotificationFilter } from './notification';
import { overlay } from './pendingOperations';

/** The feed as shown: the confirmed state with the user's pending operations over it. */
export interface FeedSnapshot {
  state: FeedState;
  /** What `notifications` were taken from. */
  items: ReadonlyMap<string, Notification>;
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

/** The list stays the very same while nothing in it has changed, so that nobody renders it again. */
export function snapshotOf(state: FeedState, before?: FeedSnapshot): FeedSnapshot {
  const { items, unreadCount } = overlay({ items: state.items, unreadCount: state.unread.count }, state.pending);
  return {
    state,
    items,
    notifications: before?.items === items ? before.notifications : [...items.values()].toSorted((a, b) => b.seq - a.seq),
    unreadCount: Math.max(0, unreadCount),
  };
}

export function listOf({ state, notifications }: FeedSnapshot, filter: NotificationFilter): NotificationListView {
  const { status, error, cursor, floor } = state.lists[listKey(filter)] ?? newList;
  return { status, error, hasMore: cursor !== null, notifications: within(notifications, floor, filter) };
}

/** Those of a list that has been read down to a position. */
export function within(notifications: readonly Notification[], floor: number, filter: NotificationFilter): Notification[] {
  return notifications.filter(
    (n) =>
      n.seq >= floor &&
      n.is_archived === (filter.archived ?? false) &&
      (!filter.unreadOnly || !n.is_read) &&
      (filter.type === undefined || n.type === filter.type),
  );
}
