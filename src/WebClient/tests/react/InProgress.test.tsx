import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { HotGigsProvider, InProgress, runningImports } from '../../lib/react';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

afterEach(() => localStorage.clear());

const rows = () => screen.queryAllByTestId('import-row');
const bar = () => screen.getByRole('progressbar');

async function section(backend = new FakeBackend()) {
  const view = await renderConnected(backend, <InProgress />);
  backend.greet();
  await waitFor(() => expect(view.client.feed.get().state.loaded).toBe(true));
  return { backend, imports: view.client.feature(runningImports), ...view };
}

const progressed = (backend: FakeBackend, resume_id: string, data: object) =>
  backend.send({
    type: 'resume_progress',
    resume_id,
    data: { status: 'processing', progress: 0, current_step: null, error: null, ...data },
    timestamp: '2026-01-01T12:00:00Z',
  });

it('moves a resume from 0 to 100 %, and lets it become its notification', async () => {
  const { backend, imports, container } = await section();
  act(() => imports.add('r1', 'resume', 'jane.pdf'));
  progressed(backend, 'r1', { progress: 60, current_step: 'Structuring extracted data' });
  expect(bar()).toHaveAttribute('aria-valuetext', '60 %, Structuring extracted data');
  expect(screen.getByText('jane.pdf')).toBeInTheDocument();
  expect(await violations(container)).toEqual([]);
  progressed(backend, 'r1', { status: 'completed', progress: 100, current_step: 'Completed' });
  expect(rows()).toHaveLength(1);
  backend.send(created(1, 1, { resume_id: 'r1' }));
  expect(rows()).toHaveLength(0);
});

it('survives a reload', async () => {
  const first = await section();
  act(() => first.imports.add('r1', 'resume', 'jane.pdf'));
  first.unmount();
  await section();
  expect(await screen.findByText('jane.pdf')).toBeInTheDocument();
});

it('is the same in every tab of the browser', async () => {
  const { imports } = await section();
  act(() => imports.add('r1', 'resume', 'jane.pdf'));
  const key = 'hotgigs.imports.rita';
  const another = { id: 'r2', kind: 'resume', label: 'sam.pdf', startedAt: '2026-01-01T12:00:00Z' };
  const stored = JSON.parse(localStorage.getItem(key) ?? '[]') as object[];
  localStorage.setItem(key, JSON.stringify([...stored, another]));
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
  expect(rows().map((row) => row.querySelector('.hg-import-name')?.textContent)).toEqual(['jane.pdf', 'sam.pdf']);
});

it('finds the batches that are running on the server, also those of another device', async () => {
  const backend = new FakeBackend();
  backend.on('GET /api/resumes/batches', () =>
    Response.json({
      batches: [
        { batch_id: 'b2', label: null, status: 'processing', created_at: '2026-01-01T12:00:00Z' },
        { batch_id: 'b1', label: null, status: 'completed', created_at: '2026-01-01T11:00:00Z' },
      ],
    }),
  );
  await section(backend);
  await waitFor(() => expect(rows()).toHaveLength(1));
  progressed(backend, 'b2', { progress: 40, total_files: 50, processed: 20, failed: 1 });
  expect(rows()[0]).toHaveTextContent('Bulk upload of 50 files');
  expect(bar()).toHaveAttribute('aria-valuetext', '40 %, 20 of 50 files');
  expect(rows()[0]).toHaveTextContent('1 file failed');
  expect(rows()[0]).toHaveTextContent(/about \d+ min left/);
});

describe('single uploads of another device', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const resume = (id: string, status: string, ended: number | null) => ({
    resume_id: id,
    filename: `${id}.pdf`,
    status,
    error_message: null,
    uploaded_at: hoursAgo(48),
    processing_completed_at: ended === null ? null : hoursAgo(ended),
  });
  const listing = (...resumes: object[]) => {
    const backend = new FakeBackend();
    backend.on('GET /api/resumes/unfinished', () => Response.json({ resumes, next_cursor: null }));
    return backend;
  };
  const names = () => rows().map((row) => row.querySelector('.hg-import-name')?.textContent).toSorted();

  it('are found, however long they take, and those that failed within a day', async () => {
    await section(listing(resume('running', 'processing', null), resume('failed', 'failed', 23), resume('forgotten', 'failed', 25)));
    await waitFor(() => expect(names()).toEqual(['failed.pdf', 'running.pdf']));
  });

  it('stay put away once they are', async () => {
    const backend = listing(resume('failed', 'failed', 1));
    const { unmount } = await section(backend);
    await waitFor(() => expect(names()).toEqual(['failed.pdf']));
    progressed(backend, 'failed', { status: 'failed', progress: 20, error: 'The document is protected.' });
    await userEvent.click(screen.getByRole('button', { name: 'Remove failed.pdf from this list' }));
    unmount();

    const reloaded = listing(resume('failed', 'failed', 1), resume('another', 'uploaded', null));
    await section(reloaded);
    await waitFor(() => expect(names()).toEqual(['another.pdf']));
  });

  it('are looked for whenever the list is shown', async () => {
    const { backend, client, rerender } = await section(listing());
    backend.on('GET /api/resumes/unfinished', () => Response.json({ resumes: [resume('later', 'processing', null)] }));
    rerender(<HotGigsProvider client={client}>nothing</HotGigsProvider>);
    rerender(<HotGigsProvider client={client}><InProgress /></HotGigsProvider>);
    await waitFor(() => expect(names()).toEqual(['later.pdf']));
  });
});

describe('a failed resume', () => {
  const isFailed = async () => {
    const view = await section();
    act(() => view.imports.add('r1', 'resume', 'jane.pdf'));
    progressed(view.backend, 'r1', { status: 'failed', progress: 20, error: 'The parser is down.' });
    return view;
  };
  const again = () => screen.queryByRole('button', { name: 'Try again' });
  const watches = (backend: FakeBackend) => backend.socket.sent.filter((message) => message.type === 'watch_resume').length;

  it('is tried again as the same one, and its row has the focus', async () => {
    const { backend, imports } = await isFailed();
    backend.on('POST /api/resumes/r1/retry', () => Response.json({}, { status: 202 }));
    const before = watches(backend);
    again()?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(watches(backend)).toBe(before + 1));
    expect(imports.imports.get().map(({ id, label }) => [id, label])).toEqual([['r1', 'jane.pdf']]);
    expect(again()).toBeNull();
    expect(rows()[0]).toHaveFocus();
    progressed(backend, 'r1', { progress: 60 });
    expect(bar()).toHaveAttribute('aria-valuenow', '60');
  });

  it('that another device has tried again meanwhile goes on here without a complaint', async () => {
    const { backend } = await isFailed();
    backend.on('POST /api/resumes/r1/retry', () => problem(409, 'This resume has not failed.'));
    backend.on('GET /api/resumes/r1/status', () => Response.json({ status: 'processing' }));
    await userEvent.click(again()!);
    await waitFor(() => expect(again()).toBeNull());
    expect(screen.queryByText('This resume has not failed.')).toBeNull();
  });

  it('that cannot be tried again says why, and the focus stays', async () => {
    const { backend } = await isFailed();
    backend.on('POST /api/resumes/r1/retry', () => problem(409, 'Upload it again.'));
    backend.on('GET /api/resumes/r1/status', () => Response.json({ status: 'failed' }));
    again()?.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Upload it again.')).toBeInTheDocument();
    expect(again()).toHaveFocus();
  });
});

describe('what is put away', () => {
  const dismissed = () => JSON.parse(localStorage.getItem('hotgigs.dismissed.rita') ?? '[]') as string[];
  const failed = { status: 'failed', progress: 20, error: 'The document is protected.' };

  it('leaves the focus with its neighbour, and is written down once', async () => {
    const { backend, imports } = await section();
    act(() => ['r1', 'r2'].forEach((id, n) => imports.add(id, 'resume', `${id}.pdf`, `2026-01-01T12:00:0${n}Z`)));
    for (const id of ['r1', 'r2']) progressed(backend, id, failed);
    screen.getByRole('button', { name: 'Remove r2.pdf from this list' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(rows()[0]).toHaveFocus();
    expect(rows()[0]).toHaveTextContent('r1.pdf');
    act(() => imports.remove('r2'));
    expect(dismissed()).toEqual(['r2']);
  });

  it('is only what the user has put away, not what ended well', async () => {
    const { backend, imports } = await section();
    act(() => imports.add('r1', 'resume', 'jane.pdf'));
    progressed(backend, 'r1', { status: 'completed', progress: 100, current_step: 'Completed' });
    backend.send(created(1, 1, { resume_id: 'r1' }));
    expect(rows()).toHaveLength(0);
    expect(dismissed()).toEqual([]);
  });
});

describe('signing out', () => {
  it('in another tab takes nothing away here', async () => {
    const { imports } = await section();
    act(() => imports.add('r1', 'resume', 'jane.pdf'));
    localStorage.clear();
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'hotgigs.imports.rita' })));
    expect(rows()).toHaveLength(1);
  });

  it('leaves no trace of what ends later', async () => {
    const { imports, client } = await section();
    act(() => imports.add('r1', 'resume', 'jane.pdf'));
    act(() => client.stop());
    localStorage.clear();
    act(() => imports.remove('r1'));
    expect(localStorage).toHaveLength(0);
  });
});

it('keeps what failed until it is put away, and says why', async () => {
  const { backend, imports } = await section();
  act(() => imports.add('r1', 'resume', 'jane.pdf'));
  progressed(backend, 'r1', { status: 'failed', progress: 20, error: 'The document is protected.' });
  expect(screen.getByRole('alert')).toHaveTextContent('The document is protected.');
  await userEvent.click(screen.getByRole('button', { name: 'Remove jane.pdf from this list' }));
  expect(rows()).toHaveLength(0);
});

it('has the failed files of a batch tried again', async () => {
  const { backend, imports } = await section();
  backend.on('POST /api/resumes/batches/b1/retry-failed', () => Response.json({ retried: 2 }, { status: 202 }));
  act(() => imports.add('b1', 'batch', ''));
  progressed(backend, 'b1', { status: 'completed', progress: 100, total_files: 5, processed: 5, failed: 2 });
  expect(rows()).toHaveLength(1);
  const watches = () => backend.socket.sent.filter((message) => message.type === 'watch_resume').length;
  const before = watches();
  await userEvent.click(screen.getByRole('button', { name: 'Retry failed files' }));
  await waitFor(() => expect(watches()).toBe(before + 1));
  progressed(backend, 'b1', { progress: 60, total_files: 5, processed: 3, failed: 0 });
  expect(bar()).toHaveAttribute('aria-valuenow', '60');
});

it('forgets what the server no longer knows', async () => {
  const { backend, imports } = await section();
  act(() => imports.add('r1', 'resume', 'jane.pdf'));
  await waitFor(() => expect(backend.socket.sent.some((message) => message.type === 'watch_resume')).toBe(true));
  const watch = backend.socket.sent.find((message) => message.type === 'watch_resume');
  const ref = watch && 'id' in watch ? watch.id : undefined;
  backend.send({ type: 'error', message: 'No', code: 'not_found', ref });
  expect(rows()).toHaveLength(0);
});
