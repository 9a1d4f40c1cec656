import type { Notification } from '../client/notification';
import type { Fold } from '../foldNotifications';

/** One line of the feed: a notification, or many of one kind that stand as one until they are opened. */
export type FeedLine =
  | { kind: 'item'; key: string; notification: Notification; isWithinFold: boolean }
  | { kind: 'fold'; key: string; notifications: readonly Notification[]; isOpen: boolean };

/**
 * The lines in reading order: what an opened fold holds follows it. A fold is open if one that it holds is in `opened`, so
 * that it stays open whichever notifications join it, newer or older.
 */
export function feedLines(folds: readonly Fold[], opened: ReadonlySet<string>): FeedLine[] {
  return folds.flatMap(({ key, notifications }): FeedLine[] => {
    const items = (isWithinFold: boolean) =>
      notifications.map((notification): FeedLine => ({ kind: 'item', key: notification.id, notification, isWithinFold }));
    if (notifications.length === 1) return items(false);
    const opener = opened.size === 0 ? undefined : notifications.find(({ id }) => opened.has(id))?.id;
    const isOpen = opener !== undefined;
    return [{ kind: 'fold', key: `fold ${opener ?? key}`, notifications, isOpen }, ...(isOpen ? items(true) : [])];
  });
}
