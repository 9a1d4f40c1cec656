import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { NotificationCenter, NotificationList } from '../../lib/react';
import { notification } from '../support/builders';
import { FakeBackend } from '../support/fakeBackend';
import { renderConnected } from '../support/render';

let backend: FakeBackend;
let user: ReturnType<typeof userEvent.setup>;

const undo = () => user.keyboard('{Control>}z{/Control}');
const inList = () => within(screen.getByTestId('page'));
const inPanel = () => within(screen.getByRole('dialog'));
const isBack = (list: ReturnType<typeof within>, title: string) => list.queryByText(title) !== null;

beforeEach(async () => {
  backend = new FakeBackend([notification(3), notification(2), notification(1)]);
  for (const what of ['POST /api/notifications/n1/archive', 'POST /api/notifications/n1/unarchive']) {
    backend.on(what, () => Response.json({}));
  }
  backend.on('DELETE /api/notifications/n2', () => Response.json({}));
  backend.on('POST /api/notifications/n2/restore', () => Response.json({}));
  user = userEvent.setup();
  await renderConnected(
    backend,
    <>
      <NotificationCenter onNavigate={vi.fn()} />
      <div data-testid="page">
        <NotificationList onNavigate={vi.fn()} />
      </div>
      <input aria-label="Search" />
    </>,
  );
  backend.greet(3, 3);
  await waitFor(() => expect(inList().getAllByTestId('notification-item')).toHaveLength(3));
});

/** Archives the first in the list of the page, then deletes the second in that of the bell. */
async function archiveHereAndDeleteThere() {
  await user.click(inList().getByRole('button', { name: 'Archive “Title 1”' }));
  await user.click(screen.getByTestId('bell'));
  await user.click(inPanel().getByRole('button', { name: 'Delete “Title 2”' }));
}

it('takes back the newest first, one at a time, of the lists on a page', async () => {
  await archiveHereAndDeleteThere();
  await undo();
  expect([isBack(inList(), 'Title 1'), isBack(inList(), 'Title 2')]).toEqual([false, true]);
  await waitFor(() => expect(backend.requestsTo('POST /api/notifications/n2/restore')).toHaveLength(1));
  expect(backend.requestsTo('POST /api/notifications/n1/unarchive')).toEqual([]);
  await undo();
  expect(isBack(inList(), 'Title 1')).toBe(true);
  await waitFor(() => expect(backend.requestsTo('POST /api/notifications/n1/unarchive')).toHaveLength(1));
});

it('goes by when it was offered, not by where', async () => {
  await user.click(screen.getByTestId('bell'));
  await user.click(inPanel().getByRole('button', { name: 'Delete “Title 2”' }));
  await user.click(inList().getByRole('button', { name: 'Archive “Title 1”' }));
  await undo();
  expect([isBack(inList(), 'Title 1'), isBack(inList(), 'Title 2')]).toEqual([true, false]);
});

it('offers no longer what went with its list', async () => {
  await archiveHereAndDeleteThere();
  act(() => screen.getByTestId('bell').focus());
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await undo();
  expect([isBack(inList(), 'Title 1'), isBack(inList(), 'Title 2')]).toEqual([true, false]);
});

it('leaves the key to text fields, and to whoever has taken it already', async () => {
  await archiveHereAndDeleteThere();
  await user.click(screen.getByRole('textbox', { name: 'Search' }));
  await undo();
  const taken = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', taken);
  act(() => screen.getByTestId('bell').focus());
  await undo();
  document.body.removeEventListener('keydown', taken);
  expect([isBack(inList(), 'Title 1'), isBack(inList(), 'Title 2')]).toEqual([false, false]);
});
