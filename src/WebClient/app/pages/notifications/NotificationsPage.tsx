import { useNavigate, useSearchParams } from 'react-router';
import { NotificationList, useAction, useNotifications } from '../../../lib/react';
import { texts } from '../../texts';
import { PageHeader } from '../../ui/PageHeader';
import { NotificationFilters } from './NotificationFilters';

export default function NotificationsPage() {
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const filter = {
    unreadOnly: parameters.get('show') === 'unread',
    type: parameters.get('type') ?? undefined,
  };
  const { unreadCount, markAllRead } = useNotifications();
  const action = useAction();
  const isFiltered = filter.unreadOnly || filter.type !== undefined;

  const markAll = () => void action.run(() => markAllRead(filter.type));

  return (
    <div className="page page-narrow">
      <PageHeader title={texts.notifications.title}>
        <button type="button" className="button" disabled={unreadCount === 0} onClick={markAll}>
          {filter.type ? texts.notifications.markTypeRead : texts.notifications.markAllRead}
        </button>
      </PageHeader>
      <NotificationFilters
        unreadOnly={filter.unreadOnly}
        type={filter.type}
        onChange={(next) => setParameters(next, { replace: true })}
      />
      {action.problem !== null && (
        <p className="problem" role="alert">
          {action.problem}
        </p>
      )}
      <div className="list-frame">
        <NotificationList
          filter={filter}
          onNavigate={(path) => void navigate(path)}
          emptyTitle={isFiltered ? texts.notifications.nothingHere : undefined}
          emptyHint={isFiltered ? texts.notifications.nothingHint : undefined}
        />
      </div>
    </div>
  );
}
