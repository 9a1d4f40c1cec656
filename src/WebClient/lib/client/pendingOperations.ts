import type { Notification } from './notification';

/**
 * What the user did and the feed does not say yet. It lies over the confirmed feed, so that taking it away
 * is a true rollback: nothing that arrived meanwhile is lost with it.
 */
export type PendingOperation = { id: number; settled: boolean } & (
  | { kind: 'read' | 'unread' | 'delete'; notificationId: string }
  | { kind: 'read_all'; upToSeq: number; type?: string }
);

export interface Overlaid {
  items: ReadonlyMap<string, Notification>;
  unreadCount: number;
}

/** The feed as the user should see it. */
export function overlay(feed: Overlaid, operations: readonly PendingOperation[]): Overlaid {
  return operations.reduce(applyOperation, feed);
}

/** An operation is done with once the feed itself says the same. */
export function isReflected(feed: Overlaid, operation: PendingOperation): boolean {
  return applyOperation(feed, operation) === feed;
}

function applyOperation(feed: Overlaid, operation: PendingOperation): Overlaid {
  if (operation.kind === 'read_all') return readAll(feed, operation.upToSeq, operation.type);

  const target = feed.items.get(operation.notificationId);
  if (!target) return feed;
  const counted = !target.is_read && !target.is_archived;
  if (operation.kind === 'delete') {
    const items = new Map(feed.items);
    items.delete(target.id);
    return { items, unreadCount: feed.unreadCount - (counted ? 1 : 0) };
  }
  const isRead = operation.kind === 'read';
  if (target.is_read === isRead) return feed;
  const items = new Map(feed.items).set(target.id, { ...target, is_read: isRead });
  return { items, unreadCount: feed.unreadCount + (isRead ? -1 : 1) };
}

function readAll(feed: Overlaid, upToSeq: number, type?: string): Overlaid {
  const items = new Map(feed.items);
  let changed = 0;
  let left = 0;
  for (const item of feed.items.values()) {
    if (item.is_read || item.is_archived) continue;
    if (item.seq <= upToSeq && (type === undefined || item.type === type)) {
      items.set(item.id, { ...item, is_read: true });
      changed += 1;
    } else {
      left += 1;
    }
  }
  // Without a type, unread ones that were never loaded are covered too: only the later ones are left.
  const unreadCount = type === undefined ? left : feed.unreadCount - changed;
  return changed === 0 && unreadCount === feed.unreadCount ? feed : { items, unreadCount };
}
