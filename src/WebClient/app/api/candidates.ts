import type { Http } from '../../lib/react';

export interface CandidateSummary {
  candidate_id: string;
  user_id: string | null;
  full_name: string | null;
  email: string | null;
  title: string | null;
  location: string | null;
  years_of_experience: number | null;
  top_skills: string[];
  added_at: string;
  last_viewed_at: string | null;
  source: string;
  tags: string[];
}

export interface Skill {
  name: string;
  category: string | null;
  proficiency: string | null;
}

export interface Experience {
  title: string | null;
  company: string | null;
  location: string | null;
  start_date: string | null;
  end_date: string | null;
  current: boolean;
  description: string | null;
}

export interface Education {
  degree: string | null;
  institution: string | null;
  graduation_date: string | null;
}

/** By whom and why a candidate came to the reader. */
export interface CandidateShare {
  shared_by: string;
  share_reason: string | null;
  share_notes: string | null;
  shared_at: string;
}

export interface CandidateProfile extends CandidateSummary {
  phone: string | null;
  professional_summary: string | null;
  skills: Skill[];
  experience: Experience[];
  education: Education[];
  resume_id: string | null;
  /** Null for whoever has them otherwise. */
  share: CandidateShare | null;
}

export interface CandidateQuery {
  search: string;
  source: string;
  skip: number;
  limit: number;
}

export interface CandidatePage {
  candidates: CandidateSummary[];
  total: number;
}

export async function listCandidates(http: Http, query: CandidateQuery, signal: AbortSignal): Promise<CandidatePage> {
  const parameters = new URLSearchParams({ skip: String(query.skip), limit: String(query.limit) });
  if (query.search) parameters.set('search', query.search);
  if (query.source) parameters.set('source', query.source);
  const response = await http.send(`/api/resumes/candidates?${parameters}`, { signal });
  const candidates = (await response.json()) as CandidateSummary[];
  const total = Number(response.headers.get('X-Total-Count') ?? query.skip + candidates.length);
  return { candidates, total };
}

export function getCandidate(http: Http, id: string, signal: AbortSignal): Promise<CandidateProfile> {
  return http.json('GET', `/api/resumes/candidates/${encodeURIComponent(id)}`, undefined, signal);
}

/** All tags at once; answers what is kept. */
export async function putTags(http: Http, id: string, tags: readonly string[]): Promise<string[]> {
  const path = `/api/resumes/candidates/${encodeURIComponent(id)}/tags`;
  return (await http.json<{ tags: string[] }>('PUT', path, { tags })).tags;
}
