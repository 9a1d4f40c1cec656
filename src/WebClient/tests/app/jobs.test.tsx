import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import EditJobPage from '../../app/pages/job/EditJobPage';
import JobPage from '../../app/pages/job/JobPage';
import PostJobPage from '../../app/pages/job/PostJobPage';
import JobsPage from '../../app/pages/jobs/JobsPage';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem, type FakeRequest } from '../support/fakeBackend';
import { job, match } from '../support/matching';
import { ada, renderPage, rita } from '../support/render';

const body = (request: FakeRequest | undefined) => JSON.parse(String(request?.body)) as Record<string, unknown>;

function show(backend: FakeBackend, path: string, user = rita) {
  return renderPage(
    backend,
    <Routes>
      <Route path="jobs" element={<JobsPage />} />
      <Route path="jobs/new" element={<PostJobPage />} />
      <Route path="jobs/:id" element={<JobPage />} />
      <Route path="jobs/:id/edit" element={<EditJobPage />} />
    </Routes>,
    path,
    user,
  );
}

function withJob(value = job('j1'), matches = [match('m1')]): FakeBackend {
  const backend = new FakeBackend();
  backend.on('GET /api/jobs/j1', () => Response.json(value));
  backend.on('GET /api/jobs', () => Response.json({ jobs: [value], total: 1 }));
  backend.on('GET /api/matching/jobs/j1/matches', () =>
    Response.json({ total_matches: matches.length, top_match_score: matches[0]?.match_score ?? 0, matches }),
  );
  backend.on('GET /api/matching/stats/job/j1', () =>
    Response.json({ total_matches: 3, high_matches: 1, medium_matches: 1, match_rate: 33.3 }),
  );
  return backend;
}

describe('the list of jobs', () => {
  it('shows what there is', async () => {
    const { container } = await show(withJob(), '/jobs');
    const row = await screen.findByTestId('job-row');
    expect(within(row).getByRole('link', { name: 'Backend Engineer' })).toHaveAttribute('href', '/jobs/j1');
    expect(row).toHaveTextContent('Acme');
    expect(row).toHaveTextContent('Open');
    expect(screen.getByText('1 job')).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });

  it('narrows by words and by status, and starts again on the first page', async () => {
    const backend = withJob();
    await show(backend, '/jobs?page=2');
    await screen.findByTestId('job-row');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Closed');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search jobs' }), 'rust');
    await waitFor(() =>
      expect(Object.fromEntries(backend.requestsTo('GET /api/jobs').at(-1)!.query)).toEqual({
        skip: '0',
        limit: '25',
        search: 'rust',
        status: 'closed',
      }),
    );
  });

  it('tells a search without result from an empty list', async () => {
    const backend = withJob();
    backend.on('GET /api/jobs', () => Response.json({ jobs: [], total: 0 }));
    await show(backend, '/jobs?status=closed');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear search' }));
    expect(await screen.findByText('No jobs yet')).toBeInTheDocument();
  });
});

describe('one job', () => {
  it('shows what is asked for, and who fits, with the counts', async () => {
    const { container } = await show(withJob(), '/jobs/j1');
    expect(await screen.findByRole('heading', { level: 1, name: 'Backend Engineer' })).toBeInTheDocument();
    expect(screen.getByText('At least 3 years')).toBeInTheDocument();
    const row = await screen.findByTestId('match-row');
    expect(within(row).getByRole('link', { name: 'Jane Doe' })).toHaveAttribute('href', '/matches/m1');
    expect(row).toHaveTextContent('New71 %Good match');
    expect(await screen.findByText('33.3 %')).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });

  it('shows only matches of a score on request', async () => {
    const backend = withJob();
    await show(backend, '/jobs/j1');
    await screen.findByTestId('match-row');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Lowest score' }), '80 % and more');
    await waitFor(() =>
      expect(backend.requestsTo('GET /api/matching/jobs/j1/matches').at(-1)!.query.get('min_score')).toBe('80'),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('/jobs/j1?min_score=80');
  });

  it('shows a new match when it is told of one', async () => {
    const backend = withJob(job('j1'), []);
    await show(backend, '/jobs/j1');
    backend.greet();
    await screen.findByText(/No candidate matches yet/);
    backend.on('GET /api/matching/jobs/j1/matches', () =>
      Response.json({ total_matches: 1, top_match_score: 91, matches: [match('m2', { match_score: 91 })] }),
    );
    backend.send({ ...created(1, 1, { match_id: 'm2' }), notification_type: 'match_found' });
    expect(await screen.findByText('91 %')).toBeInTheDocument();
  });

  it('can be closed and reopened by who posted it', async () => {
    const backend = withJob();
    backend.on('PUT /api/jobs/j1', (request) => Response.json(job('j1', { status: body(request).status as 'open' | 'closed' })));
    await show(backend, '/jobs/j1');
    await userEvent.click(await screen.findByRole('button', { name: 'Close job' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Reopen job' }));
    expect(await screen.findByRole('button', { name: 'Close job' })).toBeInTheDocument();
    expect(backend.requestsTo('PUT /api/jobs/j1').map(body)).toEqual([{ status: 'closed' }, { status: 'open' }]);
  });

  it('is left to who posted it, and to admins', async () => {
    const first = await show(withJob(job('j1', { posted_by: 'somebody' })), '/jobs/j1');
    await screen.findByTestId('match-row');
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    first.unmount();
    await show(withJob(job('j1', { posted_by: 'somebody' })), '/jobs/j1', ada);
    expect(await screen.findByRole('button', { name: 'Delete' })).toBeInTheDocument();
  });

  it('is deleted only when that is confirmed', async () => {
    const backend = withJob();
    backend.on('DELETE /api/jobs/j1', () => new Response(null, { status: 204 }));
    await show(backend, '/jobs/j1');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete “Backend Engineer”?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.requestsTo('DELETE /api/jobs/j1')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete job' }));
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\/jobs$/));
    expect(backend.requestsTo('DELETE /api/jobs/j1')).toHaveLength(1);
  });

  it('says so when there is none, and when one may not see it', async () => {
    const backend = new FakeBackend();
    const view = await show(backend, '/jobs/j1');
    expect(await screen.findByText('This job isn’t here')).toBeInTheDocument();
    view.unmount();
    backend.on('GET /api/jobs/j1', () => problem(403, 'Jobs are for recruiters and admins.'));
    await show(backend, '/jobs/j1');
    expect(await screen.findByText('Jobs are for recruiters and admins.')).toBeInTheDocument();
  });
});

describe('the form', () => {
  it('posts a job and leads to it', async () => {
    const backend = withJob();
    backend.on('POST /api/jobs', () => Response.json(job('j1'), { status: 201 }));
    const { container } = await show(backend, '/jobs/new');
    await userEvent.type(screen.getByLabelText('Title'), 'Backend Engineer');
    await userEvent.type(screen.getByLabelText('Company'), 'Acme');
    await userEvent.type(screen.getByLabelText('Required skills'), 'C#{Enter}k8s, c#,Go');
    await userEvent.selectOptions(screen.getByLabelText('Education'), 'Master’s degree');
    await userEvent.clear(screen.getByLabelText('Years of experience'));
    await userEvent.type(screen.getByLabelText('Years of experience'), '2.5');
    expect(await violations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Post job' }));
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/jobs/j1'));
    expect(body(backend.requestsTo('POST /api/jobs')[0])).toMatchObject({
      title: 'Backend Engineer',
      required_skills: ['C#', 'k8s', 'Go'],
      preferred_skills: [],
      years_of_experience: 2.5,
      education: 'master',
    });
  });

  it('shows what the server found beside each field, and goes to the first', async () => {
    const backend = new FakeBackend();
    backend.on('POST /api/jobs', () =>
      problem(422, 'Invalid', { title: ['A job needs a title.'], 'required_skills[1]': ['This skill is too long.'] }),
    );
    const { container } = await show(backend, '/jobs/new');
    await userEvent.click(screen.getByRole('button', { name: 'Post job' }));
    expect(await screen.findByText('A job needs a title.')).toBeInTheDocument();
    expect(screen.getByLabelText('Title')).toHaveAccessibleDescription('A job needs a title.');
    expect(screen.getByLabelText('Title')).toHaveFocus();
    expect(screen.getByLabelText('Required skills')).toBeInvalid();
    expect(screen.getByLabelText('Company')).toBeValid();
    expect(await violations(container)).toEqual([]);
  });

  it('starts from what the job says, and takes away what is emptied', async () => {
    const backend = withJob();
    backend.on('PUT /api/jobs/j1', () => Response.json(job('j1', { location: null })));
    await show(backend, '/jobs/j1/edit');
    await userEvent.clear(await screen.findByLabelText('Location'));
    await userEvent.click(screen.getByRole('button', { name: 'Remove k8s' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\/jobs\/j1$/));
    expect(body(backend.requestsTo('PUT /api/jobs/j1')[0])).toMatchObject({ title: 'Backend Engineer', location: '', required_skills: ['C#'] });
  });
});
