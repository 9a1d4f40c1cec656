import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import AdminLayout from '../../app/pages/admin/AdminLayout';
import StatusPage from '../../app/pages/admin/status/StatusPage';
import { nearest, timeScale, valueScale } from '../../app/ui/charts/TimeSeriesScale';
import { adminStatus, sample } from '../support/admin';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';
import { ada, renderPage, rita } from '../support/render';

let backend: FakeBackend;

beforeEach(() => {
  backend = new FakeBackend();
  backend.on('GET /api/admin/status', () => Response.json(adminStatus()));
});

const show = (user = ada) =>
  renderPage(
    backend,
    <Routes>
      <Route path="admin" element={<AdminLayout />}>
        <Route index element={<StatusPage />} />
      </Route>
    </Routes>,
    '/admin',
    user,
  );

/** The figure that stands beside a label. */
const figure = (label: string) => screen.getByText(label).closest('div')!;

describe('the live status', () => {
  it('shows what is connected to this node, and says that it is this node', async () => {
    const { container } = await show();
    expect(await screen.findByRole('heading', { level: 1, name: 'Live status' })).toBeInTheDocument();
    expect(screen.getByText(/seen by this server, web-1, which has been running for 2 h 2 min/)).toBeInTheDocument();
    expect(figure('Rooms')).toHaveTextContent('Rooms2');
    expect(figure('Imports watched')).toHaveTextContent('Imports watched2by 3 connections');
    expect(await violations(container)).toEqual([]);
  });

  it('shows the last hour as lines, as a sentence and as a table', async () => {
    await show();
    const chart = (await screen.findByRole('heading', { name: 'Connections and users' })).closest('figure')!;
    const peak = new Date(sample(1).at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    expect(chart).toHaveTextContent(`Connections: 3 now, at most 7 at ${peak}, at least 0.`);
    await userEvent.click(within(chart).getByText('As a table'));
    const rows = within(within(chart).getByRole('table', { name: 'Connections and users' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['TimeConnectionsUsers online', expect.stringMatching(/^\d\d:\d\d32$/)]);
  });

  it('lets one read off any moment by the arrow keys', async () => {
    await show();
    const chart = await screen.findByRole('slider', { name: 'Connections and users: read off a moment' });
    expect(chart).toHaveAttribute('aria-valuetext', expect.stringContaining('Connections 3, Users online 2'));
    chart.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(chart).toHaveAttribute('aria-valuetext', expect.stringContaining('Connections 7, Users online 5'));
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(chart).toHaveAttribute('aria-valuenow', '0');
    fireEvent.blur(chart);
    expect(chart).toHaveAttribute('aria-valuenow', '2');
  });

  it('shows the queues, where counting stops, and leads to the dead letters', async () => {
    await show();
    const emails = (await screen.findByRole('heading', { name: 'Emails' })).parentElement!;
    expect(emails).toHaveTextContent('Pending6Sent, 24 h10,000+Not needed, 24 h3Dead letters2');
    expect(within(emails).getByRole('link', { name: 'Dead letters' })).toHaveAttribute('href', '/admin/dead-letters');
    expect(screen.getByRole('heading', { name: 'Resume imports' }).parentElement).toHaveTextContent('Waiting4In progress2Failed, 24 h1');
  });

  it('shows rooms and ends of connections as bars, the largest first', async () => {
    await show();
    const bars = (label: string) => within(screen.getByRole('list', { name: label })).getAllByRole('listitem');
    await screen.findByRole('heading', { level: 1 });
    expect(bars('Connections per room').map((bar) => bar.textContent)).toEqual(['Recruiters2', 'Candidate 01a206221']);
    expect(bars('How connections ended').map((bar) => bar.textContent)).toEqual(['Closed by the client5', 'Token invalid or expired1']);
  });

  it('says when no mail can be sent, and when the server is stopping', async () => {
    const { emails, node } = adminStatus();
    const troubled = adminStatus({ emails: { ...emails, outage: 'Connection refused.' }, node: { ...node, draining: true } });
    backend.on('GET /api/admin/status', () => Response.json(troubled));
    await show();
    expect(await screen.findByText(/can send no email right now.*Connection refused\./)).toBeInTheDocument();
    expect(screen.getByText(/This server is stopping/)).toBeInTheDocument();
  });

  it('says that it is still recording right after a start', async () => {
    backend.on('GET /api/admin/status', () => Response.json(adminStatus({ samples: [sample(0)] })));
    await show();
    expect(await screen.findAllByText('The first minutes are still being recorded.')).toHaveLength(3);
  });

  it('offers to try again when it cannot be loaded', async () => {
    backend.on('GET /api/admin/status', () => problem(503, 'Not now.'));
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent('Not now.');
    backend.on('GET /api/admin/status', () => Response.json(adminStatus()));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Live status' })).toBeInTheDocument();
  });

  it('is for admins, and asks the server nothing for anyone else', async () => {
    await show(rita);
    expect(screen.getByRole('heading', { level: 1, name: 'These pages are for admins' })).toBeInTheDocument();
    expect(backend.requestsTo('GET /api/admin/status')).toEqual([]);
  });
});

describe('the scales of a chart', () => {
  const minute = 60_000;

  it('show a whole hour with a mark every ten or fifteen minutes', () => {
    const { from, to, ticks } = timeScale([0, 60 * minute]);
    expect([from, to]).toEqual([0, 60 * minute]);
    expect(ticks).toEqual([0, 10, 20, 30, 40, 50, 60].map((at) => at * minute));
  });

  it('do not stretch the first minute over the whole width', () => {
    expect(timeScale([10 * minute, 11 * minute])).toMatchObject({ from: 6 * minute, to: 11 * minute });
  });

  it.each([
    [0, 4, [0, 1, 2, 3, 4]],
    [9, 4, [0, 5, 10]],
    [87, 4, [0, 25, 50, 75, 100]],
    [10_000, 4, [0, 2_500, 5_000, 7_500, 10_000]],
    [0, 4_000, [0, 1_000, 2_000, 3_000, 4_000]],
  ])('hold %d in round steps from zero', (max, atLeast, ticks) => {
    expect(valueScale([max], atLeast).ticks).toEqual(ticks);
  });

  it('find the sample that is closest to the pointer', () => {
    expect(nearest([0, 10, 20, 40], 29)).toBe(2);
  });
});
