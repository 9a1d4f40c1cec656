import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Email } from '../../app/api/adminEmails';
import DeadLettersPage from '../../app/pages/admin/dead-letters/DeadLettersPage';
import { email } from '../support/admin';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';
import { ada, renderPage } from '../support/render';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  return () => vi.useRealTimers();
});

const user = () => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
const show = (...emails: Email[]) => {
  backend.on('GET /api/admin/emails', () => Response.json({ emails, next_cursor: null }));
  return renderPage(backend, <DeadLettersPage />, '/admin/dead-letters', ada);
};
const becomes = (id: string, ...states: Partial<Email>[]) => {
  backend.on(`POST /api/admin/emails/${id}/requeue`, () => Response.json(email(id, { status: 'pending', reason: null })));
  backend.on(`GET /api/admin/emails/${id}`, () => Response.json(email(id, states.length > 1 ? states.shift() : states[0])));
};

describe('the dead letters', () => {
  it('show whom a mail was for, why it was given up, and every try', async () => {
    const { container } = await show(email('m1'));
    const row = await screen.findByTestId('dead-letter');
    expect(row).toHaveTextContent('Candidate Shared With You to rita');
    expect(row).toHaveTextContent('The mail server refused it for good.');
    await user().click(within(row).getByText('1 attempt'));
    expect(row).toHaveTextContent('550 5.1.1 <…>: no such user');
    expect(backend.requestsTo('GET /api/admin/emails')[0]!.query.get('status')).toBe('dead');
    expect(await violations(container)).toEqual([]);
  });

  it('are sent again one by one, and followed until they have arrived', async () => {
    await show(email('m1'), email('m2', { user_id: 'ben' }));
    becomes('m1', { status: 'pending', reason: null }, { status: 'sent', reason: null });
    await user().click(await screen.findByRole('button', { name: 'Send again: “Candidate Shared With You” to rita' }));
    const [row, other] = screen.getAllByTestId('dead-letter');
    expect(row).toHaveFocus();
    expect(await within(row!).findByText('Sending…')).toBeInTheDocument();
    expect(within(row!).queryByRole('button')).toBeNull();
    expect(await within(row!).findByText('Sent', {}, { timeout: 10_000 })).toBeInTheDocument();
    expect(other).toHaveAttribute('data-status', 'dead');
    expect(screen.getByRole('button', { name: 'Send the one shown again' })).toBeInTheDocument();
  });

  it('can be tried once more when they are given up again', async () => {
    await show(email('m1'));
    becomes('m1', { reason: 'It failed 8 times.' });
    await user().click(await screen.findByRole('button', { name: /^Send again: “/ }));
    expect(await screen.findByText('Given up again', {}, { timeout: 10_000 })).toBeInTheDocument();
    expect(screen.getByText('It failed 8 times.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Send the one shown again' })).toBeInTheDocument();
    await user().click(screen.getByRole('button', { name: /^Send again: “/ }));
    expect(backend.requestsTo('POST /api/admin/emails/m1/requeue')).toHaveLength(2);
  });

  it('are all sent again after asking, and each refusal stands beside its mail', async () => {
    await show(email('m1'), email('m2'));
    becomes('m1', { status: 'sent', reason: null });
    backend.on('POST /api/admin/emails/m2/requeue', () => problem(409, 'Only a mail that was given up can be put back.'));
    await user().click(await screen.findByRole('button', { name: 'Send all 2 shown again' }));
    const dialog = screen.getByRole('dialog', { name: 'Send these 2 emails again?' });
    expect(backend.requests.filter(({ path }) => path.endsWith('/requeue'))).toHaveLength(0);
    await user().click(within(dialog).getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(screen.getByText('1 email could not be sent again. The reason is beside each.')).toBeInTheDocument());
    const [first, second] = screen.getAllByTestId('dead-letter');
    expect(second).toHaveTextContent('Only a mail that was given up can be put back.');
    expect(await within(first!).findByText('Sent', {}, { timeout: 10_000 })).toBeInTheDocument();
  });

  it.each([
    ['that the server cannot be reached for', () => Promise.reject(new TypeError('Failed to fetch')), /We couldn’t reach HotGigs/],
    ['that the server is too busy for', () => problem(503, 'Not now.'), /Not now/],
  ])('stop at the first %s', async (_, answer, words) => {
    await show(email('m1'), email('m2'));
    backend.on('POST /api/admin/emails/m1/requeue', answer);
    await user().click(await screen.findByRole('button', { name: 'Send all 2 shown again' }));
    await user().click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send again' }));
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(backend.requestsTo('POST /api/admin/emails/m2/requeue')).toHaveLength(0);
  });

  it('come page by page', async () => {
    backend.on('GET /api/admin/emails', ({ query }) =>
      Response.json(
        query.get('cursor') === 'next'
          ? { emails: [email('m2', { user_id: 'ben' })], next_cursor: null }
          : { emails: [email('m1')], next_cursor: 'next' },
      ),
    );
    await renderPage(backend, <DeadLettersPage />, '/admin/dead-letters', ada);
    await user().click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByTestId('dead-letter')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('say so when there is none, and when they cannot be loaded', async () => {
    const { unmount } = await show();
    expect(await screen.findByText('No dead letters')).toBeInTheDocument();
    unmount();
    backend.on('GET /api/admin/emails', () => problem(403, 'Only admins look after mails.'));
    await renderPage(backend, <DeadLettersPage />, '/admin/dead-letters', ada);
    expect(await screen.findByRole('alert')).toHaveTextContent('Only admins look after mails.');
  });
});
