import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadPage } from '../../app/pages/upload/UploadPage';
import { UploadQueue } from '../../app/pages/upload/uploadQueue';
import { Http, type ResumeState } from '../../lib/react';
import { violations } from '../support/axe';
import { created } from '../support/builders';
import { FakeBackend, heldAnswer, problem, type FakeRequest } from '../support/fakeBackend';
import { kim, renderPage, rita } from '../support/render';

const file = (name: string, size = 5) => {
  const value = new File(['12345'], name);
  Object.defineProperty(value, 'size', { value: size });
  return value;
};
const uploadedName = ({ body }: FakeRequest) => ((body as FormData).get('file') as File).name;
const rows = () => screen.queryAllByTestId('upload-row');
const statuses = () => rows().map((row) => row.dataset.status);

async function start(backend: FakeBackend, user = rita) {
  const view = await renderPage(backend, <UploadPage />, '/', user);
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

  it('that failed is tried again as the same one, and the keyboard keeps its place', async () => {
    const backend = accepting();
    await start(backend);
    await choose(file('r1.pdf'));
    await screen.findByRole('progressbar');
    progress(backend, { status: 'failed', progress: 20, current_step: 'Running parser', error: 'The parser is down.' });

    screen.getByRole('button', { name: 'Try again' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Not found')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();

    const held = heldAnswer();
    backend.on('POST /api/resumes/r1/retry', held.handler);
    await userEvent.keyboard('{Enter}{Enter}');
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();
    await act(async () => held.release(Response.json({}, { status: 202 })));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull());
    expect(rows()[0]).toHaveFocus();
    expect(backend.requestsTo('POST /api/resumes/r1/retry')).toHaveLength(2);
    expect(backend.requestsTo('POST /api/resumes/upload')).toHaveLength(1);
    progress(backend, { progress: 60 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '60');
    expect(rows().map((row) => row.dataset.resumeId)).toEqual(['r1']);
  });

  it('that is put away leaves the focus with its neighbour, and the last one with what comes before the list', async () => {
    await start(accepting());
    await choose(file('a.png'), file('b.png'), file('c.png'));
    const putAway = async (name: string) => {
      screen.getByRole('button', { name: `Remove ${name} from the list` }).focus();
      await userEvent.keyboard('{Enter}');
    };
    await putAway('b.png');
    expect(rows()[1]).toHaveFocus();
    expect(rows()[1]).toHaveTextContent('c.png');
    await putAway('c.png');
    expect(rows()[0]).toHaveFocus();
    await putAway('a.png');
    expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus();
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

describe('several files of a candidate', () => {
  it('go a few at a time, in the order they were chosen', async () => {
    const backend = new FakeBackend();
    const first = heldAnswer();
    backend.on('POST /api/resumes/upload', first.handler);
    await start(backend, kim);
    await choose(file('r1.pdf'), file('r2.docx'), file('r3.pdf'), file('r4.pdf'), file('r5.pdf'));
    expect(statuses()).toEqual(['uploading', 'uploading', 'uploading', 'uploading', 'waiting']);
    await choose(file('r6.txt'));
    expect(statuses()).toEqual(['waiting', 'uploading', 'uploading', 'uploading', 'uploading', 'waiting']);
    expect(backend.requestsTo('POST /api/resumes/upload')).toHaveLength(4);

    backend.on('POST /api/resumes/upload', (request) => Response.json({ resume_id: uploadedName(request) }));
    await act(async () => first.release(problem(415, 'This is not a resume.')));
    await waitFor(() => expect(statuses()).toEqual(['uploaded', ...Array(4).fill('refused'), 'uploaded']));
    const requests = backend.requestsTo('POST /api/resumes/upload');
    expect(requests.map(uploadedName)).toEqual(['r1.pdf', 'r2.docx', 'r3.pdf', 'r4.pdf', 'r5.pdf', 'r6.txt']);
    const [request] = requests;
    expect((request!.body as FormData).get('source')).toBe('candidate_upload');
  });

  it('are counted right and listed in order when there are sixty', async () => {
    const backend = accepting();
    const names = Array.from({ length: 60 }, (_, index) => `r${index}.pdf`);
    await start(backend, kim);
    await choose(...names.map((name) => file(name)), file('photo.png'));
    await waitFor(() => expect(statuses().filter((status) => status === 'uploaded')).toHaveLength(60), { timeout: 10_000 });
    expect(screen.getByText('1 of 61 finished')).toBeInTheDocument();
    for (const [index, name] of names.entries()) {
      const id = name.replace('.pdf', '');
      if (index % 2 === 0) progress(backend, { status: 'completed', progress: 100, current_step: 'Completed' }, id);
      else if (index % 3 === 0) progress(backend, { status: 'failed', progress: 20, error: 'This is a scan.' }, id);
      else progress(backend, { progress: 60 }, id);
    }
    expect(screen.getByText('41 of 61 finished')).toBeInTheDocument();
    expect(rows().map((row) => row.dataset.resumeId ?? '')).toEqual([...names.map((name) => name.replace('.pdf', '')), '']);
    expect(screen.getByRole('list', { name: 'Your uploads' })).toHaveAttribute('tabindex', '0');
  }, 30_000);

  it('can be dropped', async () => {
    const backend = accepting();
    await start(backend);
    fireEvent.drop(screen.getByText('Drop resumes here'), { dataTransfer: { types: ['Files'], files: [file('r1.pdf')] } });
    await waitFor(() => expect(statuses()).toEqual(['uploaded']));
  });

  it('can be dropped anywhere on the page, and are taken once', async () => {
    const backend = accepting();
    await start(backend);
    const transfer = { dataTransfer: { types: ['Files'], files: [file('r1.pdf')] } };
    expect(fireEvent.dragOver(document.body, transfer)).toBe(false);
    expect(screen.getByText('Let go to upload')).toBeInTheDocument();
    expect(fireEvent.drop(document.body, transfer)).toBe(false);
    expect(screen.getByText('Drop resumes here')).toBeInTheDocument();
    await waitFor(() => expect(statuses()).toEqual(['uploaded']));
  });

  it('are no longer awaited when they are dragged away', async () => {
    await start(accepting());
    fireEvent.dragOver(document.body, { dataTransfer: { types: ['Files'], files: [] } });
    fireEvent.dragLeave(document.body, { relatedTarget: null });
    expect(screen.getByText('Drop resumes here')).toBeInTheDocument();
  });
});

it('leaves dragged text alone', async () => {
  await start(accepting());
  const text = { dataTransfer: { types: ['text/plain'], files: [] } };
  expect(fireEvent.dragOver(document.body, text)).toBe(true);
  expect(fireEvent.drop(document.body, text)).toBe(true);
});

it('says of a resume the server does not know that it is gone', async () => {
  const backend = accepting();
  await start(backend);
  await choose(file('r1.pdf'));
  await waitFor(() => expect(backend.socket.sent).toContainEqual(expect.objectContaining({ type: 'watch_resume' })));
  const watch = backend.socket.sent.findLast(({ type }) => type === 'watch_resume') as { id: string };
  backend.send({ type: 'error', message: 'There is no such resume.', code: 'not_found', ref: watch.id });
  expect(statuses()).toEqual(['gone']);
  expect(screen.getByRole('alert')).toHaveTextContent('isn’t here any more');
  expect(screen.getByText('1 of 1 finished')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Remove r1.pdf from the list' })).toBeInTheDocument();
});

describe('what is being sent', () => {
  /** A network that carries as much as the test says. */
  function slowNetwork() {
    const network = { sent: (_: number): void => undefined, break: (): void => undefined, requests: 0, aborted: 0 };
    const queue = new UploadQueue({
      http: (onSent) =>
        new Http({
          token: () => Promise.resolve('token'),
          fetch: (_, init) => {
            network.requests += 1;
            network.sent = onSent;
            return new Promise((_resolve, reject) => {
              network.break = () => reject(new TypeError('Failed to fetch'));
              init?.signal?.addEventListener('abort', () => {
                network.aborted += 1;
                reject(new DOMException('Cancelled', 'AbortError'));
              });
            });
          },
        }),
      user: kim,
      storage: window.sessionStorage,
    });
    const state = () => queue.rows.get()[0]?.state;
    return { network, queue, state };
  }

  it('is shown in percent, and when it breaks off says how far it was and can be sent again', async () => {
    const { network, queue, state } = slowNetwork();
    queue.add([file('r1.pdf', 1_000)]);
    await waitFor(() => expect(network.requests).toBe(1));
    network.sent(435);
    expect(state()).toEqual({ kind: 'uploading', sent: 43 });
    // The form around the file counts as sent, too.
    network.sent(1_100);
    expect(state()).toEqual({ kind: 'uploading', sent: 100 });
    queue.remove(queue.rows.get()[0]!.key);

    queue.add([file('r2.pdf', 1_000)]);
    await waitFor(() => expect(network.requests).toBe(2));
    network.sent(500);
    network.break();
    await waitFor(() => expect(state()?.kind).toBe('refused'));
    expect(state()).toMatchObject({ canRetry: true, reason: expect.stringContaining('broke off at 50 %') as string });
    queue.retry(queue.rows.get()[0]!.key);
    await waitFor(() => expect(network.requests).toBe(3));
  });

  it('can be cancelled, which lets the next ones go', async () => {
    const { network, queue } = slowNetwork();
    queue.add(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'].map((name) => file(name)));
    await waitFor(() => expect(network.requests).toBe(4));
    queue.remove(queue.rows.get()[0]!.key);
    await waitFor(() => expect(network.requests).toBe(5));
    expect(queue.rows.get().map(({ filename, state }) => [filename, state.kind])).toEqual(
      ['b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'].map((name) => [name, 'uploading']),
    );
  });

  it('ends with the session of its user, and so do those that wait', async () => {
    const { network, queue } = slowNetwork();
    queue.add(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'].map((name) => file(name)));
    await waitFor(() => expect(network.requests).toBe(4));
    sessionStorage.clear();
    queue.stop();
    await waitFor(() => expect(network.aborted).toBe(4));
    queue.retry(queue.rows.get()[0]!.key);
    queue.remove(queue.rows.get()[0]!.key);
    await act(async () => undefined);
    expect(network.requests).toBe(4);
    expect(sessionStorage).toHaveLength(0);
  });

  it('can be cancelled only until the server has it all', async () => {
    const { network, queue, state } = slowNetwork();
    queue.add([file('r1.pdf', 1_000)]);
    await waitFor(() => expect(network.requests).toBe(1));
    await renderPage(new FakeBackend(), <UploadPage />, '/', kim, queue);
    const cancel = () => screen.queryByRole('button', { name: 'Cancel the upload of r1.pdf' });
    act(() => network.sent(990));
    cancel()?.focus();
    expect(cancel()).toHaveFocus();
    act(() => network.sent(1_000));
    expect(state()).toEqual({ kind: 'uploading', sent: 100 });
    expect(cancel()).toBeNull();
    expect(rows()[0]).toHaveFocus();
  });

  it('has a bar and a button to cancel it', async () => {
    const backend = new FakeBackend();
    backend.on('POST /api/resumes/upload', heldAnswer().handler);
    const { container } = await start(backend);
    await choose(file('r1.pdf', 3 * 1024 * 1024));
    expect(await screen.findByRole('progressbar', { name: 'Upload of r1.pdf' })).toHaveAttribute('aria-valuetext', '0 % of 3.0 MB uploaded');
    expect(await violations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the upload of r1.pdf' }));
    expect(rows()).toHaveLength(0);
  });
});

describe('a busy server', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const busy = (headers: Record<string, string> = {}) => () =>
    Response.json({ status: 429, code: 'rate_limited', detail: 'Too many uploads.' }, { status: 429, headers });
  const uploads = (backend: FakeBackend) => backend.requestsTo('POST /api/resumes/upload').length;
  const queueOn = (backend: FakeBackend) =>
    new UploadQueue({
      http: () => new Http({ baseUrl: 'http://server', token: () => Promise.resolve('token'), fetch: backend.fetch }),
      user: kim,
      storage: window.sessionStorage,
    });
  const kinds = (queue: UploadQueue) => queue.rows.get().map(({ state }) => state.kind);

  it('is left alone for as long as it asks, by all files, and then has them all', async () => {
    const backend = new FakeBackend();
    backend.on('POST /api/resumes/upload', busy({ 'Retry-After': '7' }));
    const queue = queueOn(backend);
    queue.add(Array.from({ length: 10 }, (_, index) => file(`r${index}.pdf`)));
    await pass(0);
    expect(uploads(backend)).toBe(4);
    expect(queue.rows.get()[0]!.state).toEqual({ kind: 'waiting', isServerBusy: true });
    expect(queue.isBusy).toBe(true);
    await pass(6_900);
    expect(uploads(backend)).toBe(4);
    backend.on('POST /api/resumes/upload', () => Response.json({ resume_id: 'r' }));
    await pass(200);
    expect(kinds(queue)).toEqual(Array(10).fill('accepted'));
  });

  it('is asked six times and no more', async () => {
    const backend = new FakeBackend();
    backend.on('POST /api/resumes/upload', () => problem(503, 'We are overloaded.'));
    const queue = queueOn(backend);
    queue.add([file('r1.pdf')]);
    await pass(2_900);
    expect(uploads(backend)).toBe(1);
    await pass(600_000);
    expect(uploads(backend)).toBe(6);
    expect(queue.rows.get()[0]!.state).toEqual({ kind: 'refused', reason: 'We are overloaded.', canRetry: true });
  });

  it.each([413, 415, 422])('is not what %i means', async (status) => {
    const backend = new FakeBackend();
    backend.on('POST /api/resumes/upload', () => problem(status, 'This is not a PDF.'));
    const queue = queueOn(backend);
    queue.add([file('r1.pdf')]);
    await pass(600_000);
    expect(uploads(backend)).toBe(1);
    expect(queue.rows.get()[0]!.state).toEqual({ kind: 'refused', reason: 'This is not a PDF.', canRetry: false });
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
    backend.on('POST /api/resumes/upload', () => problem(500, 'Something broke.'));
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
