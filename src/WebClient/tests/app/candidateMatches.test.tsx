import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { MatchesCard } from '../../app/pages/candidate/MatchesCard';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { match } from '../support/matching';
import { kim, renderPage, rita } from '../support/render';

const listPath = 'GET /api/matching/candidates/c1/matches';

function withMatches(scores: readonly number[], total = scores.length): FakeBackend {
  const backend = new FakeBackend();
  const matches = scores.map((score) => match(`m${score}`, { match_score: score, job_title: `Job ${score}` }));
  backend.on(listPath, () => Response.json({ total_matches: total, top_match_score: Math.max(0, ...scores), matches }));
  backend.on('GET /api/matching/stats/candidate/c1', () =>
    Response.json({ total_matches: total, high_matches: 1, medium_matches: 0, match_rate: 50 }),
  );
  backend.on('POST /api/matching/candidates/c1/rematch', () => Response.json({ queued: true, force: true }, { status: 202 }));
  return backend;
}

const show = (backend: FakeBackend, user = rita) => renderPage(backend, <MatchesCard candidateId="c1" />, '/', user);

it('lists the open jobs that a candidate fits with score, reasons and what is missing', async () => {
  const { container } = await show(withMatches([85, 71]));
  const [best] = await screen.findAllByTestId('candidate-match');
  expect(within(best!).getByRole('link', { name: 'Job 85' })).toHaveAttribute('href', '/matches/m85');
  expect(best).toHaveTextContent('85 %Strong match');
  expect(best).toHaveTextContent('Has 1 of 2 required skills; lacks k8s.');
  expect(best).toHaveTextContent('Missing: k8s');
  expect(await screen.findByText('2 open jobs, 1 strong')).toBeInTheDocument();
  expect(await violations(container)).toEqual([]);
});

it('pages by five', async () => {
  const backend = withMatches([90, 80, 70, 60, 50], 7);
  await show(backend);
  await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
  await waitFor(() =>
    expect(Object.fromEntries(backend.requestsTo(listPath).at(-1)!.query)).toEqual({ skip: '5', limit: '5' }),
  );
});

it('shows a match that is found meanwhile', async () => {
  const backend = withMatches([]);
  await show(backend);
  backend.greet();
  expect(await screen.findByText(/No open job fits yet/)).toBeInTheDocument();
  backend.on(listPath, () => Response.json({ total_matches: 1, top_match_score: 88, matches: [match('m88', { job_title: 'Job 88' })] }));
  backend.send({ ...created(1, 1, { match_id: 'm88' }), notification_type: 'match_found' });
  expect(await screen.findByRole('link', { name: 'Job 88' })).toBeInTheDocument();
});

it('compares again for a recruiter, and shows what has changed', async () => {
  const backend = withMatches([60]);
  await show(backend);
  const button = await screen.findByRole('button', { name: 'Compare again' });
  await screen.findByTestId('candidate-match');
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).click(button);
    expect(await screen.findByText(/Comparing with all open jobs/)).toBeInTheDocument();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    const [asked] = backend.requestsTo('POST /api/matching/candidates/c1/rematch');
    expect(JSON.parse(String(asked!.body))).toEqual({ force: true });
    const before = backend.requestsTo(listPath).length;
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(backend.requestsTo(listPath).length).toBeGreaterThan(before);
    expect(button).toHaveAttribute('aria-disabled', 'false');
    expect(screen.queryByText(/Comparing with all open jobs/)).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

it('says why it cannot be compared again', async () => {
  const backend = withMatches([60]);
  backend.on('POST /api/matching/candidates/c1/rematch', () => problem(403, 'Only recruiters and admins match anew.'));
  await show(backend);
  await userEvent.click(await screen.findByRole('button', { name: 'Compare again' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Only recruiters and admins match anew.');
});

it('offers candidates no comparison', async () => {
  await show(withMatches([60]), kim);
  await screen.findByTestId('candidate-match');
  expect(screen.queryByRole('button', { name: 'Compare again' })).toBeNull();
});
