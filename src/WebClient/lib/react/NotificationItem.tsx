import { Mail, MailOpen, Trash2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Notification } from '../client/notification';
import { presenterOf } from '../presenters';
import { texts } from '../texts';
import { RelativeTime } from './RelativeTime';
import { isBrowserClick, sitePath } from './siteLink';

export interface NotificationItemProps {
  notification: Notification;
  onOpen: (notification: Notification, path: string | null) => void;
  onToggleRead: (notification: Notification) => void;
  onRemove: (notification: Notification) => void;
}

export function NotificationItem({ notification, onOpen, onToggleRead, onRemove }: NotificationItemProps) {
  const { title, message, is_read: isRead, type, created_at: createdAt } = notification;
  const { icon: Icon, tone } = presenterOf(type);
  const path = sitePath(notification.action_url);

  const open = (event: MouseEvent) => {
    if (path !== null && isBrowserClick(event)) return;
    event.preventDefault();
    onOpen(notification, path);
  };

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
    <li className="hg-item" data-testid="notification-item" data-unread={!isRead} data-type={type}>
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
        <button
          type="button"
          className="hg-icon-button"
          aria-label={isRead ? texts.markUnread(title) : texts.markRead(title)}
          title={isRead ? texts.markUnreadHint : texts.markReadHint}
          onClick={() => onToggleRead(notification)}
        >
          {isRead ? <Mail size={16} /> : <MailOpen size={16} />}
        </button>
        <button
          type="button"
          className="hg-icon-button"
          aria-label={texts.remove(title)}
          title={texts.removeHint}
          onClick={() => onRemove(notification)}
        >
          <Trash2 size={16} />
        </button>
      </span>
      {!isRead && <span className="hg-item-dot" aria-hidden="true" />}
    </li>
  );
}
