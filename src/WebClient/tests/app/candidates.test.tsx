import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { CandidateProfile, CandidateSummary } from '../../app/api/candidates';
import CandidatePage from '../../app/pages/candidate/CandidatePage';
import CandidatesPage from '../../app/pages/candidates/CandidatesPage';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderPage } from '../support/render';

const candidate = (id: string, overrides: Partial<CandidateSummary> = {}): CandidateSummary => ({
  candidate_id: id,
  user_id: null,
  full_name: `Person ${id}`,
  email: null,
  title: 'Engineer',
  location: 'Berlin',
  years_of_experience: 4.5,
  top_skills: ['C#', 'SQL', 'React', 'Go', 'Rust'],
  added_at: '2026-01-01T12:00:00Z',
  last_viewed_at: null,
  source: 'resume_import',
  tags: [],
  ...overrides,
});

function withCandidates(candidates: CandidateSummary[], total = candidates.length): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/resumes/candidates', () =>
    Response.json(candidates, { headers: { 'X-Total-Count': String(total) } }),
  );
  return backend;
}

const rows = () => screen.findAllByTestId('candidate-row');
const lastQuery = (backend: FakeBackend) =>
  Object.fromEntries(backend.requestsTo('GET /api/resumes/candidates').at(-1)!.query);

describe('the list', () => {
  it('shows who there is', async () => {
    await renderPage(withCandidates([candidate('1')], 31), <CandidatesPage />);
    const [row] = await rows();
    expect(within(row!).getByRole('link', { name: 'Person 1' })).toHaveAttribute('href', '/candidates/1');
    expect(row).toHaveTextContent('Engineer · 4.5 years');
    expect(row).toHaveTextContent('C#SQLReact+2');
    expect(row).toHaveTextContent('Resume import');
    expect(screen.getByText('31 candidates')).toBeInTheDocument();
  });

  it('searches when the typing pauses, and puts it into the address', async () => {
    const backend = withCandidates([candidate('1')]);
    await renderPage(backend, <CandidatesPage />, '/candidates?page=2');
    await rows();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search candidates' }), 'rust');
    await waitFor(() => expect(lastQuery(backend)).toEqual({ skip: '0', limit: '25', search: 'rust' }));
    expect(screen.getByTestId('address')).toHaveTextContent('/candidates?search=rust');
    const searches = backend.requestsTo('GET /api/resumes/candidates').map(({ query }) => query.get('search'));
    expect(new Set(searches)).toEqual(new Set([null, 'rust']));
  });

  it('narrows to a source', async () => {
    const backend = withCandidates([candidate('1')]);
    await renderPage(backend, <CandidatesPage />);
    await rows();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Source' }), 'Google Drive');
    await waitFor(() => expect(lastQuery(backend)).toMatchObject({ source: 'google_drive' }));
  });

  it('pages', async () => {
    const backend = withCandidates([candidate('1')], 60);
    await renderPage(backend, <CandidatesPage />);
    await rows();
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(lastQuery(backend)).toEqual({ skip: '25', limit: '25' }));
    expect(screen.getByText('26–50 of 60')).toBeInTheDocument();
  });

  it('is not disturbed by the batch a notification leads from', async () => {
    const backend = withCandidates([candidate('1')]);
    await renderPage(backend, <CandidatesPage />, '/candidates?batch=b1');
    await rows();
    expect(lastQuery(backend)).toEqual({ skip: '0', limit: '25' });
  });

  it('shows a new candidate as they arrive', async () => {
    const backend = withCandidates([candidate('1')]);
    await renderPage(backend, <CandidatesPage />);
    backend.greet();
    await rows();
    backend.on('GET /api/resumes/candidates', () => Response.json([candidate('2'), candidate('1')]));
    backend.send(created(1, 1));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('leads to the upload when there is nobody', async () => {
    await renderPage(withCandidates([]), <CandidatesPage />);
    expect(await screen.findByRole('link', { name: 'Upload resumes' })).toHaveAttribute('href', '/upload');
  });

  it('tells a search without result from an empty list', async () => {
    await renderPage(withCandidates([]), <CandidatesPage />, '/candidates?search=nobody');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear search' }));
    expect(await screen.findByText('No candidates yet')).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says what the server said when it fails, and tries again', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates', () => problem(403, 'Only recruiters may see candidates.'));
    await renderPage(backend, <CandidatesPage />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Only recruiters may see candidates.');
    backend.on('GET /api/resumes/candidates', () => Response.json([candidate('1')]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(1);
  });

  it('breaks no accessibility rule', async () => {
    const { container } = await renderPage(withCandidates([candidate('1')], 60), <CandidatesPage />);
    await rows();
    expect(await violations(container)).toEqual([]);
  });
});

describe('one candidate', () => {
  const profile: CandidateProfile = {
    ...candidate('1'),
    email: 'zoe@example.com',
    phone: '+49 30 901820',
    professional_summary: 'Likes boring systems.',
    resume_id: 'r1',
    share: null,
    skills: [
      { name: 'C#', category: 'Programming Languages', proficiency: 'expert' },
      { name: 'Go', category: 'Programming Languages', proficiency: null },
      { name: 'Mentoring', category: null, proficiency: null },
    ],
    experience: [
      { title: 'Lead', company: 'Acme', location: 'Berlin', start_date: '2021-03', end_date: null, current: true, description: 'Led.' },
      { title: null, company: 'Start', location: null, start_date: '2016', end_date: '2017', current: false, description: null },
    ],
    education: [{ degree: 'M.Sc.', institution: 'TU Berlin', graduation_date: '2016' }],
  };

  const show = (backend: FakeBackend) =>
    renderPage(
      backend,
      <Routes>
        <Route path="candidates/:id" element={<CandidatePage />} />
      </Routes>,
      '/candidates/1',
    );

  it('shows the whole profile', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates/1', () => Response.json(profile));
    const { container } = await show(backend);
    expect(await screen.findByRole('heading', { level: 1, name: 'Person 1' })).toBeInTheDocument();
    expect(screen.getByText('4.5 years of experience')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'zoe@example.com' })).toHaveAttribute('href', 'mailto:zoe@example.com');
    expect(screen.getByRole('link', { name: '+49 30 901820' })).toHaveAttribute('href', 'tel:+4930901820');
    expect(screen.getByText('Mar 2021 – Present')).toBeInTheDocument();
    expect(screen.getByText('2016 – 2017')).toBeInTheDocument();
    const languages = screen.getByRole('heading', { name: 'Programming Languages' }).parentElement!;
    expect(within(languages).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['C#expert', 'Go']);
    expect(await violations(container)).toEqual([]);
  });

  it('says who else is looking at the same candidate, and counts neither oneself nor who has left', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates/1', () => Response.json(profile));
    await show(backend);
    backend.greet();
    await screen.findByRole('heading', { level: 1, name: 'Person 1' });
    const asked = await waitFor(() => {
      const found = backend.socket.sent.find((message) => message.type === 'presence');
      expect(found).toBeDefined();
      return found!;
    });
    const ref = 'id' in asked ? asked.id : undefined;
    const user = (user_id: string, name: string, status: 'online' | 'offline') => ({ user_id, name, status, last_seen: null });
    const room = 'candidate:1';
    const [rita, sam, eve] = [user('rita', 'Rita Recruiter', 'online'), user('sam', 'Sam Okafor', 'online'), user('eve', 'Eve Berger', 'online')];
    backend.send({ type: 'presence', room, ref, users: [rita, sam, { ...eve, status: 'offline' }] });
    expect(screen.getByText('Sam Okafor is looking at this candidate too')).toBeInTheDocument();
    backend.send({ type: 'presence', room, users: [eve] });
    expect(screen.getByText('Sam Okafor and Eve Berger are looking at this candidate too')).toBeInTheDocument();
    backend.send({ type: 'presence', room, users: [user('max', 'Max', 'online'), user('ida', 'Ida', 'online')] });
    expect(screen.getByText('Sam Okafor, Eve Berger and 2 others are looking at this candidate too')).toBeInTheDocument();
    const gone = [eve, sam, user('max', 'Max', 'online'), user('ida', 'Ida', 'online')];
    backend.send({ type: 'presence', room, users: gone.map((one) => ({ ...one, status: 'offline' as const })) });
    expect(screen.queryByText(/looking at this candidate/)).toBeNull();
  });

  it('counts those of whom a server tells no names', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates/1', () => Response.json(profile));
    await show(backend);
    backend.greet();
    await screen.findByRole('heading', { level: 1, name: 'Person 1' });
    const nameless = (user_id: string) => ({ user_id, status: 'online' as const, last_seen: null });
    backend.send({ type: 'presence', room: 'candidate:1', users: [nameless('sam'), nameless('eve')] });
    expect(screen.getByText('2 others are looking at this candidate')).toBeInTheDocument();
  });

  it('says so when there is no such candidate', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates/1', () => problem(404, 'Not found'));
    await show(backend);
    expect(await screen.findByText('This candidate isn’t here')).toBeInTheDocument();
  });

  it('explains why the original cannot be downloaded yet', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates/1', () => Response.json(profile));
    backend.on('GET /api/matching/candidates/1/matches', () => Response.json({ total_matches: 0, top_match_score: 0, matches: [] }));
    backend.on('GET /api/resumes/r1/download', () => problem(409, 'The resume is still being processed.'));
    await show(backend);
    await userEvent.click(await screen.findByRole('button', { name: 'Download original' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('still being processed');
  });
});
