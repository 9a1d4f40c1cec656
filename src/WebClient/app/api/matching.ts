import type { Http } from '../../lib/react';
import type { JobStatus } from './jobs';

/** How well a candidate and a job fit. All scores are 0–100. */
export interface Match {
  match_id: string;
  candidate_id: string;
  candidate_name: string | null;
  candidate_title: string | null;
  candidate_location: string | null;
  job_id: string;
  job_title: string;
  company_name: string;
  job_status: JobStatus;
  match_score: number;
  skill_match_score: number;
  experience_match_score: number;
  education_match_score: number;
  location_match_score: number;
  match_explanation: string;
  matching_skills: string[];
  missing_skills: string[];
  viewed_by_recruiter: boolean;
  created_at: string;
}

export interface MatchList {
  total_matches: number;
  top_match_score: number;
  matches: Match[];
}

export interface MatchStats {
  total_matches: number;
  high_matches: number;
  medium_matches: number;
  /** The percentage of all that are high. */
  match_rate: number;
}

export interface MatchQuery {
  minScore: number;
  skip: number;
  limit: number;
}

export type Grade = 'high' | 'medium' | 'low';

/** The bounds that the server counts by. */
export function gradeOf(score: number): Grade {
  if (score >= 80) return 'high';
  return score >= 60 ? 'medium' : 'low';
}

export function getMatch(http: Http, id: string, signal: AbortSignal): Promise<Match> {
  return http.json('GET', `/api/matching/matches/${encodeURIComponent(id)}`, undefined, signal);
}

export function markMatchViewed(http: Http, id: string): Promise<Match> {
  return http.json('PUT', `/api/matching/matches/${encodeURIComponent(id)}/viewed`);
}

export function listJobMatches(http: Http, jobId: string, query: MatchQuery, signal: AbortSignal): Promise<MatchList> {
  const parameters = new URLSearchParams({ skip: String(query.skip), limit: String(query.limit) });
  if (query.minScore > 0) parameters.set('min_score', String(query.minScore));
  return http.json('GET', `/api/matching/jobs/${encodeURIComponent(jobId)}/matches?${parameters}`, undefined, signal);
}

export function getJobStats(http: Http, jobId: string, signal: AbortSignal): Promise<MatchStats> {
  return http.json('GET', `/api/matching/stats/job/${encodeURIComponent(jobId)}`, undefined, signal);
}
