import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PreferencesPage from '../../app/pages/preferences/PreferencesPage';
import { withChange, type Preferences, type PreferencesChange } from '../../app/api/preferences';
import { notificationTypes } from '../../lib/react';
import { violations } from '../support/axe';
import { FakeBackend, problem } from '../support/fakeBackend';
import { renderPage } from '../support/render';

const path = '/api/notifications/preferences';

function initial(): Preferences {
  const types = Object.fromEntries(
    notificationTypes.map((type) => [
      type,
      { in_app: true, email: type === 'match_found', browser: true, is_critical: type === 'system_announcement' },
    ]),
  ) as Preferences['types'];
  return {
    types,
    quiet_hours: { enabled: false, start: '22:00', end: '07:00', time_zone: 'UTC' },
    email: { mode: 'if_unread', delay_minutes: 15, digest_time: '08:00' },
  };
}

/** A server that keeps what it is told. */
function keeping(): { backend: FakeBackend; stored: () => Preferences } {
  const backend = new FakeBackend();
  let preferences = initial();
  backend.on(`GET ${path}`, () => Response.json(preferences));
  backend.on(`PUT ${path}`, ({ body }) => {
    preferences = withChange(preferences, JSON.parse(String(body)) as PreferencesChange);
    return Response.json(preferences);
  });
  return { backend, stored: () => preferences };
}

describe('the browser’s permission', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is asked for only on a click', async () => {
    const requestPermission = vi.fn(() => Promise.resolve('granted'));
    vi.stubGlobal('Notification', { permission: 'default', requestPermission });
    const { container } = await renderPage(keeping().backend, <PreferencesPage />, '/preferences');
    const button = await screen.findByRole('button', { name: 'Turn on' });
    expect(await violations(container)).toEqual([]);
    expect(requestPermission).not.toHaveBeenCalled();
    await userEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Notifications of this browser' })).toBeNull());
    expect(requestPermission).toHaveBeenCalledOnce();
  });

  it('is explained where it was refused', async () => {
    vi.stubGlobal('Notification', { permission: 'denied' });
    await renderPage(keeping().backend, <PreferencesPage />, '/preferences');
    expect(await screen.findByText(/Your browser blocks notifications of HotGigs/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Turn on' })).toBeNull();
  });
});

describe('the notification settings', () => {
  it('show every kind by every way, and what cannot be turned off', async () => {
    const { container } = await renderPage(keeping().backend, <PreferencesPage />, '/preferences');
    expect(await screen.findByRole('checkbox', { name: 'Matches: Email' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Resumes: Email' })).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Announcements: In HotGigs' })).toBeDisabled();
    expect(await violations(container)).toEqual([]);
  });

  it('save each change by itself, and only that', async () => {
    const { backend, stored } = keeping();
    await renderPage(backend, <PreferencesPage />, '/preferences');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Matches: Email' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Resumes: In HotGigs' }));
    await waitFor(() => expect(stored().types.resume_completed.in_app).toBe(false));
    const bodies = backend.requestsTo(`PUT ${path}`).map(({ body }) => JSON.parse(String(body)) as unknown);
    expect(bodies).toEqual([
      { types: { match_found: { email: false } } },
      { types: { resume_completed: { in_app: false } } },
    ]);
  });

  it('take back what the server refuses, in its words', async () => {
    const { backend } = keeping();
    backend.on(`PUT ${path}`, () => problem(422, 'This is not possible.'));
    await renderPage(backend, <PreferencesPage />, '/preferences');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Matches: Email' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not possible.');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Matches: Email' })).toBeChecked());
  });

  it('offer a delay or a time, as the way of mailing needs', async () => {
    const { backend, stored } = keeping();
    await renderPage(backend, <PreferencesPage />, '/preferences');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Wait for' }), '1 hour');
    await waitFor(() => expect(stored().email.delay_minutes).toBe(60));
    await userEvent.click(screen.getByRole('radio', { name: 'All in one email a day' }));
    const time = await screen.findByLabelText('Every day at');
    await userEvent.clear(time);
    await userEvent.type(time, '09:30');
    await userEvent.tab();
    await waitFor(() => expect(stored().email).toEqual({ mode: 'digest', delay_minutes: 60, digest_time: '09:30' }));
  });

  it('begin quiet hours in the time zone of the browser', async () => {
    const { backend, stored } = keeping();
    await renderPage(backend, <PreferencesPage />, '/preferences');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Keep quiet hours' }));
    await waitFor(() => expect(stored().quiet_hours.enabled).toBe(true));
    expect(stored().quiet_hours.time_zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
