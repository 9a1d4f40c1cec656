import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { Notification, NotificationFilter } from '../client/notification';
import { foldNotifications } from '../foldNotifications';
import { FoldedItems } from './FoldedItems';
import { useHotGigs } from './HotGigsProvider';
import { focusNeighbour, moveFocus } from './listFocus';
import { ListEmpty, ListError, ListLoading } from './ListStates';
import { LoadMore } from './LoadMore';
import { NotificationItem } from './NotificationItem';
import { UndoRow } from './UndoRow';
import { useFeedActions, type FeedActions } from './useFeedActions';
import { useHeldArrivals } from './useHeldArrivals';
import { useNotifications } from './useNotifications';

export interface NotificationListProps {
  filter?: NotificationFilter;
  /** Goes to a path of this site. */
  onNavigate: (path: string) => void;
  /** Of `useFeedActions`, where other parts of the page act on the same list; its own unless said. */
  actions?: FeedActions;
  emptyTitle?: string;
  emptyHint?: string;
}

/** A list of notifications in all its states: loading, empty, failed, full, and longer than the screen. */
export function NotificationList({ filter = {}, onNavigate, actions, emptyTitle, emptyHint }: NotificationListProps) {
  const { texts, parts } = useHotGigs();
  const { Item = NotificationItem, Empty = ListEmpty, Error: Failed = ListError, Loading = ListLoading } = parts;
  const feed = useNotifications(filter);
  const own = useFeedActions();
  const { problem, dismissProblem, undoable, undo, ...act } = actions ?? own;
  const { list, top, handlers, shown, heldCount, release } = useHeldArrivals(feed.notifications);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const open = (notification: Notification, path: string | null) => {
    act.markRead([notification]);
    if (path !== null) onNavigate(path);
  };
  const leaving = (action: (notification: Notification) => void) => (notification: Notification) => {
    focusNeighbour(list.current);
    action(notification);
  };
  const item = (notification: Notification) => (
    <Item
      key={notification.id}
      notification={notification}
      onOpen={open}
      onToggleRead={act.toggleRead}
      onToggleArchived={leaving(act.toggleArchived)}
      onRemove={leaving(act.remove)}
    />
  );
  const toggle = (key: string) =>
    setOpened((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]));

  const { status, hasMore } = feed;
  const folds = foldNotifications(shown);
  const isEmpty = feed.notifications.length === 0;
  const isChoice = filter.unreadOnly || filter.archived || filter.type !== undefined;
  return (
    <div ref={list} {...handlers}>
      <div ref={top} className="hg-list-top" />
      {problem !== null && (
        <div className="hg-alert" role="alert">
          <span>{problem}</span>
          <button type="button" className="hg-link-button" onClick={dismissProblem}>
            {texts.dismiss}
          </button>
        </div>
      )}
      {heldCount > 0 && (
        <div className="hg-new-place">
          <button type="button" className="hg-new" data-testid="new-notifications" onClick={release}>
            <ArrowUp size={14} aria-hidden="true" />
            {texts.newOnes(heldCount)}
          </button>
        </div>
      )}
      {isEmpty && status === 'loading' && <Loading />}
      {isEmpty && status === 'ready' && !hasMore && (
        <Empty
          title={emptyTitle ?? (isChoice ? texts.emptyChoiceTitle : texts.emptyTitle)}
          hint={emptyHint ?? (isChoice ? texts.emptyChoiceHint : texts.emptyHint)}
        />
      )}
      {shown.length > 0 && (
        <ul className="hg-items" onKeyDown={moveFocus}>
          {folds.map(({ key, notifications }) =>
            notifications.length === 1 ? (
              item(notifications[0]!)
            ) : (
              <FoldedItems
                key={key}
                notifications={notifications}
                isOpen={opened.has(key)}
                onToggle={() => toggle(key)}
                onMarkRead={act.markRead}
              >
                {opened.has(key) && notifications.map(item)}
              </FoldedItems>
            ),
          )}
        </ul>
      )}
      {status === 'error' && <Failed onRetry={() => void feed.loadMore()} />}
      {hasMore && status !== 'error' && (
        <LoadMore busy={status === 'loading'} lines={folds.length} onLoad={() => void feed.loadMore()} />
      )}
      {undoable !== null && problem === null && <UndoRow what={undoable.what} onUndo={undo} />}
    </div>
  );
}
