import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import MatchingPage from '../../app/pages/matching/MatchingPage';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { jobOverview, match, overview } from '../support/matching';
import { kim, renderPage } from '../support/render';

function withOverview(all = overview(), chosen = all): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/matching/overview', ({ query }) => Response.json(query.has('job_id') ? chosen : all));
  return backend;
}

const asked = (backend: FakeBackend) => backend.requestsTo('GET /api/matching/overview').map(({ query }) => query.get('job_id'));

const found = (seq: number, payload: Record<string, unknown> = {}) => ({
  ...created(seq, seq, { match_id: `m${seq}`, match_score: 87, job_title: 'Welder', candidate_name: 'Jane Doe', action_url: `/matches/m${seq}`, ...payload }),
  notification_type: 'match_found',
});

describe('the dashboard of a recruiter', () => {
  it('shows the figures, the jobs and the newest strong matches, each with its way on', async () => {
    const { container } = await renderPage(withOverview(), <MatchingPage />, '/matching');
    const job = await screen.findByTestId('overview-job');
    expect(job).toHaveTextContent('Backend EngineerAcme21 new1591 %Strong match');
    expect(within(job).getByRole('link', { name: 'Backend Engineer' })).toHaveAttribute('href', '/jobs/j1');
    expect(screen.getByText('Strong, from 80 %').parentElement).toHaveTextContent('21 new');
    expect(screen.getByText('1 open job')).toBeInTheDocument();
    expect(screen.getByText('2 of 5 matches are strong')).toBeInTheDocument();
    const newest = screen.getByTestId('newest-match');
    expect(within(newest).getByRole('link', { name: 'Jane Doe' })).toHaveAttribute('href', '/matches/m1');
    expect(within(newest).getByRole('link', { name: 'Backend Engineer' })).toHaveAttribute('href', '/jobs/j1');
    expect(within(newest).getByRole('link', { name: 'Profile of Jane Doe' })).toHaveAttribute('href', '/candidates/c1');
    expect(newest).toHaveTextContent('New');
    expect(await violations(container)).toEqual([]);
  });

  it('is narrowed to one job, and says so in the address', async () => {
    const all = overview({ total_jobs: 2, jobs: [jobOverview('j1'), jobOverview('j2')] });
    const backend = withOverview(all, overview({ total_matches: 3, high_matches: 1, jobs: [jobOverview('j2')] }));
    await renderPage(backend, <MatchingPage />, '/matching');
    await screen.findAllByTestId('overview-job');
    expect(asked(backend).every((jobId) => jobId === null)).toBe(true);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Job' }), 'Job j2 · Acme');
    expect(await screen.findByText('1 of 3 matches are strong')).toBeInTheDocument();
    expect(asked(backend)).toContain('j2');
    expect(screen.getByTestId('address')).toHaveTextContent('/matching?job=j2');
    expect(screen.getAllByTestId('overview-job')).toHaveLength(2);
  });

  it('offers a closed job that the address names beside the open ones', async () => {
    await renderPage(withOverview(overview(), overview({ jobs: [jobOverview('j9', { job_title: 'Old' })] })), <MatchingPage />, '/matching?job=j9');
    expect(await screen.findByRole('option', { name: 'Old · Acme', selected: true })).toBeInTheDocument();
  });

  it('leads back to all jobs when the one in the address is gone', async () => {
    const backend = withOverview();
    backend.on('GET /api/matching/overview', ({ query }) =>
      query.has('job_id') ? problem(404, 'The job does not exist.') : Response.json(overview()),
    );
    await renderPage(backend, <MatchingPage />, '/matching?job=gone');
    expect(await screen.findByRole('alert')).toHaveTextContent('The job does not exist.');
    await userEvent.click(screen.getByRole('link', { name: 'Show all open jobs' }));
    expect(await screen.findByTestId('overview-job')).toBeInTheDocument();
  });

  it('tells of a match the moment it is found, and counts it', async () => {
    const backend = withOverview();
    await renderPage(backend, <MatchingPage />, '/matching');
    backend.greet();
    await screen.findByText('2 of 5 matches are strong');
    backend.on('GET /api/matching/overview', () => Response.json(overview({ total_matches: 6, high_matches: 3 })));
    backend.send(found(1));
    const alerts = screen.getByRole('status', { name: 'New since you are here' });
    expect(within(alerts).getByRole('link', { name: 'New 87 % match: Jane Doe for Welder' })).toHaveAttribute('href', '/matches/m1');
    expect(await screen.findByText('3 of 6 matches are strong')).toBeInTheDocument();
    await userEvent.click(within(alerts).getByRole('button', { name: 'Dismiss' }));
    expect(alerts).toBeEmptyDOMElement();
  });

  it('reads again at once and then every two seconds while hundreds are found, and shows three', async () => {
    const backend = withOverview();
    await renderPage(backend, <MatchingPage />, '/matching');
    backend.greet();
    await screen.findByTestId('overview-job');
    vi.useFakeTimers();
    try {
      const before = asked(backend).length;
      for (let seq = 1; seq <= 200; seq++) backend.send(found(seq));
      await act(() => vi.advanceTimersByTimeAsync(100));
      expect(asked(backend).length - before).toBe(1);
      await act(() => vi.advanceTimersByTimeAsync(10_000));
      expect(asked(backend).length - before).toBe(2);
    } finally {
      vi.useRealTimers();
    }
    const rows = within(screen.getByRole('status', { name: 'New since you are here' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent).at(-1)).toBe('and 197 more');
    expect(rows).toHaveLength(4);
  });

  it('leads to posting a job where there is none, and says that nothing has matched yet', async () => {
    const none = overview({ total_jobs: 0, total_matches: 0, jobs: [], newest_high_matches: [] });
    const { unmount } = await renderPage(withOverview(none), <MatchingPage />, '/matching');
    expect(await screen.findByRole('link', { name: 'Post a job' })).toHaveAttribute('href', '/jobs/new');
    unmount();
    await renderPage(withOverview({ ...none, total_jobs: 1, jobs: [jobOverview('j1', { total_matches: 0 })] }), <MatchingPage />, '/matching');
    expect(await screen.findByText('There are no matches to show yet.')).toBeInTheDocument();
    expect(screen.getByText(/No match of 80 % or more yet/)).toBeInTheDocument();
  });

  it('says that it failed, and tries again', async () => {
    const backend = withOverview();
    backend.on('GET /api/matching/overview', () => problem(503, 'Try again in a moment.'));
    await renderPage(backend, <MatchingPage />, '/matching');
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in a moment.');
    backend.on('GET /api/matching/overview', () => Response.json(overview()));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByTestId('overview-job')).toBeInTheDocument();
  });
});

describe('the chart of the scores', () => {
  const bars = () => screen.getAllByRole('img', { name: /of all$/ });

  it('says in words how many matches have which score', async () => {
    await renderPage(withOverview(), <MatchingPage />, '/matching');
    await screen.findByRole('group', { name: 'How the scores are spread' });
    expect(bars().map((bar) => bar.getAttribute('aria-label'))).toEqual([
      '0–9 %: 0 matches, 0 % of all',
      '10–19 %: 0 matches, 0 % of all',
      '20–29 %: 0 matches, 0 % of all',
      '30–39 %: 0 matches, 0 % of all',
      '40–49 %: 2 matches, 40 % of all',
      '50–59 %: 0 matches, 0 % of all',
      '60–69 %: 1 match, 20 % of all',
      '70–79 %: 0 matches, 0 % of all',
      '80–89 %: 1 match, 20 % of all',
      '90–100 %: 1 match, 20 % of all',
    ]);
    const height = (index: number) => Number(bars()[index]!.querySelector('.histogram-fill')!.getAttribute('height'));
    expect(height(4)).toBe(2 * height(8));
    expect(height(0)).toBe(0);
  });

  it('is one stop for the keyboard, in which arrows go from bar to bar and show what each says', async () => {
    await renderPage(withOverview(), <MatchingPage />, '/matching');
    await screen.findByTestId('overview-job');
    expect(bars().filter((bar) => bar.getAttribute('tabindex') === '0')).toEqual([bars()[9]]);
    act(() => bars()[9]!.focus());
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
    expect(bars()[8]).toHaveFocus();
    expect(screen.getByText('80–89 %').parentElement).toHaveTextContent('80–89 %1 match20 % of all');
    await userEvent.keyboard('{Home}');
    expect(bars()[0]).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('0–9 %')).toBeNull();
  });

  it('shows what a bar says to whoever points at it', async () => {
    await renderPage(withOverview(), <MatchingPage />, '/matching');
    await screen.findByTestId('overview-job');
    await userEvent.hover(bars()[4]!);
    expect(screen.getByText('40–49 %').parentElement).toHaveTextContent('2 matches');
    await userEvent.unhover(screen.getByRole('group', { name: 'How the scores are spread' }));
    await waitFor(() => expect(screen.queryByText('40–49 %')).toBeNull());
  });
});

describe('the matches of a candidate', () => {
  it('are their own, best first, with what they lack and without what is for recruiters', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates', () => Response.json([{ candidate_id: 'c1' }], { headers: { 'X-Total-Count': '1' } }));
    backend.on('GET /api/matching/candidates/c1/matches', () =>
      Response.json({ total_matches: 2, top_match_score: 85, matches: [match('m1', { match_score: 85, missing_skills: [] }), match('m2')] }),
    );
    const { container } = await renderPage(backend, <MatchingPage />, '/matching', kim);
    const [best, second] = await screen.findAllByTestId('candidate-match');
    expect(screen.getByRole('heading', { level: 1, name: 'Your matches' })).toBeInTheDocument();
    expect(within(best!).getByRole('link', { name: 'Backend Engineer' })).toHaveAttribute('href', '/matches/m1');
    expect(best).toHaveTextContent('Every skill is there');
    expect(second).toHaveTextContent('Missing: k8s');
    expect(screen.queryByText('New')).toBeNull();
    expect(backend.requestsTo('GET /api/matching/overview')).toEqual([]);
    expect(await violations(container)).toEqual([]);
  });

  it('begin with a resume', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates', () => Response.json([]));
    await renderPage(backend, <MatchingPage />, '/matching', kim);
    expect(await screen.findByRole('link', { name: 'Upload your resume' })).toHaveAttribute('href', '/upload');
  });

  it('are told of as jobs', async () => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/candidates', () => Response.json([]));
    await renderPage(backend, <MatchingPage />, '/matching', kim);
    backend.greet();
    backend.send(found(1, { candidate_name: null }));
    expect(await screen.findByRole('link', { name: 'New 87 % match: Welder' })).toBeInTheDocument();
  });
});
