import type { AdminStatus, Sample } from '../../app/api/admin';
import type { Email } from '../../app/api/adminEmails';

const start = Date.UTC(2026, 2, 1, 12);

export function sample(i: number, overrides: Partial<Sample> = {}): Sample {
  return {
    at: new Date(start + i * 10_000).toISOString(),
    connections: 0,
    users: 0,
    rooms: 0,
    watchers: 0,
    queued_frames: 0,
    queued_bytes: 0,
    sent_per_second: 0,
    ...overrides,
  };
}

export function adminStatus(overrides: Partial<AdminStatus> = {}): AdminStatus {
  return {
    node: {
      id: 'web-1',
      uptime: 7_325,
      draining: false,
      users: 2,
      rooms: 2,
      watchers: 3,
      queued_frames: 4,
      queued_bytes: 1_500,
      accepted: 9,
      closed: { 1000: 5, 4401: 1 },
    },
    active_connections: 3,
    watched_resumes: 2,
    rooms: { recruiters: 2, 'candidate:01a20622-14a1-7226-9e00-4663eed02e62': 1 },
    sample_interval: 10,
    samples: [sample(0), sample(1, { connections: 7, users: 5, sent_per_second: 12.5 }), sample(2, { connections: 3, users: 2 })],
    max_count: 10_000,
    imports: { waiting: 4, processing: 2, failed: 1 },
    matching: { waiting: 0, processing: 1 },
    google_drive: { waiting: 0, processing: 0 },
    emails: { pending: 6, sent: 10_000, skipped: 3, dead: 2, outage: null },
    ...overrides,
  };
}

export function email(id: string, overrides: Partial<Email> = {}): Email {
  return {
    id,
    user_id: 'rita',
    type: 'candidate_shared',
    title: 'Candidate Shared With You',
    status: 'dead',
    attempts: [{ at: '2026-03-01T09:00:03.120Z', error: '550 5.1.1 <…>: no such user', before_requeue: false }],
    reason: 'The mail server refused it for good.',
    created_at: '2026-03-01T09:00:02.871Z',
    ended_at: '2026-03-01T09:00:03.120Z',
    ...overrides,
  };
}
