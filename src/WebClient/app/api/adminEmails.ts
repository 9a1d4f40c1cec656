import type { Http } from '../../lib/react';

export type EmailStatus = 'pending' | 'sent' | 'skipped' | 'dead';

/** A mail, without its address and what it says. */
export interface Email {
  id: string;
  user_id: string;
  /** Of the notification it tells of. */
  type: string;
  title: string;
  status: EmailStatus;
  /** Oldest first; the error is null where the mail server took it. */
  attempts: { at: string; error: string | null; before_requeue: boolean }[];
  /** Why it was given up or not needed, or what it waits for. */
  reason: string | null;
  created_at: string;
  ended_at: string | null;
}

export interface EmailPage {
  emails: Email[];
  next_cursor: string | null;
}

const path = '/api/admin/emails';

export function listDeadEmails(http: Http, cursor: string | null, signal: AbortSignal): Promise<EmailPage> {
  const parameters = new URLSearchParams({ status: 'dead', limit: '25' });
  if (cursor !== null) parameters.set('cursor', cursor);
  return http.json('GET', `${path}?${parameters}`, undefined, signal);
}

export function getEmail(http: Http, id: string, signal: AbortSignal): Promise<Email> {
  return http.json('GET', `${path}/${encodeURIComponent(id)}`, undefined, signal);
}

/** Tries a mail that was given up again. */
export function requeueEmail(http: Http, id: string): Promise<Email> {
  return http.json('POST', `${path}/${encodeURIComponent(id)}/requeue`);
}
