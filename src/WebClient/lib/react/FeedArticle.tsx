import type { ReactNode } from 'react';
import { labelOf } from '../presenters';
import type { FeedLine } from './feedLines';
import { useHotGigs } from './HotGigsProvider';

interface FeedArticleProps {
  line: FeedLine;
  /** In the feed, from 1. */
  position: number;
  /** Of the feed; -1 while it is not known. */
  size: number;
  children: ReactNode;
}

/** One line of the feed as those who listen to it need it: what it is, and where in the feed it stands. */
export function FeedArticle({ line, position, size, children }: FeedArticleProps) {
  const { texts } = useHotGigs();
  const [first, label] =
    line.kind === 'item'
      ? [line.notification, line.notification.title]
      : [line.notifications[0]!, texts.folded(labelOf(line.notifications[0]!.type, texts), line.notifications.length)];
  const hasUnread = line.kind === 'item' ? !first.is_read : line.notifications.some((n) => !n.is_read);
  return (
    <article
      className="hg-article"
      tabIndex={-1}
      data-id={line.kind === 'item' ? first.id : undefined}
      data-open={line.kind === 'fold' ? line.isOpen : undefined}
      data-within={line.kind === 'item' && line.isWithinFold ? true : undefined}
      aria-label={`${hasUnread ? `${texts.unread}: ` : ''}${label}. ${first.message}`}
      aria-posinset={position}
      aria-setsize={size}
    >
      {children}
    </article>
  );
}
