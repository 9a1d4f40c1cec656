import { applyChange, changeFromFrame, changeFromSync, type FeedChange } from './feedChange';
import { emptyFeed, isReadFromStart, listKey, mayHaveEntered, newList, type FeedState } from './feedState';
import type { FeedFrame, FlagChange } from './frames';
import type { NotificationFilter, NotificationPage, SyncResult } from './notification';
import { stillPending, type PendingOperation } from './pendingOperations';

export type FeedAction =
  | { kind: 'frame'; frame: FeedFrame }
  | { kind: 'position'; epoch?: string; seq?: number; unreadCount?: number }
  | { kind: 'synced'; result: SyncResult }
  /** The first page, read to start or to start over. */
  | { kind: 'reset'; page: NotificationPage; filter: NotificationFilter }
  /** A further page, or the first of another list. */
  | { kind: 'page'; page: NotificationPage; filter: NotificationFilter }
  | { kind: 'list_loading'; filter: NotificationFilter }
  | { kind: 'list_failed'; filter: NotificationFilter; error: unknown }
  | { kind: 'operation_started'; operation: PendingOperation }
  | { kind: 'operation_settled'; id: number }
  | { kind: 'operations_dropped'; ids: readonly number[] };

/** Enough for any page in flight; what needs more is read again. */
const journalLimit = 500;

/** The only place where the feed changes, whether a socket frame, a REST answer or the user is the cause. */
export function feedReducer(state: FeedState, action: FeedAction): FeedState {
  const next = reduce(state, action);
  if (next === state || next.pending.length === 0) return next;
  const feed = { items: next.items, unreadCount: next.unread.count };
  const pending = stillPending(feed, next.pending);
  return pending.length === next.pending.length ? next : { ...next, pending };
}

function reduce(state: FeedState, action: FeedAction): FeedState {
  switch (action.kind) {
    case 'frame':
      return applyLive(state, changeFromFrame(action.frame));
    case 'position':
      return applyPosition(state, action.epoch, action.seq, action.unreadCount);
    case 'synced':
      return applySync(state, action.result);
    case 'reset':
      return applyReset(state, action.page, action.filter);
    case 'page':
      return applyPage(state, action.page, action.filter);
    case 'list_loading': {
      const list = state.lists[listKey(action.filter)] ?? newList;
      const cursor = list.stale ? null : list.cursor;
      return withList(state, action.filter, { ...list, cursor, status: 'loading', error: null, stale: false });
    }
    case 'list_failed': {
      const list = state.lists[listKey(action.filter)] ?? newList;
      return withList(state, action.filter, { ...list, status: 'error', error: action.error });
    }
    case 'operation_started':
      return { ...state, pending: [...state.pending, action.operation] };
    case 'operation_settled':
      return {
        ...state,
        pending: state.pending.map((o) => (o.id === action.id ? { ...o, settled: true } : o)),
      };
    case 'operations_dropped':
      return { ...state, pending: state.pending.filter((o) => !action.ids.includes(o.id)) };
  }
}

function applyLive(state: FeedState, change: FeedChange): FeedState {
  const duplicate =
    (state.loaded && change.seq <= state.seq) || state.journal.some((c) => c.seq === change.seq);
  return duplicate ? state : advance(absorb(state, [change]));
}

function applyPosition(state: FeedState, epoch?: string, seq = 0, unreadCount?: number): FeedState {
  const current = epoch !== undefined && state.epoch !== null && epoch !== state.epoch ? startOver(state, epoch) : state;
  return {
    ...current,
    epoch: epoch ?? current.epoch,
    knownSeq: Math.max(current.knownSeq, seq),
    unread: newerCount(current.unread, seq, unreadCount),
  };
}

function applySync(state: FeedState, result: SyncResult): FeedState {
  return advance(absorb({ ...state, seq: Math.max(state.seq, result.seq) }, [changeFromSync(result)]));
}

function applyReset(state: FeedState, page: NotificationPage, filter: NotificationFilter): FeedState {
  const current = state.epoch !== null && page.epoch !== state.epoch ? startOver(state, page.epoch) : state;
  const since = current.journal.filter((change) => change.seq > page.seq);
  const start: FeedState = {
    ...emptyFeed,
    epoch: page.epoch,
    seq: page.seq,
    knownSeq: Math.max(current.knownSeq, page.seq),
    loaded: true,
    items: new Map(page.notifications.map((n) => [n.id, n])),
    unread: { count: page.unread_count, seq: page.seq },
    journalFloor: page.seq,
    pending: current.pending,
  };
  return withPageRead(advance(absorb(start, since)), page, filter);
}

function applyPage(state: FeedState, page: NotificationPage, filter: NotificationFilter): FeedState {
  if (page.epoch !== state.epoch) return applyPosition(state, page.epoch, page.seq, page.unread_count);
  if (page.seq < state.journalFloor) return withoutList(state, filter);

  const contents = { items: new Map(state.items), tombstones: new Map(state.tombstones) };
  applyChange(contents, { seq: page.seq, whole: page.notifications }, true);
  const flags: FlagChange[] = [];
  for (const change of state.journal) {
    if (change.seq <= page.seq) continue;
    applyChange(contents, change, change.seq <= state.seq);
    if (change.seq <= state.seq) flags.push(...(change.flags ?? []));
  }
  const merged = {
    ...state,
    ...contents,
    knownSeq: Math.max(state.knownSeq, page.seq),
    unread: newerCount(state.unread, page.seq, page.unread_count),
  };
  return withStaleLists(withPageRead(merged, page, filter), [listKey(filter)], flags);
}

/** Takes in changes, whatever their order, and remembers them. What had come too early is applied again after them. */
function absorb(state: FeedState, changes: readonly FeedChange[]): FeedState {
  const contents = { items: new Map(state.items), tombstones: new Map(state.tombstones) };
  let { unread, knownSeq } = state;
  const all = [...state.journal, ...changes].toSorted((a, b) => a.seq - b.seq);
  const first = Math.min(...changes.map((change) => change.seq));
  const due = [...changes, ...state.journal.filter((change) => change.seq > first)].toSorted((a, b) => a.seq - b.seq);
  let { seq } = state;
  const flags: FlagChange[] = [];
  for (const change of due) {
    if (change.seq === seq + 1) seq = change.seq;
    applyChange(contents, change, change.seq <= seq);
    // Not those beyond a gap: recovery brings whole what they concern.
    if (change.seq > state.seq && change.seq <= seq) flags.push(...(change.flags ?? []));
  }
  for (const change of changes) {
    unread = newerCount(unread, change.seq, change.unreadCount);
    knownSeq = Math.max(knownSeq, change.seq);
  }
  const dropped = all.slice(0, Math.max(0, all.length - journalLimit));
  const absorbed = {
    ...state,
    ...contents,
    unread,
    knownSeq,
    journal: all.slice(dropped.length),
    journalFloor: Math.max(state.journalFloor, dropped.at(-1)?.seq ?? 0),
  };
  // The journal will tell a list that is being read from its start whether the answer has come too early.
  const read = Object.entries(state.lists).filter(([, list]) => !isReadFromStart(list));
  return withStaleLists(absorbed, read.map(([key]) => key), flags);
}

/** Moves the position over everything that is now known without a hole. */
function advance(state: FeedState): FeedState {
  if (!state.loaded) return state;
  let { seq } = state;
  for (const change of state.journal) {
    if (change.seq === seq + 1) seq = change.seq;
  }
  return seq === state.seq ? state : { ...state, seq };
}

/** Positions of another epoch mean nothing here; what is on screen stays until the new list is read. */
function startOver(state: FeedState, epoch: string): FeedState {
  return { ...emptyFeed, epoch, items: state.items, lists: state.lists, pending: state.pending };
}

function newerCount(unread: FeedState['unread'], seq: number, count?: number): FeedState['unread'] {
  return count === undefined || seq < unread.seq ? unread : { count, seq };
}

function withPageRead(state: FeedState, page: NotificationPage, filter: NotificationFilter): FeedState {
  const before = state.lists[listKey(filter)] ?? newList;
  // Further down it may go on from what is no longer so: the list is read from its start first.
  if (before.stale) return withList(state, filter, { ...before, status: 'ready', error: null });
  const above = before.cursor === null ? Infinity : before.floor;
  const floor = page.next_cursor === null ? 0 : Math.min(above, ...page.notifications.map((n) => n.seq));
  return withList(state, filter, { ...before, status: 'ready', error: null, cursor: page.next_cursor, floor });
}

/** Flags cannot show what is not held here: the lists it may have come into are to be read again. */
function withStaleLists(state: FeedState, keys: readonly string[], flags: readonly FlagChange[]): FeedState {
  const notHeld = flags.filter(({ notification_id: id }) => !state.items.has(id) && !state.tombstones.has(id));
  const entered = keys.filter((key) => notHeld.some((change) => mayHaveEntered(key, change)));
  if (entered.length === 0) return state;
  const lists = { ...state.lists };
  for (const key of entered) lists[key] = { ...(lists[key] ?? newList), stale: true };
  return { ...state, lists };
}

function withList(state: FeedState, filter: NotificationFilter, list: FeedState['lists'][string]): FeedState {
  return { ...state, lists: { ...state.lists, [listKey(filter)]: list } };
}

function withoutList(state: FeedState, filter: NotificationFilter): FeedState {
  const { [listKey(filter)]: _, ...lists } = state.lists;
  return { ...state, lists };
}
