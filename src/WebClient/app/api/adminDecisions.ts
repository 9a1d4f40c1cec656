import type { Http } from '../../lib/react';
import type { DirectoryUser } from './shares';

/** Why a delivery channel was taken or not. */
export interface Decision {
  delivery_channel: string;
  outcome: string;
  /** A sentence. */
  reason: string;
}

/** A notification that never came into a feed. */
export interface Withheld {
  id: string;
  type: string;
  deduplication_key: string | null;
  caused_by: { source: string; id?: string };
  decisions: Decision[];
  at: string;
}

export interface WithheldPage {
  decisions: Withheld[];
  next_cursor: string | null;
}

export function listWithheld(http: Http, userId: string, cursor: string | null, signal: AbortSignal): Promise<WithheldPage> {
  const parameters = new URLSearchParams({ user_id: userId, limit: '25' });
  if (cursor !== null) parameters.set('cursor', cursor);
  return http.json('GET', `/api/admin/notifications/decisions?${parameters}`, undefined, signal);
}

export function findPeople(http: Http, search: string, signal: AbortSignal): Promise<{ users: DirectoryUser[]; total: number }> {
  const parameters = new URLSearchParams({ limit: '8' });
  if (search) parameters.set('search', search);
  return http.json('GET', `/api/admin/users?${parameters}`, undefined, signal);
}
