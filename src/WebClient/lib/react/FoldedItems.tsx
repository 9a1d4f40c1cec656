import { ChevronDown, MailOpen } from 'lucide-react';
import type { Notification } from '../client/notification';
import { labelOf, presenterOf } from '../presenters';
import { useHotGigs } from './HotGigsProvider';
import { RelativeTime } from './RelativeTime';

export interface FoldedItemsProps {
  /** Of one kind, newest first; never empty. */
  notifications: readonly Notification[];
  /** Whether they follow it in the list. */
  isOpen: boolean;
  onToggle: () => void;
  onMarkRead: (notifications: readonly Notification[]) => void;
}

/** Many of one kind as one line that opens. */
export function FoldedItems({ notifications, isOpen, onToggle, onMarkRead }: FoldedItemsProps) {
  const { texts } = useHotGigs();
  const newest = notifications[0]!;
  const { icon: Icon, tone } = presenterOf(newest.type);
  const title = texts.folded(labelOf(newest.type, texts), notifications.length);
  const hasUnread = notifications.some((n) => !n.is_read);

  return (
    <div className="hg-item" data-testid="notification-fold" data-unread={hasUnread} data-type={newest.type}>
      <span className="hg-item-icon hg-item-icon-many" data-tone={tone} aria-hidden="true">
        <Icon size={17} strokeWidth={2} />
      </span>
      <button type="button" className="hg-item-link" aria-expanded={isOpen} onClick={onToggle}>
        <span className="hg-item-title">
          {hasUnread && <span className="hg-visually-hidden">{texts.unread}: </span>}
          {title}
        </span>
        <span className="hg-item-message">
          {newest.message} <span className="hg-item-more">{texts.andMore(notifications.length - 1)}</span>
        </span>
        <span className="hg-item-time">
          <RelativeTime value={newest.created_at} />
        </span>
      </button>
      <span className="hg-item-actions">
        {hasUnread && (
          <button
            type="button"
            className="hg-icon-button"
            aria-label={texts.markRead(title)}
            title={texts.markReadHint}
            onClick={() => onMarkRead(notifications)}
          >
            <MailOpen size={16} />
          </button>
        )}
      </span>
      <ChevronDown className="hg-fold-mark" size={16} aria-hidden="true" />
      {hasUnread && <span className="hg-item-dot" aria-hidden="true" />}
    </div>
  );
}
