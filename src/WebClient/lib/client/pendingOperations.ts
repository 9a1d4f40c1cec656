import type { BulkAction, Notification } from './notification';

/**
 * What the user did and the feed does not say yet. It lies over the confirmed feed, so that taking it away
 * is a true rollback: nothing that arrived meanwhile is lost with it.
 */
export type PendingOperation = { id: number; settled: boolean } & (
  | { kind: BulkAction | 'unarchive'; notificationIds: readonly string[] }
  /** Brings back what was deleted; as it was, where this client still knows. */
  | { kind: 'restore'; notification: Notification }
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

/**
 * An operation is done with once the feed itself says the same; not while an earlier one on the same notification is
 * pending, for what it takes back has not been heard of either.
 */
export function stillPending(feed: Overlaid, operations: readonly PendingOperation[]): PendingOperation[] {
  const pending: PendingOperation[] = [];
  for (const operation of operations) {
    const follows = pending.some((earlier) => shareNotification(earlier, operation));
    if (follows || !isReflected(feed, operation)) pending.push(operation);
  }
  return pending;
}

function shareNotification(one: PendingOperation, other: PendingOperation): boolean {
  const [ids, others] = [idsOf(one), idsOf(other)];
  return ids === null || others === null || ids.some((id) => others.includes(id));
}

/** Null for any. */
function idsOf(operation: PendingOperation): readonly string[] | null {
  if (operation.kind === 'read_all') return null;
  return operation.kind === 'restore' ? [operation.notification.id] : operation.notificationIds;
}

function isReflected(feed: Overlaid, operation: PendingOperation): boolean {
  if (operation.kind === 'restore') {
    // Until the deletion itself has been heard of, the feed looks as if it were undone already.
    const { id, changed_seq } = operation.notification;
    return (feed.items.get(id)?.changed_seq ?? 0) > changed_seq;
  }
  return applyOperation(feed, operation) === feed;
}

function applyOperation(feed: Overlaid, operation: PendingOperation): Overlaid {
  switch (operation.kind) {
    case 'read_all':
      return readAll(feed, operation.upToSeq, operation.type);
    case 'restore':
      return feed.items.has(operation.notification.id) ? feed : replaceAll(feed, [[null, operation.notification]]);
    default:
      return replaceAll(feed, operation.notificationIds.flatMap((id) => replacement(feed.items.get(id), operation.kind)));
  }
}

/** One in the place of another, or of none. */
type Replacement = [before: Notification | null, after: Notification | null];

function replacement(target: Notification | undefined, kind: BulkAction | 'unarchive'): Replacement[] {
  if (!target) return [];
  switch (kind) {
    case 'read':
    case 'unread':
      return target.is_read === (kind === 'read') ? [] : [[target, { ...target, is_read: kind === 'read' }]];
    case 'archive':
    case 'unarchive':
      return target.is_archived === (kind === 'archive') ? [] : [[target, { ...target, is_archived: kind === 'archive' }]];
    case 'delete':
      return [[target, null]];
  }
}

/** All at once, for they may be thousands; and keeps the count. */
function replaceAll(feed: Overlaid, replacements: readonly Replacement[]): Overlaid {
  if (replacements.length === 0) return feed;
  const items = new Map(feed.items);
  let { unreadCount } = feed;
  for (const [before, after] of replacements) {
    if (after) items.set(after.id, after);
    else if (before) items.delete(before.id);
    unreadCount += counted(after) - counted(before);
  }
  return { items, unreadCount };
}

function counted(notification: Notification | null): number {
  return notification && !notification.is_read && !notification.is_archived ? 1 : 0;
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
