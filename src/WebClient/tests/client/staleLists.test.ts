// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { feedReducer, type FeedAction } from '../../lib/client/feedReducer';
import { listOf, snapshotOf } from '../../lib/client/feedSnapshot';
import { emptyFeed, isToBeRead, type FeedState } from '../../lib/client/feedState';
import type { FlagChange } from '../../lib/client/frames';
import type { NotificationFilter, NotificationPage } from '../../lib/client/notification';
import { created, epoch, notification, page } from '../support/builders';

const archive = { archived: true };
const unread = { unreadOnly: true };
const all = [{}, { type: 'candidate_added' }, archive, { ...archive, type: 'candidate_added' }, unread];

const apply = (state: FeedState, ...actions: FeedAction[]) => actions.reduce(feedReducer, state);
const read = (filter: NotificationFilter, value: NotificationPage): FeedAction => ({ kind: 'page', filter, page: value });
const loading = (filter: NotificationFilter): FeedAction => ({ kind: 'list_loading', filter });
const flags = (seq: number, change: Partial<FlagChange>): FeedAction => ({
  kind: 'frame',
  frame: {
    type: 'notification_updated',
    seq,
    unread_count: 0,
    changes: [{ notification_id: 'n50', is_read: true, is_seen: true, is_archived: false, ...change }],
  },
});
const shownIds = (state: FeedState, filter: NotificationFilter) =>
  listOf(snapshotOf(state), filter).notifications.map((n) => n.id);
const toBeRead = (state: FeedState) => all.filter((filter) => isToBeRead(state, filter));

const archived = (seq: number, changed_seq: number) => notification(seq, { is_archived: true, changed_seq });
const inbox = page([notification(99), notification(98)], { seq: 100, next_cursor: 'next' });
/** The newest of the inbox, and every other list to its end. n50 is read, below what was loaded of the inbox. */
const loaded = apply(
  emptyFeed,
  { kind: 'reset', filter: {}, page: inbox },
  read({ type: 'candidate_added' }, inbox),
  read(archive, page([archived(40, 60)], { seq: 100 })),
  read({ ...archive, type: 'candidate_added' }, page([archived(40, 60)], { seq: 100 })),
  read(unread, page([notification(99), notification(98), notification(30)], { seq: 100 })),
);

describe('a change of what was never loaded', () => {
  it('has the archive read again when something is put away, and shows it then', () => {
    const away = apply(loaded, flags(101, { is_archived: true }));
    expect(away.seq).toBe(101);
    expect(toBeRead(away)).toEqual([archive, { ...archive, type: 'candidate_added' }]);
    const again = apply(away, loading(archive), read(archive, page([archived(50, 101), archived(40, 60)], { seq: 101 })));
    expect(shownIds(again, archive)).toEqual(['n50', 'n40']);
    expect(isToBeRead(again, archive)).toBe(false);
  });

  it('has the unread list read again when something is marked unread', () => {
    const state = apply(loaded, flags(101, { is_read: false }));
    expect(toBeRead(state)).toEqual([unread]);
  });

  it('reads nothing again for what can only leave a list', () => {
    const watermark = { type: 'notification_updated', seq: 102, unread_count: 0, read_up_to_seq: 100 } as const;
    expect(toBeRead(apply(loaded, flags(101, { is_read: true }), { kind: 'frame', frame: watermark }))).toEqual([]);
  });

  it('reads nothing again for what comes whole, or what is held', () => {
    const back = { type: 'notification_updated', seq: 101, unread_count: 3, notifications: [notification(50, { changed_seq: 101 })] };
    const state = apply(
      loaded,
      { kind: 'frame', frame: { ...back, type: 'notification_updated' } },
      flags(102, { is_archived: true }),
    );
    expect(toBeRead(state)).toEqual([]);
    expect(shownIds(state, archive)).toEqual(['n50', 'n40']);
  });

  it('leaves what lies beyond a gap to the recovery', () => {
    const early = apply(loaded, flags(102, { is_archived: true }));
    expect(toBeRead(early)).toEqual([]);
    const result = { recovered: true, epoch, seq: 102, more: false, unread_count: 0, deleted: [] };
    const recovered = apply(early, { kind: 'synced', result: { ...result, notifications: [archived(50, 102)] } });
    expect(toBeRead(recovered)).toEqual([]);
    expect(shownIds(recovered, archive)).toEqual(['n50', 'n40']);
    expect(toBeRead(apply(early, { kind: 'frame', frame: created(101, 1) }))).toContain(archive);
  });
});

describe('a stale list', () => {
  const stale = apply(loaded, flags(101, { is_archived: true }));

  it('stays on screen until it is read', () => {
    expect(shownIds(stale, archive)).toEqual(['n40']);
    expect(shownIds(apply(stale, loading(archive)), archive)).toEqual(['n40']);
  });

  it('ends where it was read to, for there may be holes below', () => {
    const first = page([archived(50, 101)], { seq: 101, next_cursor: 'more' });
    const again = apply(stale, loading(archive), read(archive, first));
    expect(shownIds(again, archive)).toEqual(['n50']);
    expect(listOf(snapshotOf(again), archive).hasMore).toBe(true);
    const end = apply(again, loading(archive), read(archive, page([archived(40, 60)], { seq: 101 })));
    expect(shownIds(end, archive)).toEqual(['n50', 'n40']);
  });

  it('is read once more where the answer came before a further change, and not otherwise', () => {
    const overtaken = apply(stale, loading(archive), flags(102, { notification_id: 'n51', is_archived: true }));
    expect(isToBeRead(overtaken, archive)).toBe(false);
    expect(isToBeRead(apply(overtaken, read(archive, page([archived(50, 101)], { seq: 101 }))), archive)).toBe(true);
    const timely = page([archived(51, 102), archived(50, 101)], { seq: 102 });
    expect(isToBeRead(apply(overtaken, read(archive, timely)), archive)).toBe(false);
  });

  it('is read from its start, whatever was asked for further down', () => {
    const partly = page([archived(70, 80)], { seq: 100, next_cursor: 'more' });
    const start = apply(emptyFeed, { kind: 'reset', filter: {}, page: inbox }, read(archive, partly), loading(archive));
    const waiting = apply(start, flags(101, { is_archived: true }));
    expect(isToBeRead(waiting, archive)).toBe(false);
    const answered = apply(waiting, read(archive, page([archived(40, 60)], { seq: 100 })));
    expect(isToBeRead(answered, archive)).toBe(true);
    expect(shownIds(answered, archive)).toEqual(['n70']);
  });

  it('is not read again by itself after a failure', () => {
    const failed = apply(stale, loading(archive), { kind: 'list_failed', filter: archive, error: new Error('network') });
    expect(isToBeRead(failed, archive)).toBe(false);
    expect(listOf(snapshotOf(failed), archive).status).toBe('error');
  });
});
