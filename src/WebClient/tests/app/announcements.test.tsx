import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import AnnouncementsPage from '../../app/pages/admin/announcements/AnnouncementsPage';
import type { User } from '../../app/session/session';
import { RoomMessages } from '../../app/shell/RoomMessages';
import { violations } from '../support/axe';
import { FakeBackend, problem, type FakeRequest } from '../support/fakeBackend';
import { ada, kim, renderPage, rita } from '../support/render';

let backend: FakeBackend;
const body = (request: FakeRequest | undefined) => JSON.parse(String(request?.body)) as Record<string, unknown>;

beforeEach(() => {
  backend = new FakeBackend();
});

describe('announcing', () => {
  const show = () => renderPage(backend, <AnnouncementsPage />, '/admin/announcements', ada);
  const answer = (room: string, recipients: number) =>
    backend.on(`POST /api/rooms/${room}/broadcast`, () => Response.json({ recipients, announcement_id: null }, { status: 202 }));
  const fill = async (title: string, message: string) => {
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), title);
    await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), message);
  };
  const send = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Announce…' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Announce' }));
  };

  it('is kept for all recruiters unless one says otherwise, after it was asked', async () => {
    answer('recruiters', 42);
    const { container } = await show();
    await fill('Tonight', 'We are down for an hour.');
    await userEvent.type(screen.getByRole('textbox', { name: 'Link' }), '/jobs');
    expect(await violations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Announce…' }));
    const dialog = screen.getByRole('dialog', { name: 'Tell all recruiters?' });
    expect(dialog).toHaveTextContent('Every recruiter and every admin gets it in their notifications, online or not.');
    expect(backend.requestsTo('POST /api/rooms/recruiters/broadcast')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Announce' }));
    expect(await screen.findByText('Announced. It is in the feed of 42 people.')).toBeInTheDocument();
    expect(backend.requestsTo('POST /api/rooms/recruiters/broadcast').map(body)).toEqual([
      { title: 'Tonight', message: 'We are down for an hour.', action_url: '/jobs', persist: true },
    ]);
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('goes only to who is online on request, and says when that is nobody', async () => {
    answer('candidates', 0);
    await show();
    await fill('Tonight', 'We are down.');
    await userEvent.click(screen.getByRole('radio', { name: /^Candidates/ }));
    await userEvent.click(screen.getByRole('radio', { name: /^Only to who is online now/ }));
    await send();
    expect(await screen.findByText(/Nobody in this audience is online right now/)).toBeInTheDocument();
    const [request] = backend.requestsTo('POST /api/rooms/candidates/broadcast');
    expect(body(request)).toEqual({ title: 'Tonight', message: 'We are down.', persist: false });
  });

  it('looks in the preview as it will look', async () => {
    await show();
    await fill('Tonight', 'We are down.');
    const preview = screen.getByTestId('preview');
    expect(within(preview).getByTestId('notification-item')).toHaveTextContent('TonightWe are down.');
    await userEvent.click(screen.getByRole('radio', { name: /^Only to who is online now/ }));
    expect(within(preview).queryByTestId('notification-item')).toBeNull();
    expect(preview).toHaveTextContent('TonightWe are down.');
  });

  it('keeps what was written and marks the fields when the server refuses', async () => {
    backend.on('POST /api/rooms/recruiters/broadcast', () =>
      problem(422, 'Some fields are not valid.', { title: ['Another title, please.'], action_url: ['This is no path of this site.'] }),
    );
    await show();
    await fill('Tonight', 'We are down.');
    await send();
    const title = screen.getByRole('textbox', { name: 'Title' });
    await waitFor(() => expect(title).toHaveAccessibleDescription('Another title, please.'));
    expect(title).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Link' })).toHaveAccessibleDescription(/This is no path of this site\./);
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('We are down.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not asked about before there is something to say', async () => {
    const { container } = await show();
    await userEvent.type(screen.getByRole('textbox', { name: 'Link' }), 'jobs');
    await userEvent.click(screen.getByRole('button', { name: 'Announce…' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription('Give it a title.');
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Message' })).toHaveAccessibleDescription('Write what you want to say.');
    expect(screen.getByRole('textbox', { name: 'Link' })).toHaveAccessibleDescription(/begins with “\/”\./);
    expect(await violations(container)).toEqual([]);
  });

  it('does nothing when it is called off', async () => {
    await show();
    await fill('Tonight', 'We are down.');
    await userEvent.click(screen.getByRole('button', { name: 'Announce…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(backend.requests.filter(({ path }) => path.includes('broadcast'))).toEqual([]);
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Tonight');
  });
});

describe('what is said to a room', () => {
  const show = async (user: User) => {
    const view = await renderPage(backend, <RoomMessages user={user} />, '/upload', user);
    backend.greet();
    return view;
  };
  const say = (data: Record<string, unknown>) =>
    backend.send({ type: 'room_message', room: 'recruiters', data, timestamp: '2026-03-01T12:00:00.000Z' });

  it.each([
    [rita, ['recruiters']],
    [kim, ['candidates']],
    [ada, ['recruiters', 'candidates', 'admins']],
  ])('is heard in the rooms of one’s roles', async (user, rooms) => {
    await show(user);
    await waitFor(() => {
      const joined = backend.socket.sent.filter(({ type }) => type === 'join_room').map((message) => 'room' in message && message.room);
      expect([...new Set(joined)]).toEqual(rooms);
    });
  });

  it('is shown until it is dismissed, with where it leads to', async () => {
    const { container } = await show(rita);
    say({ title: 'Tonight', message: 'We are down for an hour.', action_url: '/jobs' });
    say({ title: 'Tomorrow', message: 'We are back.', action_url: '//evil.example' });
    const [latest, first] = screen.getAllByTestId('room-message');
    expect(first).toHaveTextContent('We are down for an hour.');
    expect(within(first!).getByRole('link', { name: 'Open' })).toHaveAttribute('href', '/jobs');
    expect(within(latest!).queryByRole('link')).toBeNull();
    expect(await violations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss “Tomorrow”' }));
    expect(screen.getAllByTestId('room-message')).toEqual([first]);
    await userEvent.click(screen.getByRole('link', { name: 'Open' }));
    expect(screen.queryByTestId('room-message')).toBeNull();
    expect(screen.getByTestId('address')).toHaveTextContent('/jobs');
  });

  it('is left alone where it has no words, and never fills the page', async () => {
    await show(rita);
    say({ refresh: true });
    expect(screen.queryByTestId('room-message')).toBeNull();
    for (let i = 1; i <= 5; i++) say({ title: `Message ${i}`, message: 'Words' });
    expect(screen.getAllByTestId('room-message').map((one) => one.textContent)).toEqual(['Message 5Words', 'Message 4Words', 'Message 3Words']);
  });
});
