import type { Http } from '../../lib/react';

export type JobStatus = 'open' | 'closed';

export const educations = ['none', 'associate', 'bachelor', 'master', 'doctorate'] as const;

export type EducationLevel = (typeof educations)[number];

export interface JobFields {
  title: string;
  company_name: string;
  location: string | null;
  description: string | null;
  required_skills: string[];
  preferred_skills: string[];
  years_of_experience: number;
  education: EducationLevel;
}

export interface Job extends JobFields {
  job_id: string;
  status: JobStatus;
  posted_by: string;
  created_at: string;
}

export interface JobQuery {
  search: string;
  /** Empty for both. */
  status: string;
  skip: number;
  limit: number;
}

export interface JobList {
  jobs: Job[];
  total: number;
}

const pathOf = (id: string) => `/api/jobs/${encodeURIComponent(id)}`;

export function listJobs(http: Http, query: JobQuery, signal: AbortSignal): Promise<JobList> {
  const parameters = new URLSearchParams({ skip: String(query.skip), limit: String(query.limit) });
  if (query.search) parameters.set('search', query.search);
  if (query.status) parameters.set('status', query.status);
  return http.json('GET', `/api/jobs?${parameters}`, undefined, signal);
}

export function getJob(http: Http, id: string, signal: AbortSignal): Promise<Job> {
  return http.json('GET', pathOf(id), undefined, signal);
}

export function postJob(http: Http, fields: JobFields): Promise<Job> {
  return http.json('POST', '/api/jobs', fields);
}

/** What is left out stays as it is. */
export function changeJob(http: Http, id: string, change: Partial<JobFields> & { status?: JobStatus }): Promise<Job> {
  return http.json('PUT', pathOf(id), change);
}

export async function deleteJob(http: Http, id: string): Promise<void> {
  await http.send(pathOf(id), { method: 'DELETE' });
}
