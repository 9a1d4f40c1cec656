import { useNavigate, useSearchParams } from 'react-router';
import {
  InProgress,
  NotificationList,
  NotificationTabs,
  useFeedActions,
  useNotifications,
  type NotificationFilter,
} from '../../../lib/react';
import { texts } from '../../texts';
import { PageHeader } from '../../ui/PageHeader';

export default function NotificationsPage() {
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const show = parameters.get('show');
  const type = parameters.get('type') ?? undefined;
  const filter: NotificationFilter = { unreadOnly: show === 'unread', archived: show === 'archived', type };
  const { unreadCount } = useNotifications();
  const actions = useFeedActions();

  const change = (next: NotificationFilter) => {
    const wanted = next.archived ? 'archived' : next.unreadOnly ? 'unread' : null;
    setParameters({ ...(wanted && { show: wanted }), ...(next.type && { type: next.type }) }, { replace: true });
  };

  return (
    <div className="page page-narrow">
      <PageHeader title={texts.notifications.title}>
        {/* Not disabled: the focus of whoever has just pressed it would be lost. */}
        <button
          type="button"
          className="button"
          aria-disabled={unreadCount === 0}
          onClick={() => unreadCount > 0 && actions.markAllRead(type)}
        >
          {type ? texts.notifications.markTypeRead : texts.notifications.markAllRead}
        </button>
      </PageHeader>
      <NotificationTabs filter={filter} onChange={change} />
      <div className="list-frame">
        <InProgress />
        <NotificationList filter={filter} actions={actions} onNavigate={(path) => void navigate(path)} />
      </div>
    </div>
  );
}
