import type { NotificationFrame } from '../../lib/client/frames';
import type { Notification, NotificationPage } from '../../lib/client/notification';

export const epoch = 'epoch-1';

/** Too far from each other to be folded into one line. */
const timeOf = (seq: number) => new Date(Date.UTC(2026, 0, 1, 12) + (seq - 1) * 2 * 60 * 60_000).toISOString();

/** The notification that was created at this position, and not changed since unless said. */
export function notification(seq: number, overrides: Partial<Notification> = {}): Notification {
  return {
    id: `n${seq}`,
    type: 'candidate_added',
    title: `Title ${seq}`,
    message: `Message ${seq}`,
    action_url: `/candidates/c${seq}`,
    data: {},
    is_read: false,
    is_seen: false,
    is_archived: false,
    created_at: timeOf(seq),
    seq,
    changed_seq: seq,
    channels: ['in_app'],
    ...overrides,
  };
}

export function page(notifications: Notification[], overrides: Partial<NotificationPage> = {}): NotificationPage {
  return {
    notifications,
    unread_count: notifications.filter((n) => !n.is_read).length,
    unseen_count: 0,
    next_cursor: null,
    epoch,
    seq: Math.max(0, ...notifications.map((n) => n.changed_seq)),
    ...overrides,
  };
}

export function created(seq: number, unreadCount: number, payload: Record<string, unknown> = {}): NotificationFrame {
  return {
    type: 'notification',
    notification_type: 'candidate_added',
    data: {
      notification_id: `n${seq}`,
      title: `Title ${seq}`,
      message: `Message ${seq}`,
      action_url: `/candidates/c${seq}`,
      ...payload,
    },
    timestamp: timeOf(seq),
    seq,
    unread_count: unreadCount,
  };
}
