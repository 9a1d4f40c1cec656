import { memo, useMemo, useState } from 'react';
import type { Notification } from '../client/notification';
import { foldNotifications } from '../foldNotifications';
import { FeedArticle } from './FeedArticle';
import { feedLines } from './feedLines';
import { FoldedItems } from './FoldedItems';
import { useHotGigs } from './HotGigsProvider';
import { moveFocus } from './listFocus';
import { LoadMore } from './LoadMore';
import { NotificationItem, type NotificationItemProps } from './NotificationItem';

interface FeedProps extends Omit<NotificationItemProps, 'notification'> {
  /** Newest first. */
  notifications: readonly Notification[];
  /** Whether there are older ones on the server. */
  hasMore: boolean;
  busy: boolean;
  onMarkRead: (notifications: readonly Notification[]) => void;
  onLoadMore: () => Promise<void>;
}

/** So many lines are put on the page at once; the next as they come near. */
const linesAtOnce = 40;

/** Renders again only when the notification itself has changed. */
const Item = memo(function Item(props: NotificationItemProps) {
  const { Item: Part = NotificationItem } = useHotGigs().parts;
  return <Part {...props} />;
});

/** Articles in the order of their arrival, which go on as one scrolls. */
export const Feed = memo(function Feed({ notifications, hasMore, busy, onMarkRead, onLoadMore, ...actions }: FeedProps) {
  const { texts, parts } = useHotGigs();
  const { Fold = FoldedItems } = parts;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(linesAtOnce);
  const folds = useMemo(() => foldNotifications(notifications), [notifications]);
  const lines = useMemo(() => feedLines(folds, opened), [folds, opened]);
  const shown = lines.slice(0, limit);
  const hasMoreHere = lines.length > shown.length;

  const toggle = (notifications: readonly Notification[], isOpen: boolean) =>
    setOpened((before) => {
      const held = new Set(notifications.map(({ id }) => id));
      return isOpen ? new Set([...before].filter((id) => !held.has(id))) : new Set([...before, notifications.at(-1)!.id]);
    });
  const loadMore = () => {
    setLimit(shown.length + linesAtOnce);
    if (!hasMoreHere) void onLoadMore();
  };
  return (
    <>
      <div role="feed" className="hg-items" aria-label={texts.title} aria-busy={busy} onKeyDown={moveFocus}>
        {shown.map((line, index) => (
          <FeedArticle key={line.key} line={line} position={index + 1} size={hasMore ? -1 : lines.length}>
            {line.kind === 'item' ? (
              <Item notification={line.notification} {...actions} />
            ) : (
              <Fold
                notifications={line.notifications}
                isOpen={line.isOpen}
                onToggle={() => toggle(line.notifications, line.isOpen)}
                onMarkRead={onMarkRead}
              />
            )}
          </FeedArticle>
        ))}
      </div>
      {(hasMoreHere || hasMore) && <LoadMore busy={busy && !hasMoreHere} lines={shown.length} onLoad={loadMore} />}
    </>
  );
});
