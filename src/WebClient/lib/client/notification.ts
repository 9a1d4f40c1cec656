/** One entry of the user's feed, as REST and `sync` answer it. */
export interface Notification {
  id: string;
  /** A `NotificationType`, or the name of one that a newer server added. */
  type: string;
  title: string;
  message: string;
  /** Path within this site, or null where there is nothing to open. */
  action_url: string | null;
  data: Record<string, unknown>;
  is_read: boolean;
  is_seen: boolean;
  is_archived: boolean;
  created_at: string;
  /** Feed position of its creation: watermarks compare with it. */
  seq: number;
  /** Feed position of its last change: recovery compares with it. */
  changed_seq: number;
  /** How it is delivered, preferences and quiet hours applied: `in_app`, `browser`, or what a newer server added. */
  channels: readonly string[];
}

export interface NotificationPage {
  notifications: Notification[];
  unread_count: number;
  unseen_count: number;
  next_cursor: string | null;
  epoch: string;
  /** Feed position this page is true for. */
  seq: number;
}

export interface SyncResult {
  recovered: boolean;
  epoch: string;
  seq: number;
  notifications: Notification[];
  deleted: string[];
  unread_count: number;
  more: boolean;
}

/** What a "mark all as read" came to. */
export interface MarkedAll {
  epoch: string;
  /** Of that change; where nothing was changed, of an earlier one, which may be another device's. */
  seq: number;
  /** How many notifications it marked. */
  changed: number;
}

/** What a list shows. Each distinct filter is paged on its own. */
export interface NotificationFilter {
  unreadOnly?: boolean;
  type?: string;
  /** The archived ones instead of the others. */
  archived?: boolean;
}

/** What can be done to many notifications at once. */
export type BulkAction = 'read' | 'unread' | 'archive' | 'delete';
