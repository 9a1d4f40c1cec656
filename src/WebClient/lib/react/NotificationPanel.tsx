import { useState, type Ref } from 'react';
import type { NotificationFilter } from '../client/notification';
import { BrowserNotifications } from './BrowserNotificationsOffer';
import { useHotGigs } from './HotGigsProvider';
import { InProgress } from './InProgress';
import { LiveAnnouncer } from './LiveAnnouncer';
import { NotificationList } from './NotificationList';
import { NotificationTabs } from './NotificationTabs';
import { Offline } from './OfflineNotice';
import { PanelFooter } from './PanelFooter';
import { PanelHeader } from './PanelHeader';
import { useFeedActions } from './useFeedActions';
import { useNotifications } from './useNotifications';

interface NotificationPanelProps {
  ref: Ref<HTMLDivElement>;
  /** Whether it covers the page, so that nothing else can be reached. */
  isSheet: boolean;
  onClose: () => void;
  onNavigate: (path: string) => void;
  allNotificationsPath?: string;
}

/** What the bell opens. */
export function NotificationPanel({ ref, isSheet, onClose, onNavigate, allNotificationsPath }: NotificationPanelProps) {
  const { texts, parts } = useHotGigs();
  const { Header = PanelHeader, Tabs = NotificationTabs, Footer = PanelFooter } = parts;
  const [filter, setFilter] = useState<NotificationFilter>({});
  const { type } = filter;
  const { notifications, hasMore, unreadCount } = useNotifications({ type });
  // Of one kind the server gives no count: there may be some further down.
  const canMarkRead = unreadCount > 0 && (type === undefined || hasMore || notifications.some((n) => !n.is_read));
  const actions = useFeedActions();

  return (
    <div ref={ref} className="hg-panel" role="dialog" aria-modal={isSheet || undefined} aria-label={texts.title} tabIndex={-1}>
      {/* In here while it is open: what is outside a modal dialog is not read aloud. */}
      <LiveAnnouncer />
      <Header
        unreadCount={unreadCount}
        type={type}
        canMarkRead={canMarkRead}
        onMarkAllRead={() => actions.markAllRead(type)}
        onClose={onClose}
      />
      <Tabs filter={filter} onChange={setFilter} />
      <div className="hg-panel-body">
        <Offline />
        <BrowserNotifications />
        <InProgress />
        <NotificationList filter={filter} actions={actions} onNavigate={onNavigate} />
      </div>
      {allNotificationsPath && <Footer path={allNotificationsPath} onNavigate={onNavigate} />}
    </div>
  );
}
