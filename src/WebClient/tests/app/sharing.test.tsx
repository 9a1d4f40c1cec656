import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { CandidateProfile } from '../../app/api/candidates';
import type { Share } from '../../app/api/shares';
import CandidatePage from '../../app/pages/candidate/CandidatePage';
import { violations } from '../support/axe';
import { FakeBackend, problem, type FakeRequest } from '../support/fakeBackend';
import { ada, kim, renderPage, rita } from '../support/render';

const profile: CandidateProfile = {
  candidate_id: 'c1',
  user_id: null,
  full_name: 'Zoe Adler',
  email: null,
  title: 'Engineer',
  location: null,
  years_of_experience: null,
  top_skills: [],
  added_at: '2026-01-01T12:00:00Z',
  last_viewed_at: null,
  source: 'resume_import',
  tags: ['berlin'],
  phone: null,
  professional_summary: null,
  skills: [],
  experience: [],
  education: [],
  resume_id: null,
  share: null,
};

const share = (overrides: Partial<Share> = {}): Share => ({
  recruiter_id: 'rosa',
  recruiter_name: 'Rosa Delgado',
  shared_by: 'Ada Admin',
  share_reason: 'Fits the Berlin team',
  share_notes: null,
  shared_at: '2026-01-01T12:00:00Z',
  delivered_at: null,
  seen_at: null,
  read_at: null,
  ...overrides,
});

function withCandidate(shares: Share[] = [], candidate = profile): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/resumes/candidates/c1', () => Response.json(candidate));
  backend.on('GET /api/resumes/candidates/c1/shares', () => Response.json(shares));
  backend.on('GET /api/matching/candidates/c1/matches', () => Response.json({ total_matches: 0, top_match_score: 0, matches: [] }));
  backend.on('GET /api/admin/users', ({ query }) => {
    const users = [
      { user_id: 'rosa', name: 'Rosa Delgado', email: 'rosa@hotgigs.example' },
      { user_id: 'ben', name: 'Ben Okafor', email: null },
    ].filter(({ name }) => name.toLowerCase().includes(query.get('search') ?? ''));
    return Response.json({ users, total: users.length });
  });
  return backend;
}

function show(backend: FakeBackend, user = ada) {
  const page = (
    <Routes>
      <Route path="candidates/:id" element={<CandidatePage />} />
    </Routes>
  );
  return renderPage(backend, page, '/candidates/c1', user);
}

const body = (request: FakeRequest | undefined) => JSON.parse(String(request?.body)) as Record<string, unknown>;
const shared = (backend: FakeBackend) => backend.requestsTo('POST /api/resumes/admin/candidates/share');

describe('an admin', () => {
  it('shares a candidate with recruiters they look up, and says why', async () => {
    const backend = withCandidate();
    backend.on('POST /api/resumes/admin/candidates/share', () => {
      backend.on('GET /api/resumes/candidates/c1/shares', () => Response.json([share({ recruiter_name: 'Ben Okafor' })]));
      return Response.json({ shares: [], created: 1, updated: 0 });
    });
    await show(backend);
    await userEvent.click(await screen.findByRole('button', { name: 'Share' }));
    const dialog = screen.getByRole('dialog', { name: 'Share Zoe Adler' });
    expect(await within(dialog).findByText('Rosa Delgado')).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'Share candidate' })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('searchbox', { name: 'Find recruiters' }), 'ben');
    await waitFor(() => expect(within(dialog).queryByText('Rosa Delgado')).toBeNull());
    expect(backend.requestsTo('GET /api/admin/users').at(-1)!.query.get('role')).toBe('recruiter');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /Ben Okafor/ }));
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'Knows Rust');
    expect(await violations(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Share candidate' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(body(shared(backend)[0])).toEqual({
      candidate_ids: ['c1'],
      recruiter_ids: ['ben'],
      share_reason: 'Knows Rust',
      share_notes: null,
    });
    expect(await screen.findByTestId('share')).toHaveTextContent('Ben Okafor');
  });

  it('is told what the server found wrong, and loses nothing of what was typed', async () => {
    const backend = withCandidate();
    backend.on('POST /api/resumes/admin/candidates/share', () =>
      problem(422, 'Invalid', { 'recruiter_ids[0]': ['Ben Okafor is no recruiter any more.'] }),
    );
    await show(backend);
    await userEvent.click(await screen.findByRole('button', { name: 'Share' }));
    await userEvent.type(screen.getByLabelText('Reason'), 'Knows Rust');
    await userEvent.click(await screen.findByRole('checkbox', { name: /Ben Okafor/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Share candidate' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('no recruiter any more');
    expect(screen.getByLabelText('Reason')).toHaveValue('Knows Rust');
  });

  it('sees live how far the news of a share has come', async () => {
    const backend = withCandidate([share()]);
    const { container } = await show(backend);
    backend.greet();
    expect(await screen.findByTestId('share')).toHaveTextContent('Fits the Berlin teamSent');
    expect(await violations(container)).toEqual([]);
    for (const [change, word] of [
      [{ delivered_at: '2026-01-01T12:01:00Z' }, 'Delivered'],
      [{ seen_at: '2026-01-01T12:02:00Z' }, 'Seen'],
      [{ read_at: '2026-01-01T12:03:00Z' }, 'Read'],
    ] as const) {
      backend.on('GET /api/resumes/candidates/c1/shares', () => Response.json([share(change)]));
      const none = { delivered_at: null, seen_at: null, read_at: null };
      backend.send({ type: 'receipt', notification_id: 'n1', recipient_id: 'rosa', ...none, ...change });
      await waitFor(() => expect(screen.getByTestId('share')).toHaveTextContent(word));
    }
  });

  it('takes a share back only when that is confirmed', async () => {
    const backend = withCandidate([share()]);
    backend.on('POST /api/resumes/admin/candidates/unshare', () => {
      backend.on('GET /api/resumes/candidates/c1/shares', () => Response.json([]));
      return Response.json({ removed: 1 });
    });
    await show(backend);
    await userEvent.click(await screen.findByRole('button', { name: 'Stop sharing with Rosa Delgado' }));
    expect(backend.requestsTo('POST /api/resumes/admin/candidates/unshare')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Stop sharing' }));
    expect(await screen.findByText('Shared with nobody yet.')).toBeInTheDocument();
    expect(body(backend.requestsTo('POST /api/resumes/admin/candidates/unshare')[0])).toEqual({
      candidate_ids: ['c1'],
      recruiter_ids: ['rosa'],
    });
  });
});

describe('a recruiter', () => {
  it('with whom a candidate is shared reads by whom and why, and changes nothing', async () => {
    const told = { shared_by: 'Ada Admin', share_reason: 'Fits the Berlin team', share_notes: 'Call before noon', shared_at: '2026-01-01T12:00:00Z' };
    await show(withCandidate([share()], { ...profile, share: told }), rita);
    expect(await screen.findByText('Shared by Ada Admin: Fits the Berlin team')).toBeInTheDocument();
    expect(screen.getByText('Call before noon')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit tags' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Stop sharing/ })).toBeNull();
  });

  it('edits the tags of a candidate they have', async () => {
    const backend = withCandidate();
    backend.on('PUT /api/resumes/candidates/c1/tags', (request) => Response.json({ candidate_id: 'c1', ...body(request) }));
    await show(backend, rita);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit tags' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove berlin' }));
    await userEvent.type(screen.getByLabelText('Tags', { selector: 'input' }), 'senior{Enter}remote');
    await userEvent.click(screen.getByRole('button', { name: 'Save tags' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save tags' })).toBeNull());
    expect(body(backend.requestsTo('PUT /api/resumes/candidates/c1/tags')[0])).toEqual({ tags: ['senior', 'remote'] });
    const card = screen.getByRole('region', { name: 'Tags' });
    expect(within(card).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['senior', 'remote']);
  });

  it('keeps editing when the server refuses a tag', async () => {
    const backend = withCandidate();
    backend.on('PUT /api/resumes/candidates/c1/tags', () => problem(422, 'Invalid', { 'tags[0]': ['A tag has at most 50 characters.'] }));
    await show(backend, rita);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit tags' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save tags' }));
    expect(await screen.findByText('A tag has at most 50 characters.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save tags' })).toBeInTheDocument();
  });
});

it('shows a candidate neither tags nor shares of their own profile', async () => {
  const backend = withCandidate([share()]);
  await show(backend, kim);
  await screen.findByRole('heading', { level: 1, name: 'Zoe Adler' });
  expect(screen.queryByRole('region', { name: 'Tags' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Shared with' })).toBeNull();
  expect(backend.requestsTo('GET /api/resumes/candidates/c1/shares')).toHaveLength(0);
});
