import * as Popover from '@radix-ui/react-popover';
import { CheckCheck, X } from 'lucide-react';
import { texts } from '../texts';
import type { NotificationCenterProps } from './NotificationCenter';
import { NotificationList } from './NotificationList';
import { isBrowserClick } from './siteLink';
import { useAction } from './useAction';
import { useNotifications } from './useNotifications';

/** What the bell opens. */
export function NotificationPanel({ onNavigate, allNotificationsPath }: NotificationCenterProps) {
  const { unreadCount, markAllRead } = useNotifications();
  const action = useAction();

  return (
    <>
      <div className="hg-panel-header">
        <h2 className="hg-panel-title">{texts.title}</h2>
        {unreadCount > 0 && <span className="hg-panel-count">{texts.unreadCount(unreadCount)}</span>}
        <button
          type="button"
          className="hg-link-button hg-panel-mark-all"
          data-testid="mark-all-read"
          disabled={unreadCount === 0}
          onClick={() => void action.run(() => markAllRead())}
        >
          <CheckCheck size={15} aria-hidden="true" />
          {texts.markAllRead}
        </button>
        <Popover.Close className="hg-icon-button hg-panel-close" aria-label={texts.close}>
          <X size={18} />
        </Popover.Close>
      </div>
      <div className="hg-panel-body">
        {action.problem !== null && (
          <div className="hg-alert" role="alert">
            {action.problem}
          </div>
        )}
        <NotificationList onNavigate={onNavigate} />
      </div>
      {allNotificationsPath && (
        <div className="hg-panel-footer">
          <a
            href={allNotificationsPath}
            onClick={(event) => {
              if (isBrowserClick(event)) return;
              event.preventDefault();
              onNavigate(allNotificationsPath);
            }}
          >
            {texts.seeAll}
          </a>
        </div>
      )}
    </>
  );
}
