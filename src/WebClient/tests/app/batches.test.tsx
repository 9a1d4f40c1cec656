import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import CandidatesPage from '../../app/pages/candidates/CandidatesPage';
import { UploadPage } from '../../app/pages/upload/UploadPage';
import type { ResumeState } from '../../lib/react';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderPage } from '../support/render';

const file = (name: string) => new File(['12345'], name);
const choose = (...files: File[]) => userEvent.upload(screen.getByTestId('file-input'), files, { applyAccept: false });
const row = () => screen.findByTestId('batch-row');
const sent = (backend: FakeBackend) => backend.requestsTo('POST /api/resumes/bulk-upload');
const names = (backend: FakeBackend) =>
  ((sent(backend)[0]!.body as FormData).getAll('files') as File[]).map(({ name }) => name);

const batch = (overrides: object = {}) => ({
  batch_id: 'b1',
  status: 'completed',
  total_files: 3,
  processed: 3,
  successful: 1,
  failed: 2,
  files: [
    { filename: 'jane.pdf', resume_id: 'r1', status: 'completed', progress_percentage: 100, error: null },
    { filename: 'scan.pdf', resume_id: 'r2', status: 'failed', progress_percentage: 20, error: 'This is a scan.' },
    { filename: 'cat.pdf', resume_id: null, status: 'failed', progress_percentage: 0, error: 'The file is an image.' },
  ],
  ...overrides,
});

function taking(): FakeBackend {
  const backend = new FakeBackend();
  backend.on('POST /api/resumes/bulk-upload', () => Response.json({ batch_id: 'b1', total_files: 3, files: [] }));
  backend.on('GET /api/resumes/batches/b1', () => Response.json(batch()));
  return backend;
}

async function start(backend: FakeBackend) {
  const view = await renderPage(backend, <UploadPage />);
  backend.greet();
  return view;
}

function progress(backend: FakeBackend, data: Partial<ResumeState>) {
  backend.send({
    type: 'resume_progress',
    resume_id: 'b1',
    data: { status: 'processing', progress: 0, current_step: null, error: null, total_files: 3, processed: 0, failed: 0, ...data },
    timestamp: '2026-01-01T12:00:00Z',
  });
}

const ended = { status: 'completed', progress: 100, processed: 3, failed: 2 } as const;

describe('several files of a recruiter', () => {
  it('go as one batch, in one row from 0 to 100 %', async () => {
    const backend = taking();
    const { container } = await start(backend);
    await choose(file('jane.pdf'), file('scan.pdf'), file('cat.pdf'));
    const one = await row();
    expect(one).toHaveTextContent('3 files');
    expect(names(backend)).toEqual(['jane.pdf', 'scan.pdf', 'cat.pdf']);
    await waitFor(() => expect(backend.socket.sent).toContainEqual(expect.objectContaining({ type: 'watch_resume', resume_id: 'b1' })));
    progress(backend, { progress: 33, processed: 1 });
    const bar = within(one).getByRole('progressbar');
    expect(bar).toHaveAttribute('aria-valuenow', '33');
    expect(one).toHaveTextContent('1 of 3 files');
    progress(backend, ended);
    expect(await screen.findByText('1 of 3 resumes became candidates.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'View candidates' })).toHaveAttribute('href', '/candidates?batch=b1');
    expect(screen.getByText('1 of 1 finished')).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });

  it('say which of them failed and why, and those with a content are tried again', async () => {
    const backend = taking();
    backend.on('POST /api/resumes/batches/b1/retry-failed', () => Response.json({ retried: 1 }, { status: 202 }));
    await start(backend);
    await choose(file('jane.pdf'), file('scan.pdf'), file('cat.pdf'));
    await row();
    progress(backend, ended);
    const list = await screen.findByRole('list', { name: 'Files that failed' });
    expect(within(list).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'scan.pdfThis is a scan.',
      'cat.pdfThe file is an image.',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Retry failed files' }));
    await waitFor(() => expect(backend.requestsTo('POST /api/resumes/batches/b1/retry-failed')).toHaveLength(1));
    progress(backend, { progress: 66, processed: 2, failed: 1 });
    expect(screen.queryByRole('button', { name: 'Retry failed files' })).toBeNull();
  });

  it('offer no retry where all that failed was refused at the door', async () => {
    const backend = taking();
    const files = [batch().files[0], batch().files[2]];
    backend.on('GET /api/resumes/batches/b1', () => Response.json(batch({ failed: 1, files })));
    await start(backend);
    await choose(file('jane.pdf'), file('cat.pdf'));
    await row();
    progress(backend, { ...ended, failed: 1 });
    await screen.findByText('The file is an image.');
    expect(screen.queryByRole('button', { name: 'Retry failed files' })).toBeNull();
  });

  it('leave out what cannot be a resume, and go alone if only one is left', async () => {
    const backend = taking();
    backend.on('POST /api/resumes/upload', () => Response.json({ resume_id: 'r1' }));
    await start(backend);
    await choose(file('jane.pdf'), file('photo.png'));
    await waitFor(() => expect(backend.requestsTo('POST /api/resumes/upload')).toHaveLength(1));
    expect(sent(backend)).toHaveLength(0);
  });

  it('stay a batch across a reload of the page', async () => {
    await start(taking());
    await choose(file('jane.pdf'), file('scan.pdf'));
    await row();
    cleanup();
    const reloaded = taking();
    await start(reloaded);
    expect(await row()).toBeInTheDocument();
    expect(reloaded.socket.sent).toContainEqual(expect.objectContaining({ type: 'watch_resume', resume_id: 'b1' }));
  });

  it('are refused as one where the server takes none of them', async () => {
    const backend = taking();
    backend.on('POST /api/resumes/bulk-upload', () => problem(413, 'Too large', { files: ['At most 1,000 files at once.'] }));
    await start(backend);
    await choose(file('jane.pdf'), file('scan.pdf'));
    expect(await screen.findByRole('alert')).toHaveTextContent('At most 1,000 files at once.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

it('sends an archive as a batch', async () => {
  const backend = taking();
  await start(backend);
  await choose(file('team.zip'));
  expect(await row()).toHaveTextContent('team.zip');
  expect(names(backend)).toEqual(['team.zip']);
});

describe('the candidates a batch brought', () => {
  const show = async (backend: FakeBackend) => {
    backend.on('GET /api/resumes/candidates', () => Response.json([]));
    const view = await renderPage(backend, <CandidatesPage />, '/candidates?batch=b1');
    backend.greet();
    return view;
  };

  it('come below what became of its files, which can be put away', async () => {
    const backend = taking();
    const { container } = await show(backend);
    progress(backend, ended);
    const panel = await screen.findByRole('region', { name: 'Bulk upload' });
    expect(await within(panel).findByText('This is a scan.')).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
    await userEvent.click(within(panel).getByRole('button', { name: 'Hide this bulk upload' }));
    expect(screen.queryByRole('region', { name: 'Bulk upload' })).toBeNull();
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/candidates$/);
  });
});
