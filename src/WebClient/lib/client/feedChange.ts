import type { FeedFrame, FlagChange, NotificationFrame } from './frames';
import type { Notification, SyncResult } from './notification';

/** Socket frames and REST answers in one shape, so that one function applies them all. */
export interface FeedChange {
  /** Feed position this change leads to. */
  seq: number;
  unreadCount?: number;
  whole?: readonly Notification[];
  flags?: readonly FlagChange[];
  readUpTo?: { seq: number; type?: string };
  deleted?: readonly string[];
}

export function changeFromFrame(frame: FeedFrame): FeedChange {
  const base = { seq: frame.seq, unreadCount: frame.unread_count };
  switch (frame.type) {
    case 'notification':
      return { ...base, whole: [notificationFromFrame(frame)] };
    case 'notification_deleted':
      return { ...base, deleted: frame.notification_ids };
    case 'notification_updated':
      return {
        ...base,
        whole: frame.notifications,
        flags: frame.changes,
        readUpTo:
          frame.read_up_to_seq === undefined
            ? undefined
            : { seq: frame.read_up_to_seq, type: frame.notification_type },
      };
  }
}

export function changeFromSync(result: SyncResult): FeedChange {
  return {
    seq: result.seq,
    unreadCount: result.unread_count,
    whole: result.notifications,
    deleted: result.deleted,
  };
}

function notificationFromFrame(frame: NotificationFrame): Notification {
  const { notification_id, title, message, action_url, ...payload } = frame.data;
  return {
    id: notification_id,
    type: frame.notification_type,
    title,
    message,
    action_url: action_url ?? null,
    data: payload,
    is_read: false,
    is_seen: false,
    is_archived: false,
    created_at: frame.timestamp,
    seq: frame.seq,
    changed_seq: frame.seq,
    channels: frame.channels ?? ['in_app'],
  };
}

/** Notifications and the graves of deleted ones, while changes are being applied. */
export interface FeedContents {
  items: Map<string, Notification>;
  /** Position at which an id was deleted: what is older must not bring it back. */
  tombstones: Map<string, number>;
}

/**
 * Applies a change in place. Every step compares positions, so a change may be applied twice, or late,
 * without undoing a newer one. Whom a watermark concerns depends on what happened before it, so it has to
 * wait until nothing before it is missing.
 */
export function applyChange({ items, tombstones }: FeedContents, change: FeedChange, nothingMissing: boolean): void {
  for (const incoming of change.whole ?? []) {
    const known = items.get(incoming.id);
    const buriedAt = tombstones.get(incoming.id);
    if (buriedAt !== undefined && incoming.changed_seq <= buriedAt) continue;
    if (known && known.changed_seq >= incoming.changed_seq) continue;
    items.set(incoming.id, incoming);
    tombstones.delete(incoming.id);
  }

  for (const { notification_id, ...flags } of change.flags ?? []) {
    const known = items.get(notification_id);
    if (known && known.changed_seq < change.seq) {
      items.set(notification_id, { ...known, ...flags, changed_seq: change.seq });
    }
  }

  if (change.readUpTo && nothingMissing) {
    const { seq, type } = change.readUpTo;
    for (const known of items.values()) {
      const inReach = known.seq <= seq && !known.is_archived && (type === undefined || known.type === type);
      if (inReach && !known.is_read && known.changed_seq < change.seq) {
        items.set(known.id, { ...known, is_read: true, is_seen: true, changed_seq: change.seq });
      }
    }
  }

  for (const id of change.deleted ?? []) {
    const known = items.get(id);
    if (known && known.changed_seq > change.seq) continue;
    items.delete(id);
    tombstones.set(id, Math.max(change.seq, tombstones.get(id) ?? 0));
  }
}
