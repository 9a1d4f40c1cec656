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

/** How many matches have a score from `from` to `to`, both included. */
export interface ScoreRange {
  from: number;
  to: number;
  count: number;
}

/** Matches summed up; of `high_matches`, those new that no recruiter has looked at. */
export interface MatchFigures {
  total_matches: number;
  high_matches: number;
  medium_matches: number;
  new_high_matches: number;
  top_match_score: number;
}

export interface JobOverview extends MatchFigures {
  job_id: string;
  job_title: string;
  company_name: string;
  job_status: JobStatus;
  created_at: string;
}

/** The matches of all open jobs, or of one. */
export interface MatchingOverview extends MatchFigures {
  total_jobs: number;
  scores: ScoreRange[];
  /** Those most worth a look first; not all where there are many. */
  jobs: JobOverview[];
  newest_high_matches: Match[];
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

const candidatePath = (id: string) => `/api/matching/candidates/${encodeURIComponent(id)}`;

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

export function listCandidateMatches(
  http: Http,
  candidateId: string,
  { skip, limit }: Omit<MatchQuery, 'minScore'>,
  signal: AbortSignal,
): Promise<MatchList> {
  const parameters = new URLSearchParams({ skip: String(skip), limit: String(limit) });
  return http.json('GET', `${candidatePath(candidateId)}/matches?${parameters}`, undefined, signal);
}

export function getCandidateStats(http: Http, candidateId: string, signal: AbortSignal): Promise<MatchStats> {
  return http.json('GET', `/api/matching/stats/candidate/${encodeURIComponent(candidateId)}`, undefined, signal);
}

/** Compares a candidate with every open job again, in the background. */
export async function rematchCandidate(http: Http, candidateId: string): Promise<void> {
  await http.json('POST', `${candidatePath(candidateId)}/rematch`, { force: true });
}

/** Of one job, or of all that are open where none is named. */
export function getMatchingOverview(http: Http, jobId: string, signal: AbortSignal): Promise<MatchingOverview> {
  const query = jobId ? `?${new URLSearchParams({ job_id: jobId })}` : '';
  return http.json('GET', `/api/matching/overview${query}`, undefined, signal);
}

export function getJobStats(http: Http, jobId: string, signal: AbortSignal): Promise<MatchStats> {
  return http.json('GET', `/api/matching/stats/job/${encodeURIComponent(jobId)}`, undefined, signal);
}
