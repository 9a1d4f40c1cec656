import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { within, type NotificationListView } from '../client/feedSnapshot';
import { isToBeRead, listKey, newList } from '../client/feedState';
import type { NotificationFilter } from '../client/notification';
import { useHotGigs } from './HotGigsProvider';

export interface NotificationsView extends NotificationListView {
  unreadCount: number;
  loadMore: () => Promise<void>;
  markRead: (id: string) => Promise<void>;
  markUnread: (id: string) => Promise<void>;
  /** Answers with the way back. */
  markAllRead: (type?: string) => Promise<() => Promise<void>>;
  archive: (id: string) => Promise<void>;
  unarchive: (id: string) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Undoes a deletion, within 30 seconds. */
  restore: (id: string) => Promise<void>;
}

/** One list of the feed, kept current, and what can be done with it. */
export function useNotifications(filter: NotificationFilter = {}): NotificationsView {
  const { client } = useHotGigs();
  const snapshot = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const { unreadOnly, type, archived } = filter;
  const missing = isToBeRead(snapshot.state, filter);

  useEffect(() => {
    if (missing) void client.loadMore({ unreadOnly, type, archived });
  }, [client, missing, unreadOnly, type, archived]);

  const { status, error, cursor, floor } = snapshot.state.lists[listKey(filter)] ?? newList;
  const notifications = useMemo(
    () => within(snapshot.notifications, floor, { unreadOnly, type, archived }),
    [snapshot.notifications, floor, unreadOnly, type, archived],
  );
  const actions = useMemo(
    () => ({
      loadMore: () => client.loadMore({ unreadOnly, type, archived }),
      markRead: (id: string) => client.markRead(id),
      markUnread: (id: string) => client.markUnread(id),
      markAllRead: (onlyType?: string) => client.markAllRead(onlyType),
      archive: (id: string) => client.archive(id),
      unarchive: (id: string) => client.unarchive(id),
      remove: (id: string) => client.remove(id),
      restore: (id: string) => client.restore(id),
    }),
    [client, unreadOnly, type, archived],
  );
  return { notifications, status, error, hasMore: cursor !== null, ...actions, unreadCount: snapshot.unreadCount };
}
