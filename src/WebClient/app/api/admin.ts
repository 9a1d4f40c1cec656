import type { Http } from '../../lib/react';

/** How the live connections of the node stood at one moment. */
export interface Sample {
  at: string;
  connections: number;
  users: number;
  rooms: number;
  watchers: number;
  queued_frames: number;
  queued_bytes: number;
  /** Messages written to clients since the sample before. */
  sent_per_second: number;
}

export interface WorkFigures {
  waiting: number;
  processing: number;
}

/** The connections of one server, now and in the last hour, and the queues that all servers share. */
export interface AdminStatus {
  node: {
    id: string;
    /** Seconds. */
    uptime: number;
    draining: boolean;
    users: number;
    rooms: number;
    watchers: number;
    queued_frames: number;
    queued_bytes: number;
    accepted: number;
    /** How many ended, by close code. */
    closed: Record<string, number>;
  };
  active_connections: number;
  watched_resumes: number;
  /** Connections in each room, the fullest. */
  rooms: Record<string, number>;
  /** Seconds between two samples. */
  sample_interval: number;
  /** Oldest first. */
  samples: Sample[];
  /** A count of so many means so many or more. */
  max_count: number;
  imports: WorkFigures & { failed: number };
  matching: WorkFigures;
  google_drive: WorkFigures;
  emails: { pending: number; sent: number; skipped: number; dead: number; outage: string | null };
}

export function getAdminStatus(http: Http, signal: AbortSignal): Promise<AdminStatus> {
  return http.json('GET', '/api/admin/status', undefined, signal);
}

export const audiences = ['recruiters', 'candidates', 'admins'] as const;

/** The room of a role. */
export type Audience = (typeof audiences)[number];

export interface Announcement {
  room: Audience;
  title: string;
  message: string;
  /** Empty for none. */
  action_url: string;
  /** Kept in the feed of everyone who may join the room, or shown to whoever is there now. */
  persist: boolean;
}

/** Answers to how many users it went. */
export async function announce(http: Http, { room, ...announcement }: Announcement): Promise<number> {
  const body = { ...announcement, action_url: announcement.action_url || undefined };
  const { recipients } = await http.json<{ recipients: number }>('POST', `/api/rooms/${room}/broadcast`, body);
  return recipients;
}
