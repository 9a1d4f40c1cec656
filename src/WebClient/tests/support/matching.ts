import type { Job } from '../../app/api/jobs';
import type { JobOverview, Match, MatchingOverview } from '../../app/api/matching';

export function match(id: string, overrides: Partial<Match> = {}): Match {
  return {
    match_id: id,
    candidate_id: 'c1',
    candidate_name: 'Jane Doe',
    candidate_title: 'Senior Software Engineer',
    candidate_location: 'Berlin, Germany',
    job_id: 'j1',
    job_title: 'Backend Engineer',
    company_name: 'Acme',
    job_status: 'open',
    match_score: 71,
    skill_match_score: 60,
    experience_match_score: 100,
    education_match_score: 67,
    location_match_score: 40,
    match_explanation: 'Has 1 of 2 required skills; lacks k8s. 7.1 years of experience meet the 3 asked for.',
    matching_skills: ['C#', 'ReactJS'],
    missing_skills: ['k8s'],
    viewed_by_recruiter: false,
    created_at: '2026-01-01T12:00:00Z',
    ...overrides,
  };
}

export function job(id: string, overrides: Partial<Job> = {}): Job {
  return {
    job_id: id,
    title: 'Backend Engineer',
    company_name: 'Acme',
    location: 'Munich, Germany',
    description: 'Builds services.',
    required_skills: ['C#', 'k8s'],
    preferred_skills: ['ReactJS'],
    years_of_experience: 3,
    education: 'master',
    status: 'open',
    posted_by: 'rita',
    created_at: '2026-01-01T12:00:00Z',
    ...overrides,
  };
}

export function jobOverview(id: string, overrides: Partial<JobOverview> = {}): JobOverview {
  return {
    job_id: id,
    job_title: `Job ${id}`,
    company_name: 'Acme',
    job_status: 'open',
    total_matches: 5,
    high_matches: 2,
    medium_matches: 1,
    new_high_matches: 1,
    top_match_score: 91,
    created_at: '2026-01-01T12:00:00Z',
    ...overrides,
  };
}

export function overview(overrides: Partial<MatchingOverview> = {}): MatchingOverview {
  const counts = [0, 0, 0, 0, 2, 0, 1, 0, 1, 1];
  return {
    total_jobs: 1,
    total_matches: 5,
    high_matches: 2,
    medium_matches: 1,
    new_high_matches: 1,
    top_match_score: 91,
    scores: counts.map((count, tens) => ({ from: tens * 10, to: tens === 9 ? 100 : tens * 10 + 9, count })),
    jobs: [jobOverview('j1', { job_title: 'Backend Engineer' })],
    newest_high_matches: [match('m1', { match_score: 91 })],
    ...overrides,
  };
}
