import { useRef, type KeyboardEvent } from 'react';
import type { Notification, NotificationFilter } from '../client/notification';
import { texts } from '../texts';
import { ListEmpty, ListError, ListLoading } from './ListStates';
import { LoadMore } from './LoadMore';
import { NotificationItem } from './NotificationItem';
import { useAction } from './useAction';
import { useNotifications } from './useNotifications';
import { UndoRow } from './UndoRow';
import { useUndo } from './useUndo';

export interface NotificationListProps {
  filter?: NotificationFilter;
  /** Goes to a path of this site. */
  onNavigate: (path: string) => void;
  emptyTitle?: string;
  emptyHint?: string;
}

/** A list of notifications in all its states: loading, empty, failed, full, and longer than the screen. */
export function NotificationList({ filter, onNavigate, emptyTitle, emptyHint }: NotificationListProps) {
  const list = useNotifications(filter);
  const action = useAction();
  const undo = useUndo();
  const listElement = useRef<HTMLUListElement>(null);

  const open = (notification: Notification, path: string | null) => {
    if (!notification.is_read) void action.run(() => list.markRead(notification.id));
    if (path !== null) onNavigate(path);
  };
  const toggleRead = ({ id, is_read }: Notification) =>
    void action.run(() => (is_read ? list.markUnread(id) : list.markRead(id)));
  const remove = (notification: Notification) => {
    focusNeighbour(listElement.current);
    undo.offer(notification);
    void action.run(() => list.remove(notification.id));
  };
  const restore = ({ id }: Notification) => {
    undo.withdraw();
    void action.run(() => list.restore(id));
  };

  const { notifications, status, hasMore } = list;
  const isEmpty = notifications.length === 0;
  return (
    <div>
      {action.problem !== null && (
        <div className="hg-alert" role="alert">
          <span>{action.problem}</span>
          <button type="button" className="hg-link-button" onClick={action.dismiss}>
            {texts.dismiss}
          </button>
        </div>
      )}
      {undo.removed !== null && action.problem === null && <UndoRow removed={undo.removed} onUndo={restore} />}
      {isEmpty && status === 'loading' && <ListLoading />}
      {isEmpty && status === 'ready' && !hasMore && <ListEmpty title={emptyTitle} hint={emptyHint} />}
      {!isEmpty && (
        <ul ref={listElement} className="hg-items" onKeyDown={moveFocus}>
          {notifications.map((notification) => (
            <NotificationItem
              key={notification.id}
              notification={notification}
              onOpen={open}
              onToggleRead={toggleRead}
              onRemove={remove}
            />
          ))}
        </ul>
      )}
      {status === 'error' && <ListError onRetry={() => void list.loadMore()} />}
      {hasMore && status !== 'error' && (
        <LoadMore busy={status === 'loading'} onLoad={() => void list.loadMore()} />
      )}
    </div>
  );
}

/** The item with the focus is about to go: its neighbour takes over, so that the keyboard keeps its place. */
function focusNeighbour(list: HTMLElement | null): void {
  const item = document.activeElement?.closest('.hg-item');
  if (!list || !item) return;
  const neighbour = item.nextElementSibling ?? item.previousElementSibling;
  neighbour?.querySelector<HTMLElement>('.hg-item-link')?.focus();
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.hg-item-link')];
  const item = (event.target as HTMLElement).closest('.hg-item');
  const current = all.findIndex((link) => link.closest('.hg-item') === item);
  const targets: Record<string, number> = {
    ArrowDown: Math.min(current + 1, all.length - 1),
    ArrowUp: Math.max(current - 1, 0),
    Home: 0,
    End: all.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  all[target]?.focus();
}
