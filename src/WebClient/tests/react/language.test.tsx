import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { de, HotGigsProvider, NotificationCenter, NotificationClient, type HotGigsProviderProps } from '../../lib/react';
import { en } from '../../lib/texts/en';
import { violations } from '../support/axe';
import { notification } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';

async function centre(options: Omit<HotGigsProviderProps, 'client' | 'children'>) {
  const backend = new FakeBackend([notification(1)]);
  const client = new NotificationClient({
    baseUrl: 'http://server',
    token: () => Promise.resolve('token'),
    fetch: backend.fetch,
    WebSocket: backend.WebSocket,
    onWake: () => () => undefined,
  });
  render(
    <HotGigsProvider client={client} {...options}>
      <NotificationCenter onNavigate={vi.fn()} />
    </HotGigsProvider>,
  );
  await waitFor(() => backend.socket);
  backend.greet(1, 1);
  await screen.findByTestId('bell-badge');
  await userEvent.click(screen.getByTestId('bell'));
  return backend;
}

const english = /\b(the|your|and|read|unread|notifications?)\b/i;

/** Every sentence of a catalogue, by its name; functions are asked with what stands for anything. */
function sentences(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[path + name, value] as [string, string]];
    if (typeof value === 'function') return [[path + name, String((value as (...any: unknown[]) => string)(7, 8))] as [string, string]];
    return sentences(value as object, `${path}${name}.`);
  });
}

it('speaks German throughout, where it is asked to', async () => {
  await centre({ texts: de });
  const panel = screen.getByRole('dialog', { name: 'Benachrichtigungen' });
  expect(panel).toHaveTextContent('1 ungelesen');
  expect(panel).toHaveTextContent('Alle gelesen');
  expect(screen.getByRole('button', { name: '„Title 1“ archivieren' })).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Art' })).toHaveTextContent('Lebensläufe');
  expect(await violations(panel)).toEqual([]);
});

it('leaves no sentence in English', () => {
  expect(sentences(de).map(([name]) => name)).toEqual(sentences(en).map(([name]) => name));
  expect(sentences(de).filter(([, sentence]) => english.test(sentence))).toEqual([]);
});

it('says why the list stands still, and offers the way back', async () => {
  const backend = await centre({});
  act(() => backend.socket.fail(4403));
  const panel = screen.getByRole('dialog');
  expect(panel).toHaveTextContent('Live updates aren’t available to this account.');
  expect(await violations(panel)).toEqual([]);
});

it('takes components of the app in place of its own', async () => {
  await centre({
    parts: {
      Item: ({ notification: { title } }) => <li>My own {title}</li>,
      Bell: ({ ref, onClick, unreadCount }) => (
        <button ref={ref} type="button" data-testid="bell" onClick={onClick}>
          <span data-testid="bell-badge">{unreadCount} of mine</span>
        </button>
      ),
    },
  });
  expect(screen.getByTestId('bell')).toHaveTextContent('1 of mine');
  expect(await screen.findByText('My own Title 1')).toBeInTheDocument();
});
