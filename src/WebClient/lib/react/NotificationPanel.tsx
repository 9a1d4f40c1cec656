import { CheckCheck, X } from 'lucide-react';
import { useState, type Ref } from 'react';
import type { NotificationFilter } from '../client/notification';
import { BrowserNotificationsOffer } from './BrowserNotificationsOffer';
import { useHotGigs } from './HotGigsProvider';
import { InProgress } from './InProgress';
import { NotificationList } from './NotificationList';
import { NotificationTabs } from './NotificationTabs';
import { OfflineNotice } from './OfflineNotice';
import { isBrowserClick } from './siteLink';
import { useFeedActions } from './useFeedActions';
import { useNotifications } from './useNotifications';

interface NotificationPanelProps {
  ref: Ref<HTMLDivElement>;
  onClose: () => void;
  onNavigate: (path: string) => void;
  allNotificationsPath?: string;
}

/** What the bell opens. */
export function NotificationPanel({ ref, onClose, onNavigate, allNotificationsPath }: NotificationPanelProps) {
  const { texts } = useHotGigs();
  const [filter, setFilter] = useState<NotificationFilter>({});
  const { unreadCount } = useNotifications();
  const actions = useFeedActions();

  return (
    <div ref={ref} className="hg-panel" role="dialog" aria-label={texts.title} tabIndex={-1}>
      <div className="hg-panel-header">
        <h2 className="hg-panel-title">{texts.title}</h2>
        {unreadCount > 0 && <span className="hg-panel-count">{texts.unreadCount(unreadCount)}</span>}
        <button
          type="button"
          className="hg-link-button hg-panel-mark-all"
          data-testid="mark-all-read"
          disabled={unreadCount === 0}
          onClick={() => actions.markAllRead(filter.type)}
        >
          <CheckCheck size={15} aria-hidden="true" />
          {texts.markAllRead}
        </button>
        <button type="button" className="hg-icon-button hg-panel-close" aria-label={texts.close} onClick={onClose}>
          <X size={18} />
        </button>
      </div>
      <NotificationTabs filter={filter} onChange={setFilter} />
      <div className="hg-panel-body">
        <OfflineNotice />
        <BrowserNotificationsOffer />
        <InProgress />
        <NotificationList filter={filter} actions={actions} onNavigate={onNavigate} />
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
    </div>
  );
}
