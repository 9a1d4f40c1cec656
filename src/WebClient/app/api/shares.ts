import type { Http } from '../../lib/react';

export interface Share {
  recruiter_id: string;
  recruiter_name: string;
  shared_by: string;
  share_reason: string | null;
  share_notes: string | null;
  shared_at: string;
  delivered_at: string | null;
  seen_at: string | null;
  read_at: string | null;
}

export interface NewShares {
  candidateId: string;
  recruiterIds: string[];
  reason: string;
  notes: string;
}

export interface DirectoryUser {
  user_id: string;
  name: string | null;
  email: string | null;
}

export interface RecruiterPage {
  users: DirectoryUser[];
  total: number;
}

export function listShares(http: Http, candidateId: string, signal: AbortSignal): Promise<Share[]> {
  return http.json('GET', `/api/resumes/candidates/${encodeURIComponent(candidateId)}/shares`, undefined, signal);
}

export async function shareCandidate(http: Http, { candidateId, recruiterIds, reason, notes }: NewShares): Promise<void> {
  await http.json('POST', '/api/resumes/admin/candidates/share', {
    candidate_ids: [candidateId],
    recruiter_ids: recruiterIds,
    share_reason: reason.trim() || null,
    share_notes: notes.trim() || null,
  });
}

export async function unshareCandidate(http: Http, candidateId: string, recruiterId: string): Promise<void> {
  const body = { candidate_ids: [candidateId], recruiter_ids: [recruiterId] };
  await http.json('POST', '/api/resumes/admin/candidates/unshare', body);
}

/** For admins. */
export function findRecruiters(http: Http, search: string, signal: AbortSignal): Promise<RecruiterPage> {
  const parameters = new URLSearchParams({ role: 'recruiter', limit: '20' });
  if (search) parameters.set('search', search);
  return http.json('GET', `/api/admin/users?${parameters}`, undefined, signal);
}
