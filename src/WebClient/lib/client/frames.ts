import type { Notification, SyncResult } from './notification';

/** Frames the server sends; the discriminator is `type`. */
export type ServerFrame =
  | ConnectedFrame
  | PongFrame
  | FeedFrame
  | ResumeProgressFrame
  | { type: 'watching' | 'unwatched'; resume_id: string; message: string; ref?: string }
  | { type: 'joined_room' | 'left_room'; room: string; message: string; ref?: string }
  | { type: 'error'; message: string; code?: string; ref?: string; retry_after_ms?: number }
  | ({ type: 'sync_result' } & SyncResult)
  | {
      type: 'receipt';
      notification_id: string;
      recipient_id: string;
      delivered_at: string | null;
      seen_at: string | null;
      read_at: string | null;
    }
  | { type: 'presence'; room: string; users: PresentUser[]; ref?: string }
  | { type: 'typing'; room: string; user_id: string; is_typing: boolean }
  | { type: 'room_message'; room: string; data: Record<string, unknown>; timestamp: string }
  | { type: 'token_refreshed' }
  | { type: 'token_expiring'; expires_in: number }
  | { type: 'reconnect'; after_ms: number };

/** Somebody who is in a room, or was. */
export interface PresentUser {
  user_id: string;
  /** Null for readers who are neither recruiter nor admin; absent from older servers. */
  name?: string | null;
  status: 'online' | 'offline';
  /** RFC 3339; null for who is online. */
  last_seen: string | null;
}

export interface ConnectedFrame {
  type: 'connected';
  user_id: string;
  message: string;
  connection_id?: string;
  epoch?: string;
  seq?: number;
  unread_count?: number;
  ping_interval?: number;
  reconnect?: { base_delay_ms: number; max_attempts: number };
  token_expires_in?: number;
}

export interface PongFrame {
  type: 'pong';
  epoch?: string;
  seq?: number;
  unread_count?: number;
  timestamp?: string;
}

/** Frames that change the feed. Each carries the feed position it leads to. */
export type FeedFrame = NotificationFrame | NotificationUpdatedFrame | NotificationDeletedFrame;

export interface NotificationFrame {
  type: 'notification';
  notification_type: string;
  data: {
    notification_id: string;
    title: string;
    message: string;
    action_url?: string | null;
    [payload: string]: unknown;
  };
  timestamp: string;
  seq: number;
  unread_count: number;
  /** Absent from older servers, which had only the feed. */
  channels?: string[];
}

export interface FlagChange {
  notification_id: string;
  is_read: boolean;
  is_seen: boolean;
  is_archived: boolean;
}

export interface NotificationUpdatedFrame {
  type: 'notification_updated';
  seq: number;
  unread_count: number;
  changes?: FlagChange[];
  read_up_to_seq?: number;
  notification_type?: string;
  notifications?: Notification[];
}

export interface NotificationDeletedFrame {
  type: 'notification_deleted';
  seq: number;
  unread_count: number;
  notification_ids: string[];
}

/** The server says the first four; `gone` is what this client makes of a resume the server does not know, or not for this user. */
export type ResumeStatus = 'uploaded' | 'processing' | 'completed' | 'failed' | 'gone';

/** Where the import of a resume stands. */
export interface ResumeState {
  status: ResumeStatus;
  /** 0–100. */
  progress: number;
  current_step: string | null;
  error: string | null;
  /** Of a batch: how many files it has, and what became of them so far. */
  total_files?: number;
  processed?: number;
  failed?: number;
}

export interface ResumeProgressFrame {
  type: 'resume_progress';
  resume_id: string;
  data: ResumeState;
  timestamp: string;
}

/** Messages this client sends. The answer to one with an `id` repeats it as `ref`. */
export type ClientMessage =
  | { type: 'ping' }
  | { type: 'ack'; seq: number; id: string }
  | { type: 'watch_resume' | 'unwatch_resume'; resume_id: string; id?: string }
  | { type: 'join_room' | 'leave_room' | 'presence'; room: string; id?: string }
  | { type: 'typing'; room: string; is_typing: boolean; id?: string }
  | { type: 'refresh_token'; token: string };

/** Reads one socket message. Anything that is not a frame yields nothing: a newer server may send more than is known here. */
export function parseFrames(text: string): ServerFrame[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return [];
  if (value.type === 'batch' && 'messages' in value && Array.isArray(value.messages)) {
    return value.messages as ServerFrame[];
  }
  return [value as ServerFrame];
}
