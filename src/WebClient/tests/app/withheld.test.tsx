import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Withheld } from '../../app/api/adminDecisions';
import WithheldPage from '../../app/pages/admin/withheld/WithheldPage';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';
import { ada, renderPage } from '../support/render';

const held = (id: string, overrides: Partial<Withheld> = {}): Withheld => ({
  id,
  type: 'match_found',
  deduplication_key: 'm1:91',
  caused_by: { source: 'matching' },
  decisions: [
    { delivery_channel: 'in_app', outcome: 'suppress', reason: 'The recipient has turned it off.' },
    { delivery_channel: 'email', outcome: 'suppress', reason: 'No e-mail address of the recipient is known.' },
  ],
  at: '2026-03-01T12:00:00.000Z',
  ...overrides,
});

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  backend.on('GET /api/admin/users', () =>
    Response.json({ users: [{ user_id: 'rita', name: 'Rita Recruiter', email: 'rita@hotgigs.example' }], total: 4 }),
  );
  backend.on('GET /api/admin/notifications/decisions', ({ query }) =>
    Response.json(query.get('cursor') ? { decisions: [held('w2')], next_cursor: null } : { decisions: [held('w1')], next_cursor: 'next' }),
  );
});

const show = (path = '/admin/withheld') => renderPage(backend, <WithheldPage />, path, ada);

describe('what was not delivered', () => {
  it('is told of the person one chooses, way by way', async () => {
    const { container } = await show();
    expect(screen.getByText('Whom is it about?')).toBeInTheDocument();
    expect(await screen.findByText('3 more: search to narrow it down.')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: /Rita Recruiter/ }));
    const row = await screen.findByTestId('withheld');
    expect(row).toHaveTextContent('In HotGigsThe recipient has turned it off.');
    expect(row).toHaveTextContent('EmailNo e-mail address of the recipient is known.');
    expect(row).toHaveTextContent('caused by matching');
    expect(backend.requestsTo('GET /api/admin/notifications/decisions')[0]!.query.get('user_id')).toBe('rita');
    expect(screen.getByTestId('address')).toHaveTextContent('/admin/withheld?user=rita');
    expect(await violations(container)).toEqual([]);
  });

  it('comes page by page, and finds people by words', async () => {
    await show('/admin/withheld?user=rita');
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByTestId('withheld')).toHaveLength(2));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search people' }), 'ben');
    await waitFor(() => expect(backend.requestsTo('GET /api/admin/users').at(-1)!.query.get('search')).toBe('ben'));
    expect(screen.getByTestId('address')).toHaveTextContent('user=rita');
  });

  it('says when nothing was held back, when nobody is found, and when it cannot be loaded', async () => {
    backend.on('GET /api/admin/users', () => Response.json({ users: [], total: 0 }));
    backend.on('GET /api/admin/notifications/decisions', () => problem(503, 'Not now.'));
    await show('/admin/withheld?user=rita');
    expect(await screen.findByText('Nobody by that name.')).toBeInTheDocument();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Not now.');
    backend.on('GET /api/admin/notifications/decisions', () => Response.json({ decisions: [], next_cursor: null }));
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing was held back')).toBeInTheDocument();
  });
});
