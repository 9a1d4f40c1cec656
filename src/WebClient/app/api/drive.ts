import type { Http } from '../../lib/react';

export const frequencies = ['daily', 'weekly', 'manual'] as const;

export type Frequency = (typeof frequencies)[number];

export interface DriveStatus {
  connected: boolean;
  email: string | null;
  connected_at: string | null;
}

export interface DriveSync {
  id: string;
  folder_id: string;
  folder_name: string;
  is_active: boolean;
  sync_frequency: Frequency;
  last_sync_at: string | null;
  next_sync_at: string | null;
  total_files_synced: number;
  total_files_processed: number;
  total_files_failed: number;
  created_at: string;
}

export interface DriveRun {
  state: 'idle' | 'queued' | 'fetching' | 'importing';
  batch_id: string | null;
  started_at: string | null;
  error: string | null;
}

export interface DriveFile {
  file_id: string;
  filename: string;
  outcome: 'imported' | 'failed' | 'refused' | 'skipped';
  reason: string | null;
  resume_id: string | null;
  found_at: string;
}

export interface DriveFilePage {
  files: DriveFile[];
  next_cursor: string | null;
}

export interface NewFolder {
  folder_id: string;
  folder_name: string;
  sync_frequency: Frequency;
}

const base = '/api/google-drive';
const syncPath = (id: string) => `${base}/syncs/${encodeURIComponent(id)}`;

export function getDriveStatus(http: Http, signal: AbortSignal): Promise<DriveStatus> {
  return http.json('GET', `${base}/status`, undefined, signal);
}

/** Where the user gives their consent. */
export async function getConsentUrl(http: Http): Promise<string> {
  return (await http.json<{ auth_url: string }>('GET', `${base}/auth/url`)).auth_url;
}

/** Hands on what Google sent the user back with, as it stands in the address. */
export async function finishConnecting(http: Http, search: string): Promise<void> {
  await http.send(`${base}/auth/callback${search}`, { method: 'POST' });
}

export async function disconnectDrive(http: Http): Promise<void> {
  await http.send(`${base}/connection`, { method: 'DELETE' });
}

export function listSyncs(http: Http, signal: AbortSignal): Promise<DriveSync[]> {
  return http.json('GET', `${base}/syncs`, undefined, signal);
}

export function addFolder(http: Http, folder: NewFolder): Promise<DriveSync> {
  return http.json('POST', `${base}/setup`, folder);
}

export function changeSync(
  http: Http,
  id: string,
  change: { sync_frequency?: Frequency; is_active?: boolean },
): Promise<DriveSync> {
  return http.json('PUT', syncPath(id), change);
}

export async function deleteSync(http: Http, id: string): Promise<void> {
  await http.send(syncPath(id), { method: 'DELETE' });
}

export function runSync(http: Http, id: string): Promise<DriveSync> {
  return http.json('POST', `${syncPath(id)}/sync`);
}

export function getRun(http: Http, id: string, signal: AbortSignal): Promise<DriveRun> {
  return http.json('GET', `${syncPath(id)}/run`, undefined, signal);
}

export function listFiles(http: Http, id: string, cursor: string | null, signal: AbortSignal): Promise<DriveFilePage> {
  const parameters = new URLSearchParams({ limit: '20' });
  if (cursor) parameters.set('cursor', cursor);
  return http.json('GET', `${syncPath(id)}/files?${parameters}`, undefined, signal);
}
