import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Match } from '../../app/api/matching';
import MatchPage from '../../app/pages/match/MatchPage';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { match } from '../support/matching';
import { kim, renderPage, rita } from '../support/render';

function withMatch(value: Match = match('m1')): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/matching/matches/m1', () => Response.json(value));
  backend.on('PUT /api/matching/matches/m1/viewed', () => Response.json({ ...value, viewed_by_recruiter: true }));
  return backend;
}

const show = (backend: FakeBackend, user = rita) =>
  renderPage(
    backend,
    <Routes>
      <Route path="matches/:id" element={<MatchPage />} />
    </Routes>,
    '/matches/m1',
    user,
  );

const viewed = (backend: FakeBackend) => backend.requestsTo('PUT /api/matching/matches/m1/viewed');

describe('a match', () => {
  it('shows who and what was compared, the score and how it came about', async () => {
    const { container } = await show(withMatch());
    expect(await screen.findByRole('heading', { level: 1, name: 'Jane Doe for Backend Engineer' })).toBeInTheDocument();
    expect(screen.getByText('Good match').parentElement).toHaveTextContent('71 %Good match');
    const bars = screen.getAllByRole('meter').map((bar) => [bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')]);
    expect(bars).toEqual([['60', '60 %'], ['100', '100 %'], ['67', '67 %'], ['40', '40 %']]);
    expect(screen.getByRole('meter', { name: 'Education' })).toHaveAttribute('aria-valuenow', '67');
    expect(screen.getByText(/lacks k8s\. 7\.1 years of experience/)).toBeInTheDocument();
    const skills = (title: string) =>
      within(screen.getByRole('region', { name: title })).getAllByRole('listitem').map((item) => item.textContent);
    expect(skills('Skills that match')).toEqual(['C#', 'ReactJS']);
    expect(skills('Skills that are missing')).toEqual(['k8s']);
    expect(screen.getByRole('link', { name: 'View candidate' })).toHaveAttribute('href', '/candidates/c1');
    expect(screen.getByRole('link', { name: 'View job' })).toHaveAttribute('href', '/jobs/j1');
    expect(await violations(container)).toEqual([]);
  });

  it('is marked as viewed once by a recruiter who sees it', async () => {
    const backend = withMatch();
    await show(backend);
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(viewed(backend)).toHaveLength(1));
  });

  it('is not marked again when a recruiter has seen it before', async () => {
    const backend = withMatch(match('m1', { viewed_by_recruiter: true }));
    await show(backend);
    await screen.findByRole('heading', { level: 1 });
    expect(viewed(backend)).toHaveLength(0);
  });

  it('shows a candidate the job, without a way into the jobs and without marking it', async () => {
    const backend = withMatch();
    await show(backend, kim);
    expect(await screen.findByRole('heading', { level: 1, name: 'Backend Engineer at Acme' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'View your profile' })).toHaveAttribute('href', '/candidates/c1');
    expect(screen.queryByRole('link', { name: 'View job' })).toBeNull();
    expect(viewed(backend)).toHaveLength(0);
  });

  it('takes on another score when it is told again', async () => {
    const backend = withMatch(match('m1', { viewed_by_recruiter: true }));
    await show(backend);
    backend.greet();
    await screen.findByText('71 %');
    backend.on('GET /api/matching/matches/m1', () => Response.json(match('m1', { match_score: 93 })));
    backend.send({ ...created(1, 1, { match_id: 'm1' }), notification_type: 'match_found' });
    expect(await screen.findByText('93 %')).toBeInTheDocument();
    expect(screen.getByText('Strong match')).toBeInTheDocument();
  });

  it('says so when there is none', async () => {
    const backend = withMatch();
    backend.on('GET /api/matching/matches/m1', () => problem(404, 'Not found'));
    await show(backend);
    expect(await screen.findByRole('heading', { level: 1, name: 'This match isn’t here' })).toBeInTheDocument();
  });

  it('says so when one may not see it', async () => {
    const backend = withMatch();
    backend.on('GET /api/matching/matches/m1', () => problem(403, 'Your role does not allow this.'));
    await show(backend);
    expect(await screen.findByRole('heading', { level: 1, name: 'This match isn’t yours to see' })).toBeInTheDocument();
    expect(screen.getByText('Your role does not allow this.')).toBeInTheDocument();
  });
});
