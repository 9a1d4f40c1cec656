import { useDeferredValue, useMemo } from 'react';
import { listKey } from '../client/feedState';
import type { Notification, NotificationFilter } from '../client/notification';
import { Feed } from './Feed';
import { useHotGigs } from './HotGigsProvider';
import { focusNeighbour, focusStart } from './listFocus';
import { ListEmpty, ListError, ListLoading } from './ListStates';
import { NewArrivals } from './NewArrivals';
import { ProblemRow } from './ProblemRow';
import { UndoRow } from './UndoRow';
import { useBroughtFocus } from './useBroughtFocus';
import { useFeedActions, type FeedActions } from './useFeedActions';
import { useHeldArrivals } from './useHeldArrivals';
import { useNotifications } from './useNotifications';
import { useStableCallback } from './useStableCallback';
import { useUndoKey } from './useUndoKey';

export interface NotificationListProps {
  filter?: NotificationFilter;
  /** Goes to a path of this site. */
  onNavigate: (path: string) => void;
  /** Of `useFeedActions`, where other parts of the page act on the same list; its own unless said. */
  actions?: FeedActions;
  emptyTitle?: string;
  emptyHint?: string;
}

/** More than these are not rendered within a frame. */
const manyRows = 100;

/** A list of notifications in all its states: loading, empty, failed, full, and longer than the screen. */
export function NotificationList({ filter = {}, onNavigate, actions, emptyTitle, emptyHint }: NotificationListProps) {
  const { texts, parts } = useHotGigs();
  const { Arrivals = NewArrivals, Problem = ProblemRow, Undo = UndoRow } = parts;
  const { Empty = ListEmpty, Error: Failed = ListError, Loading = ListLoading } = parts;
  const feed = useNotifications(filter);
  const own = useFeedActions();
  const act = actions ?? own;
  const { problem, undoable } = act;
  const { list, top, handlers, shown, heldCount, release } = useHeldArrivals(feed.notifications);
  // Many rows are rendered in slices, between which the page goes on: bell, buttons and scrolling do not wait.
  const key = listKey(filter);
  const deferred = useDeferredValue(useMemo(() => ({ key, shown }), [key, shown]));
  // What is still to be rendered of another list is not this one's.
  const rendered = shown.length > manyRows && deferred.key === key ? deferred.shown : shown;

  const open = useStableCallback((notification: Notification, path: string | null) => {
    act.markRead([notification]);
    if (path !== null) onNavigate(path);
  });
  const toggleArchived = useStableCallback((notification: Notification) => {
    focusNeighbour(list.current);
    act.toggleArchived(notification);
  });
  const remove = useStableCallback((notification: Notification) => {
    focusNeighbour(list.current);
    act.remove(notification);
  });

  const focusBrought = useBroughtFocus(list, rendered === shown);
  const undo = () => {
    focusBrought(undoable?.notificationId);
    act.undo();
  };
  useUndoKey(undoable, undo);
  const showArrivals = () => {
    focusBrought(feed.notifications[0]?.id);
    release();
  };
  const dismissProblem = () => {
    focusStart(list.current);
    act.dismissProblem();
  };

  const { status, hasMore, loadMore } = feed;
  const isEmpty = feed.notifications.length === 0;
  const isChoice = filter.unreadOnly || filter.archived || filter.type !== undefined;
  return (
    <div ref={list} {...handlers}>
      <div ref={top} className="hg-list-top" />
      {problem !== null && <Problem problem={problem} onDismiss={dismissProblem} />}
      {heldCount > 0 && (
        <div className="hg-new-place">
          <Arrivals count={heldCount} onShow={showArrivals} />
        </div>
      )}
      {isEmpty && status === 'loading' && <Loading />}
      {isEmpty && status === 'ready' && !hasMore && (
        <Empty
          title={emptyTitle ?? (isChoice ? texts.emptyChoiceTitle : texts.emptyTitle)}
          hint={emptyHint ?? (isChoice ? texts.emptyChoiceHint : texts.emptyHint)}
        />
      )}
      {(rendered.length > 0 || hasMore) && (
        <Feed
          key={key}
          notifications={rendered}
          hasMore={hasMore && status !== 'error'}
          busy={status === 'loading'}
          onOpen={open}
          onToggleRead={act.toggleRead}
          onToggleArchived={toggleArchived}
          onRemove={remove}
          onMarkRead={act.markRead}
          onLoadMore={loadMore}
        />
      )}
      {status === 'error' && <Failed onRetry={() => void loadMore()} />}
      {undoable !== null && <Undo what={undoable.what} onUndo={undo} />}
    </div>
  );
}
