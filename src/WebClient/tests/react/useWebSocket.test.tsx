import { act, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { expect, it, vi } from 'vitest';
import type { ServerFrame } from '../../lib/client/frames';
import { usePresence, useWebSocket, type WebSocketCallbacks, type WebSocketView } from '../../lib/react';
import { created } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

let socket: WebSocketView;
let renders = 0;

function Probe(callbacks: WebSocketCallbacks) {
  socket = useWebSocket(callbacks);
  renders += 1;
  return null;
}

function Watcher() {
  const { watchResume, joinRoom, lastMessage } = useWebSocket();
  useEffect(() => {
    watchResume('r1');
    joinRoom('recruiters');
  }, [watchResume, joinRoom]);
  return <p data-testid="last">{lastMessage?.type}</p>;
}

const progress = (percent: number): ServerFrame => ({
  type: 'resume_progress',
  resume_id: 'r1',
  data: { status: 'processing', progress: percent, current_step: 'Running parser', error: null },
  timestamp: '2026-01-01T12:00:00Z',
});

it('hands every message to the callbacks, also those that come between two renders', async () => {
  const backend = new FakeBackend();
  const percents: number[] = [];
  const onNotification = vi.fn();
  await renderConnected(
    backend,
    <Probe onResumeProgress={(data) => percents.push(data.progress)} onNotification={onNotification} />,
  );
  backend.greet();
  act(() => {
    for (const percent of [10, 20, 60, 80]) backend.socket.receive(progress(percent));
    backend.socket.receive(created(1, 1));
  });
  expect(percents).toEqual([10, 20, 60, 80]);
  expect(onNotification).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ notification_id: 'n1' }), expect.anything());
});

it('tells of connecting, losing the connection, and what the server refuses', async () => {
  const backend = new FakeBackend();
  const calls = { onConnected: vi.fn(), onDisconnected: vi.fn(), onError: vi.fn() };
  await renderConnected(backend, <Probe {...calls} />);
  backend.greet();
  expect(socket.isConnected).toBe(true);
  expect(calls.onConnected).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ user_id: 'rita' }));
  backend.send({ type: 'error', message: 'No', code: 'forbidden' });
  expect(calls.onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'forbidden' }));
  act(() => backend.socket.fail(4409));
  expect(socket.isConnected).toBe(false);
  expect(calls.onDisconnected).toHaveBeenCalledExactlyOnceWith('too_many_connections');
});

it('stays away when told to, and comes back when told to', async () => {
  const backend = new FakeBackend();
  await renderConnected(backend, <Probe />);
  backend.greet();
  expect(socket.sendMessage({ type: 'ping' })).toBe(true);
  act(() => socket.disconnect());
  expect(socket.isConnected).toBe(false);
  expect(socket.sendMessage({ type: 'ping' })).toBe(false);
  const before = backend.sockets.length;
  await act(async () => socket.reconnect());
  await waitFor(() => expect(backend.sockets).toHaveLength(before + 1));
});

it('does not render again for messages that its component does not read', async () => {
  const backend = new FakeBackend();
  await renderConnected(backend, <Probe />);
  backend.greet();
  const before = renders;
  for (const percent of [10, 20, 60]) backend.send(progress(percent));
  expect(renders).toBe(before);
});

it('watches and joins until its component goes, through a reconnection', async () => {
  const backend = new FakeBackend();
  const { rerender, client } = await renderConnected(backend, <Watcher />);
  const said = () => backend.socket.sent.map((message) => message.type);
  backend.greet();
  await waitFor(() => expect(said()).toEqual(expect.arrayContaining(['watch_resume', 'join_room'])));
  backend.send(progress(20));
  expect(screen.getByTestId('last')).toHaveTextContent('resume_progress');
  const before = backend.sockets.length;
  await act(async () => client.reconnect());
  await waitFor(() => expect(backend.sockets).toHaveLength(before + 1));
  backend.greet();
  await waitFor(() => expect(said()).toEqual(expect.arrayContaining(['watch_resume', 'join_room'])));
  rerender(<p>elsewhere</p>);
});

function Room() {
  return <p data-testid="present">{usePresence('candidate:1').map((user) => `${user.user_id} ${user.status}`).join(', ')}</p>;
}

it('knows who is in a room: the whole state first, then each change, and the whole again after a reconnection', async () => {
  const backend = new FakeBackend();
  const { client } = await renderConnected(backend, <Room />);
  const present = () => screen.getByTestId('present').textContent;
  const answer = async (...users: string[]) => {
    const asked = await waitFor(() => {
      const found = backend.socket.sent.find((message) => message.type === 'presence');
      expect(found).toBeDefined();
      return found!;
    });
    expect(asked).toMatchObject({ room: 'candidate:1' });
    const ref = 'id' in asked ? asked.id : undefined;
    backend.send({ type: 'presence', room: 'candidate:1', ref, users: users.map((user_id) => ({ user_id, status: 'online', last_seen: null })) });
  };
  backend.greet();
  await answer('rita');
  expect(present()).toBe('rita online');
  backend.send({ type: 'presence', room: 'candidate:1', users: [{ user_id: 'sam', status: 'online', last_seen: null }] });
  expect(present()).toBe('rita online, sam online');
  backend.send({ type: 'presence', room: 'elsewhere', users: [{ user_id: 'eve', status: 'online', last_seen: null }] });
  expect(present()).toBe('rita online, sam online');
  const before = backend.sockets.length;
  await act(async () => client.reconnect());
  await waitFor(() => expect(backend.sockets).toHaveLength(before + 1));
  backend.greet();
  await answer('rita');
  expect(present()).toBe('rita online');
});
