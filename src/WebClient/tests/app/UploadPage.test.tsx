import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { UploadPage } from '../../app/pages/upload/UploadPage';
import type { ResumeState } from '../../lib';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, heldAnswer, problem, type FakeRequest } from '../support/fakeBackend';
import { renderPage } from '../support/render';

const file = (name: string, size = 5) => {
  const value = new File(['12345'], name);
  Object.defineProperty(value, 'size', { value: size });
  return value;
};
const uploadedName = ({ body }: FakeRequest) => ((body as FormData).get('file') as File).name;
const rows = () => screen.queryAllByTestId('upload-row');
const statuses = () => rows().map((row) => row.dataset.status);

async function start(backend: FakeBackend) {
  const view = await renderPage(backend, <UploadPage />);
  backend.greet();
  return view;
}

const choose = (...files: File[]) =>
  userEvent.upload(screen.getByTestId('file-input'), files, { applyAccept: false });

function progress(backend: FakeBackend, data: Partial<ResumeState>, resume_id = 'r1') {
  backend.send({
    type: 'resume_progress',
    resume_id,
    data: { status: 'processing', progress: 0, current_step: 'Queued', error: null, ...data },
    timestamp: '2026-01-01T12:00:00Z',
  });
}

function accepting(): FakeBackend {
  const backend = new FakeBackend();
  backend.on('POST /api/resumes/upload', (request) =>
    Response.json({ resume_id: uploadedName(request).replace('.pdf', '') }),
  );
  return backend;
}

describe('an upload', () => {
  it('moves through the steps to a candidate', async () => {
    const backend = accepting();
    backend.on('GET /api/resumes/r1/status', () => Response.json({ candidate_id: null }));
    await start(backend);
    await choose(file('r1.pdf'));
    await waitFor(() => expect(backend.socket.sent).toContainEqual(expect.objectContaining({ type: 'watch_resume', resume_id: 'r1' })));
    const bar = screen.getByRole('progressbar', { name: 'Progress of r1.pdf' });
    expect(bar).toHaveAttribute('aria-valuenow', '0');

    progress(backend, { progress: 60, current_step: 'Structuring extracted data' });
    expect(bar).toHaveAttribute('aria-valuenow', '60');
    expect(bar).toHaveAttribute('aria-valuetext', '60 %, Structuring extracted data');
    expect(statuses()).toEqual(['processing']);

    progress(backend, { status: 'completed', progress: 100, current_step: 'Completed' });
    expect(statuses()).toEqual(['completed']);
    expect(screen.queryByRole('link', { name: 'View candidate' })).toBeNull();
    backend.send({
      ...created(1, 1, { resume_id: 'r1', candidate_id: 'c1', candidate_name: 'Zoe' }),
      notification_type: 'resume_completed',
    });
    expect(screen.getByRole('link', { name: 'View candidate' })).toHaveAttribute('href', '/candidates/c1');
    expect(screen.getByText('1 of 1 finished')).toBeInTheDocument();
  });

  it('finds its candidate by asking when the notification is gone', async () => {
    const backend = accepting();
    backend.on('GET /api/resumes/r1/status', () => Response.json({ candidate_id: 'c7' }));
    await start(backend);
    await choose(file('r1.pdf'));
    await screen.findByRole('progressbar');
    progress(backend, { status: 'completed', progress: 100, current_step: 'Completed' });
    expect(await screen.findByRole('link', { name: 'View candidate' })).toHaveAttribute('href', '/candidates/c7');
  });

  it('says in plain words why processing failed, and can be removed', async () => {
    const backend = accepting();
    await start(backend);
    await choose(file('r1.pdf'));
    await screen.findByRole('progressbar');
    progress(backend, { status: 'failed', progress: 20, current_step: 'Running parser', error: 'This is a scan.' });
    expect(statuses()).toEqual(['failed']);
    expect(screen.getByRole('alert')).toHaveTextContent('This is a scan.');
    await userEvent.click(screen.getByRole('button', { name: 'Remove r1.pdf from the list' }));
    expect(rows()).toHaveLength(0);
  });

  it('survives a reload of the page', async () => {
    const backend = accepting();
    await start(backend);
    await choose(file('r1.pdf'));
    await screen.findByRole('progressbar');
    cleanup();

    const reloaded = new FakeBackend();
    await start(reloaded);
    expect(rows()).toHaveLength(1);
    expect(reloaded.socket.sent).toContainEqual(expect.objectContaining({ type: 'watch_resume', resume_id: 'r1' }));
    progress(reloaded, { progress: 80, current_step: 'Creating candidate profile' });
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '80');
  });
});

describe('several files', () => {
  it('go one by one, in the order they were chosen', async () => {
    const backend = new FakeBackend();
    const first = heldAnswer();
    backend.on('POST /api/resumes/upload', first.handler);
    await start(backend);
    await choose(file('r1.pdf'), file('r2.docx'));
    expect(statuses()).toEqual(['uploading', 'waiting']);
    await choose(file('r3.txt'));
    expect(statuses()).toEqual(['waiting', 'uploading', 'waiting']);
    expect(backend.requestsTo('POST /api/resumes/upload').map(uploadedName)).toEqual(['r1.pdf']);

    backend.on('POST /api/resumes/upload', (request) => Response.json({ resume_id: uploadedName(request) }));
    await act(async () => first.release(Response.json({ resume_id: 'r1' })));
    await waitFor(() => expect(statuses()).toEqual(['uploaded', 'uploaded', 'uploaded']));
    const requests = backend.requestsTo('POST /api/resumes/upload');
    expect(requests.map(uploadedName)).toEqual(['r1.pdf', 'r2.docx', 'r3.txt']);
    const [request] = requests;
    expect((request!.body as FormData).get('source')).toBe('recruiter_upload');
  });

  it('can be dropped', async () => {
    const backend = accepting();
    await start(backend);
    fireEvent.drop(screen.getByText('Drop resumes here'), { dataTransfer: { files: [file('r1.pdf')] } });
    await waitFor(() => expect(statuses()).toEqual(['uploaded']));
  });
});

describe('a file that cannot be a resume', () => {
  it.each([
    ['photo.png', 10, 'PDF, Word (DOCX) and plain text'],
    ['huge.pdf', 10 * 1024 * 1024 + 1, 'larger than 10 MB'],
    ['empty.txt', 0, 'empty'],
  ])('is refused before it is sent: %s', async (name, size, reason) => {
    const backend = accepting();
    await start(backend);
    await choose(file(name, size));
    expect(statuses()).toEqual(['refused']);
    expect(screen.getByRole('alert')).toHaveTextContent(reason);
    expect(backend.requestsTo('POST /api/resumes/upload')).toHaveLength(0);
  });

  it('is accepted at exactly 10 MB', async () => {
    await start(accepting());
    await choose(file('r1.pdf', 10 * 1024 * 1024));
    await waitFor(() => expect(statuses()).toEqual(['uploaded']));
  });

  it('shows what the server found, and does not offer to repeat it', async () => {
    const backend = new FakeBackend();
    backend.on('POST /api/resumes/upload', () => problem(400, 'Validation failed', { file: ['This is not a PDF.'] }));
    await start(backend);
    await choose(file('r1.pdf'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not uploaded: This is not a PDF.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('can be tried again when the fault was not its own', async () => {
    const backend = new FakeBackend();
    backend.on('POST /api/resumes/upload', () => problem(503, 'We are overloaded.'));
    await start(backend);
    await choose(file('r1.pdf'));
    backend.on('POST /api/resumes/upload', () => Response.json({ resume_id: 'r1' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(statuses()).toEqual(['uploaded']));
  });
});

it('breaks no accessibility rule', async () => {
  const backend = accepting();
  const { container } = await start(backend);
  await choose(file('r1.pdf'), file('photo.png'));
  await waitFor(() => expect(statuses()).toContain('uploaded'));
  progress(backend, { progress: 60, current_step: 'Structuring extracted data' });
  expect(within(rows()[0]!).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '60');
  expect(await violations(container)).toEqual([]);
});
