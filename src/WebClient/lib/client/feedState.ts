import type { FeedChange } from './feedChange';
import type { FlagChange } from './frames';
import type { Notification, NotificationFilter } from './notification';
import type { PendingOperation } from './pendingOperations';

export type ListStatus = 'loading' | 'ready' | 'error';

/** How far one filtered list has been read. */
export interface FeedList {
  status: ListStatus;
  error: unknown;
  cursor: string | null;
  /** The oldest position read: below it, the list has holes. 0 when it was read to its end. */
  floor: number;
  /** Something came into it that is not held here: it has to be read again from its start. Until then it stays as it is. */
  stale: boolean;
}

export interface FeedState {
  epoch: string | null;
  /** Position up to which every change is known. */
  seq: number;
  /** Highest position heard of. Above `seq`, something was missed. */
  knownSeq: number;
  /** Whether the first page was read in this epoch. */
  loaded: boolean;
  items: ReadonlyMap<string, Notification>;
  tombstones: ReadonlyMap<string, number>;
  unread: { count: number; seq: number };
  /** Recent changes in order of position, replayed onto a page that was read before they happened. */
  journal: readonly FeedChange[];
  /** Pages older than this cannot be brought up to date by the journal. */
  journalFloor: number;
  lists: Readonly<Record<string, FeedList>>;
  pending: readonly PendingOperation[];
}

export const emptyFeed: FeedState = {
  epoch: null,
  seq: 0,
  knownSeq: 0,
  loaded: false,
  items: new Map(),
  tombstones: new Map(),
  unread: { count: 0, seq: 0 },
  journal: [],
  journalFloor: 0,
  lists: {},
  pending: [],
};

export const newList: FeedList = { status: 'loading', error: null, cursor: null, floor: Infinity, stale: false };

export function listKey(filter: NotificationFilter): string {
  return `${filter.archived ? 'archived:' : ''}${filter.unreadOnly ? 'unread' : 'all'}:${filter.type ?? ''}`;
}

/** Whether a list that is shown has to be read without anybody asking for more. After a failure, that is up to the user. */
export function isToBeRead(state: FeedState, filter: NotificationFilter): boolean {
  const list = state.lists[listKey(filter)];
  return state.loaded && (list === undefined || (list.stale && list.status === 'ready'));
}

/** Whether an answer is awaited that will be the start of this list. */
export function isReadFromStart(list: FeedList): boolean {
  return list.status === 'loading' && list.cursor === null;
}

/**
 * Whether a notification may have come into a list with these flags: put away, or marked unread. Flags name no type,
 * so it may be one of any type. What comes back from the archive comes whole, and needs no reading.
 */
export function mayHaveEntered(key: string, { is_read, is_archived }: FlagChange): boolean {
  const isOfAnyType = (filter: NotificationFilter) => key.startsWith(listKey(filter));
  return (
    (is_archived && isOfAnyType({ archived: true })) ||
    (!is_read && isOfAnyType({ archived: is_archived, unreadOnly: true }))
  );
}

/** Whether the server is known to be ahead of this state. */
export function isBehind(state: FeedState): boolean {
  return !state.loaded || state.knownSeq > state.seq;
}
