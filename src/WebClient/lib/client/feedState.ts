import type { FeedChange } from './feedChange';
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

export const newList: FeedList = { status: 'loading', error: null, cursor: null, floor: Infinity };

export function listKey(filter: NotificationFilter): string {
  return `${filter.archived ? 'archived:' : ''}${filter.unreadOnly ? 'unread' : 'all'}:${filter.type ?? ''}`;
}

/** Whether the server is known to be ahead of this state. */
export function isBehind(state: FeedState): boolean {
  return !state.loaded || state.knownSeq > state.seq;
}
