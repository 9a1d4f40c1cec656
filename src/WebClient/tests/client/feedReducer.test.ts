// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { feedReducer, type FeedAction } from '../../lib/client/feedReducer';
import { listOf, snapshotOf } from '../../lib/client/feedSnapshot';
import { emptyFeed, isBehind, type FeedState } from '../../lib/client/feedState';
import type { FeedFrame } from '../../lib/client/frames';
import { created, epoch, notification, page } from '../support/builders';

const apply = (state: FeedState, ...actions: FeedAction[]) => actions.reduce(feedReducer, state);
const frame = (value: FeedFrame): FeedAction => ({ kind: 'frame', frame: value });
const reset = (value = page([notification(2), notification(1)])): FeedAction => ({ kind: 'reset', page: value, filter: {} });
const loaded = apply(emptyFeed, reset());
const shownIds = (state: FeedState) => listOf(snapshotOf(state), {}).notifications.map((n) => n.id);
const read = (state: FeedState, id: string) => state.items.get(id)?.is_read;

describe('live frames', () => {
  it('puts a new notification on top and takes the count from the frame', () => {
    const state = apply(loaded, frame(created(3, 7, { candidate_name: 'Zoe' })));
    expect(shownIds(state)).toEqual(['n3', 'n2', 'n1']);
    expect(state.items.get('n3')).toMatchObject({ type: 'candidate_added', data: { candidate_name: 'Zoe' }, is_read: false });
    expect(state.unread.count).toBe(7);
    expect(state.seq).toBe(3);
  });

  it('keeps the channels of a notification, which older servers do not name', () => {
    const state = apply(loaded, frame({ ...created(3, 3), channels: ['in_app', 'browser'] }), frame(created(4, 4)));
    expect(state.items.get('n3')?.channels).toEqual(['in_app', 'browser']);
    expect(state.items.get('n4')?.channels).toEqual(['in_app']);
  });

  it('applies the same frame once', () => {
    const once = apply(loaded, frame(created(3, 3)));
    expect(apply(once, frame(created(3, 99)))).toBe(once);
  });

  it('ignores a frame the list already contains', () => {
    expect(apply(loaded, frame(created(2, 99)))).toBe(loaded);
  });

  it('applies changes of flags', () => {
    const changes = [{ notification_id: 'n1', is_read: true, is_seen: true, is_archived: false }];
    const state = apply(loaded, frame({ type: 'notification_updated', seq: 3, unread_count: 1, changes }));
    expect(state.items.get('n1')).toMatchObject({ is_read: true, is_seen: true, changed_seq: 3 });
    expect(read(state, 'n2')).toBe(false);
    expect(state.unread.count).toBe(1);
  });

  it('hides what was archived, and shows it again when it comes back whole', () => {
    const changes = [{ notification_id: 'n1', is_read: false, is_seen: true, is_archived: true }];
    const archived = apply(loaded, frame({ type: 'notification_updated', seq: 3, unread_count: 1, changes }));
    expect(shownIds(archived)).toEqual(['n2']);
    const notifications = [notification(1, { changed_seq: 4 })];
    const back = apply(archived, frame({ type: 'notification_updated', seq: 4, unread_count: 2, notifications }));
    expect(shownIds(back)).toEqual(['n2', 'n1']);
  });

  it('reads up to a watermark and leaves what came later', () => {
    const state = apply(
      loaded,
      frame(created(3, 3)),
      frame({ type: 'notification_updated', seq: 4, unread_count: 1, read_up_to_seq: 2 }),
    );
    expect([read(state, 'n1'), read(state, 'n2'), read(state, 'n3')]).toEqual([true, true, false]);
  });

  it('leaves what is archived out of a watermark, as the server does', () => {
    const archived = apply(emptyFeed, reset(page([notification(2), notification(1, { is_archived: true })])));
    const state = apply(archived, frame({ type: 'notification_updated', seq: 3, unread_count: 0, read_up_to_seq: 2 }));
    expect([read(state, 'n1'), read(state, 'n2')]).toEqual([false, true]);
    expect(state.items.get('n2')?.is_seen).toBe(true);
  });

  it('limits a watermark to its type', () => {
    const mixed = apply(emptyFeed, reset(page([notification(2, { type: 'match_found' }), notification(1)])));
    const state = apply(
      mixed,
      frame({ type: 'notification_updated', seq: 3, unread_count: 1, read_up_to_seq: 2, notification_type: 'match_found' }),
    );
    expect([read(state, 'n1'), read(state, 'n2')]).toEqual([false, true]);
  });

  it('deletes, and lets nothing older bring it back', () => {
    const deleted = apply(loaded, frame({ type: 'notification_deleted', seq: 3, unread_count: 1, notification_ids: ['n2'] }));
    expect(shownIds(deleted)).toEqual(['n1']);
    const stale = apply(deleted, { kind: 'page', page: page([notification(2)], { seq: 2 }), filter: {} });
    expect(shownIds(stale)).toEqual(['n1']);
  });

  it('does not show what comes back below what has been read of the list', () => {
    const first = page([notification(9), notification(8)], { seq: 9, next_cursor: 'next' });
    const notifications = [notification(3, { changed_seq: 10 })];
    const state = apply(
      emptyFeed,
      reset(first),
      frame({ type: 'notification_updated', seq: 10, unread_count: 3, notifications }),
    );
    expect(shownIds(state)).toEqual(['n9', 'n8']);
  });

  it('restores what was deleted', () => {
    const state = apply(
      loaded,
      frame({ type: 'notification_deleted', seq: 3, unread_count: 1, notification_ids: ['n2'] }),
      frame({ type: 'notification_updated', seq: 4, unread_count: 2, notifications: [notification(2, { changed_seq: 4 })] }),
    );
    expect(shownIds(state)).toEqual(['n2', 'n1']);
  });
});

describe('order', () => {
  it('shows a notification beyond a gap at once, but knows that something is missing', () => {
    const state = apply(loaded, frame(created(4, 4)));
    expect(shownIds(state)).toEqual(['n4', 'n2', 'n1']);
    expect(state.seq).toBe(2);
    expect(isBehind(state)).toBe(true);
  });

  it('closes the gap when the missing frame comes late, and keeps the newer count', () => {
    const state = apply(loaded, frame(created(4, 4)), frame(created(3, 3)));
    expect(state.seq).toBe(4);
    expect(isBehind(state)).toBe(false);
    expect(state.unread.count).toBe(4);
  });

  it('does not let an older change undo a newer one', () => {
    const flags = (is_read: boolean) => [{ notification_id: 'n1', is_read, is_seen: true, is_archived: false }];
    const state = apply(
      loaded,
      frame({ type: 'notification_updated', seq: 4, unread_count: 1, changes: flags(true) }),
      frame({ type: 'notification_updated', seq: 3, unread_count: 2, changes: flags(false) }),
    );
    expect(read(state, 'n1')).toBe(true);
    expect(state.unread.count).toBe(1);
  });

  it('does not show what was deleted before it arrived', () => {
    const state = apply(
      loaded,
      frame({ type: 'notification_deleted', seq: 4, unread_count: 2, notification_ids: ['n3'] }),
      frame(created(3, 3)),
    );
    expect(shownIds(state)).toEqual(['n2', 'n1']);
    expect(state.seq).toBe(4);
  });

  it('does not delete what was restored since', () => {
    const state = apply(
      loaded,
      frame({ type: 'notification_updated', seq: 4, unread_count: 2, notifications: [notification(2, { changed_seq: 4 })] }),
      frame({ type: 'notification_deleted', seq: 3, unread_count: 1, notification_ids: ['n2'] }),
    );
    expect(shownIds(state)).toEqual(['n2', 'n1']);
    expect(state.unread.count).toBe(2);
  });

  it('applies a watermark only once nothing before it is missing', () => {
    const changes = [{ notification_id: 'n1', is_read: false, is_seen: false, is_archived: true }];
    const archived = frame({ type: 'notification_updated', seq: 3, unread_count: 1, changes });
    const readAll = frame({ type: 'notification_updated', seq: 4, unread_count: 0, read_up_to_seq: 2 });
    const early = apply(loaded, readAll);
    expect([read(early, 'n1'), read(early, 'n2')]).toEqual([false, false]);
    const late = apply(early, archived);
    expect([read(late, 'n1'), read(late, 'n2')]).toEqual([false, true]);
    expect(late).toMatchObject({ seq: 4, items: apply(loaded, archived, readAll).items });
  });

  it('takes what a watermark concerns from the recovery, where it came too early', () => {
    const state = apply(loaded, frame({ type: 'notification_updated', seq: 4, unread_count: 0, read_up_to_seq: 2 }), {
      kind: 'synced',
      result: {
        recovered: true,
        epoch,
        seq: 4,
        more: false,
        unread_count: 0,
        notifications: [
          notification(1, { is_archived: true, changed_seq: 3 }),
          notification(2, { is_read: true, is_seen: true, changed_seq: 4 }),
        ],
        deleted: [],
      },
    });
    expect([read(state, 'n1'), read(state, 'n2')]).toEqual([false, true]);
  });

  it('learns from a pong that it is behind, and takes its count only if it is newer', () => {
    const ahead = apply(loaded, { kind: 'position', epoch, seq: 5, unreadCount: 9 });
    expect(isBehind(ahead)).toBe(true);
    expect(ahead.unread.count).toBe(9);
    expect(apply(ahead, { kind: 'position', epoch, seq: 4, unreadCount: 1 }).unread.count).toBe(9);
  });

  it('has to start over in another epoch, where an old position means nothing', () => {
    const state = apply(loaded, { kind: 'position', epoch: 'epoch-2', seq: 1, unreadCount: 0 });
    expect(isBehind(state)).toBe(true);
    const fresh = apply(state, reset(page([notification(1)], { epoch: 'epoch-2' })));
    expect(shownIds(fresh)).toEqual(['n1']);
    expect(fresh.seq).toBe(1);
  });
});

describe('recovery', () => {
  it('applies a sync result: new, changed and deleted', () => {
    const state = apply(loaded, frame(created(6, 9)), {
      kind: 'synced',
      result: {
        recovered: true,
        epoch,
        seq: 6,
        more: false,
        unread_count: 2,
        notifications: [notification(3), notification(2, { is_read: true, changed_seq: 5 })],
        deleted: ['n1'],
      },
    });
    expect(shownIds(state)).toEqual(['n6', 'n3', 'n2']);
    expect(read(state, 'n2')).toBe(true);
    expect(state.seq).toBe(6);
    expect(isBehind(state)).toBe(false);
  });

  it('keeps frames that arrived while the list was being read, in their order', () => {
    const state = apply(
      emptyFeed,
      frame(created(4, 4)),
      frame({ type: 'notification_deleted', seq: 5, unread_count: 3, notification_ids: ['n2'] }),
      frame(created(3, 3)),
      reset(page([notification(3), notification(2), notification(1)], { seq: 3 })),
    );
    expect(shownIds(state)).toEqual(['n4', 'n3', 'n1']);
    expect(state.seq).toBe(5);
    expect(state.unread.count).toBe(3);
  });

  it('throws away what the list no longer has', () => {
    const state = apply(loaded, reset(page([notification(5)], { seq: 7 })));
    expect(shownIds(state)).toEqual(['n5']);
    expect(state.seq).toBe(7);
  });
});

describe('pages', () => {
  const first = page([notification(9), notification(8)], { seq: 9, next_cursor: 'next', unread_count: 9 });

  it('appends an older page and remembers where it ends', () => {
    const state = apply(emptyFeed, reset(first), {
      kind: 'page',
      filter: {},
      page: page([notification(7)], { seq: 9, unread_count: 9 }),
    });
    expect(shownIds(state)).toEqual(['n9', 'n8', 'n7']);
    expect(listOf(snapshotOf(state), {}).hasMore).toBe(false);
  });

  it('brings a page that was overtaken by changes up to date', () => {
    const state = apply(
      emptyFeed,
      reset(first),
      frame({ type: 'notification_updated', seq: 10, unread_count: 0, read_up_to_seq: 9 }),
      frame({ type: 'notification_deleted', seq: 11, unread_count: 0, notification_ids: ['n6'] }),
      { kind: 'page', filter: {}, page: page([notification(7), notification(6)], { seq: 9, unread_count: 9 }) },
    );
    expect(shownIds(state)).toEqual(['n9', 'n8', 'n7']);
    expect(read(state, 'n7')).toBe(true);
    expect(state.unread.count).toBe(0);
  });

  it('drops a page asked for before the list was read afresh', () => {
    const state = apply(emptyFeed, reset(first), reset(page([notification(20)], { seq: 20, next_cursor: 'x' })), {
      kind: 'page',
      filter: {},
      page: page([notification(7)], { seq: 9 }),
    });
    expect(state.items.has('n7')).toBe(false);
  });

  it('does not show what another list read further down', () => {
    const unread = page([notification(8), notification(2)], { seq: 9 });
    const state = apply(emptyFeed, reset(first), { kind: 'page', filter: { unreadOnly: true }, page: unread });
    expect(shownIds(state)).toEqual(['n9', 'n8']);
    expect(listOf(snapshotOf(state), { unreadOnly: true }).notifications.map((n) => n.id)).toEqual(['n9', 'n8', 'n2']);
  });

  it('narrows a list to one type', () => {
    const state = apply(emptyFeed, reset(page([notification(2, { type: 'match_found' }), notification(1)])), {
      kind: 'page',
      filter: { type: 'match_found' },
      page: page([notification(2, { type: 'match_found' })]),
    });
    expect(listOf(snapshotOf(state), { type: 'match_found' }).notifications.map((n) => n.id)).toEqual(['n2']);
  });
});

describe('operations of the user', () => {
  const start = (operation: object): FeedAction => ({
    kind: 'operation_started',
    operation: { id: 1, settled: false, ...operation } as never,
  });

  it('shows the effect at once and the truth again when it is taken back', () => {
    const optimistic = apply(loaded, start({ kind: 'delete', notificationIds: ['n2'] }));
    expect(shownIds(optimistic)).toEqual(['n1']);
    expect(snapshotOf(optimistic).unreadCount).toBe(1);
    const rolledBack = apply(optimistic, frame(created(3, 3)), { kind: 'operations_dropped', ids: [1] });
    expect(shownIds(rolledBack)).toEqual(['n3', 'n2', 'n1']);
    expect(snapshotOf(rolledBack).unreadCount).toBe(3);
  });

  it('does not count twice when the frame arrives before the answer', () => {
    const changes = [{ notification_id: 'n2', is_read: true, is_seen: true, is_archived: false }];
    const state = apply(
      loaded,
      start({ kind: 'read', notificationIds: ['n2'] }),
      frame({ type: 'notification_updated', seq: 3, unread_count: 1, changes }),
      { kind: 'operation_settled', id: 1 },
    );
    expect(snapshotOf(state).unreadCount).toBe(1);
    expect(state.pending).toEqual([]);
  });

  it('takes what is archived out of list and count, and puts it into the archive', () => {
    const optimistic = apply(loaded, start({ kind: 'archive', notificationIds: ['n2'] }));
    expect(shownIds(optimistic)).toEqual(['n1']);
    expect(listOf(snapshotOf(optimistic), { archived: true }).notifications).toEqual([]);
    expect(snapshotOf(optimistic).unreadCount).toBe(1);
    const read = apply(optimistic, { kind: 'page', filter: { archived: true }, page: page([], { seq: 2, unread_count: 2 }) });
    expect(listOf(snapshotOf(read), { archived: true }).notifications.map((n) => n.id)).toEqual(['n2']);
    const back = apply(read, { kind: 'operations_dropped', ids: [1] });
    expect(shownIds(back)).toEqual(['n2', 'n1']);
    expect(snapshotOf(back).unreadCount).toBe(2);
  });

  it('shows an undone deletion again, whichever of its frames is still to come', () => {
    const notificationTwo = notification(2);
    const undone = apply(
      loaded,
      start({ kind: 'delete', notificationIds: ['n2'] }),
      start({ id: 2, kind: 'restore', notification: notificationTwo }),
    );
    expect(shownIds(undone)).toEqual(['n2', 'n1']);
    const answered = apply(undone, { kind: 'operation_settled', id: 1 }, { kind: 'operation_settled', id: 2 });
    expect(shownIds(answered)).toEqual(['n2', 'n1']);
    const deleted = apply(answered, frame({ type: 'notification_deleted', seq: 3, unread_count: 1, notification_ids: ['n2'] }));
    expect(shownIds(deleted)).toEqual(['n2', 'n1']);
    expect(snapshotOf(deleted).unreadCount).toBe(2);
    const notifications = [notification(2, { changed_seq: 4 })];
    const restored = apply(deleted, frame({ type: 'notification_updated', seq: 4, unread_count: 2, notifications }));
    expect(restored.pending).toEqual([]);
    expect(snapshotOf(restored).unreadCount).toBe(2);
  });

  it('does to many at once what it does to one', () => {
    const optimistic = apply(loaded, start({ kind: 'read', notificationIds: ['n1', 'n2', 'never-loaded'] }));
    expect(snapshotOf(optimistic).unreadCount).toBe(0);
    const changes = ['n1', 'n2'].map((notification_id) => ({ notification_id, is_read: true, is_seen: true, is_archived: false }));
    const done = apply(optimistic, frame({ type: 'notification_updated', seq: 3, unread_count: 0, changes }));
    expect(done.pending).toEqual([]);
  });

  it('keeps the effect between the answer and the frame', () => {
    const state = apply(loaded, start({ kind: 'read', notificationIds: ['n2'] }), { kind: 'operation_settled', id: 1 });
    expect(snapshotOf(state).unreadCount).toBe(1);
  });

  it('marks all as read, the ones never loaded too, and leaves what arrives meanwhile', () => {
    const many = apply(emptyFeed, reset(page([notification(2), notification(1)], { unread_count: 50 })));
    const optimistic = apply(many, start({ kind: 'read_all', upToSeq: 2 }), frame(created(3, 51)));
    expect(snapshotOf(optimistic).unreadCount).toBe(1);
    const done = apply(optimistic, frame({ type: 'notification_updated', seq: 4, unread_count: 1, read_up_to_seq: 2 }));
    expect(done.pending).toEqual([]);
    expect(snapshotOf(done).unreadCount).toBe(1);
  });
});
