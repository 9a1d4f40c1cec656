import { Archive, ArchiveRestore, Mail, MailOpen, Trash2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Notification } from '../client/notification';
import { presenterOf } from '../presenters';
import { useHotGigs } from './HotGigsProvider';
import { RelativeTime } from './RelativeTime';
import { isBrowserClick, sitePath } from './siteLink';

export interface NotificationItemProps {
  notification: Notification;
  onOpen: (notification: Notification, path: string | null) => void;
  onToggleRead: (notification: Notification) => void;
  onToggleArchived: (notification: Notification) => void;
  onRemove: (notification: Notification) => void;
}

export function NotificationItem(props: NotificationItemProps) {
  const { notification, onOpen, onToggleRead, onToggleArchived, onRemove } = props;
  const { texts } = useHotGigs();
  const { title, message, is_read: isRead, is_archived: isArchived, type, created_at: createdAt } = notification;
  const { icon: Icon, tone } = presenterOf(type);
  const path = sitePath(notification.action_url);

  const open = (event: MouseEvent) => {
    if (path !== null && isBrowserClick(event)) return;
    event.preventDefault();
    onOpen(notification, path);
  };
  const tools = [
    isRead
      ? { icon: Mail, label: texts.markUnread(title), hint: texts.markUnreadHint, act: onToggleRead }
      : { icon: MailOpen, label: texts.markRead(title), hint: texts.markReadHint, act: onToggleRead },
    isArchived
      ? { icon: ArchiveRestore, label: texts.unarchive(title), hint: texts.unarchiveHint, act: onToggleArchived }
      : { icon: Archive, label: texts.archive(title), hint: texts.archiveHint, act: onToggleArchived },
    { icon: Trash2, label: texts.remove(title), hint: texts.removeHint, act: onRemove },
  ];

  const body = (
    <>
      <span className="hg-item-title">
        {!isRead && <span className="hg-visually-hidden">{texts.unread}: </span>}
        {title}
      </span>
      <span className="hg-item-message">{message}</span>
      <span className="hg-item-time">
        <RelativeTime value={createdAt} />
      </span>
    </>
  );

  return (
    <div className="hg-item" data-testid="notification-item" data-unread={!isRead} data-type={type}>
      <span className="hg-item-icon" data-tone={tone} aria-hidden="true">
        <Icon size={17} strokeWidth={2} />
      </span>
      {path !== null ? (
        <a className="hg-item-link" href={path} onClick={open}>
          {body}
        </a>
      ) : (
        <button type="button" className="hg-item-link" onClick={open}>
          {body}
        </button>
      )}
      <span className="hg-item-actions">
        {tools.map(({ icon: ToolIcon, label, hint, act }) => (
          <button
            key={hint}
            type="button"
            className="hg-icon-button"
            aria-label={label}
            title={hint}
            onClick={() => act(notification)}
          >
            <ToolIcon size={16} />
          </button>
        ))}
      </span>
      {!isRead && <span className="hg-item-dot" aria-hidden="true" />}
    </div>
  );
}
