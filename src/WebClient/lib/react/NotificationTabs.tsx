import type { NotificationFilter } from '../client/notification';
import { notificationTypes } from '../client/notificationTypes';
import { useHotGigs } from './HotGigsProvider';

type Tab = 'all' | 'unread' | 'archived';

export interface NotificationTabsProps {
  filter: NotificationFilter;
  onChange: (filter: NotificationFilter) => void;
}

/** Which notifications a list shows. */
export function NotificationTabs({ filter, onChange }: NotificationTabsProps) {
  const { texts } = useHotGigs();
  const current: Tab = filter.archived ? 'archived' : filter.unreadOnly ? 'unread' : 'all';
  const choose = (tab: Tab, type: string | undefined) =>
    onChange({ ...(tab === 'unread' && { unreadOnly: true }), ...(tab === 'archived' && { archived: true }), ...(type && { type }) });

  return (
    <div className="hg-tabs">
      <div className="hg-tabs-group" role="group" aria-label={texts.show}>
        {(['all', 'unread', 'archived'] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            className="hg-tab"
            aria-pressed={tab === current}
            onClick={() => choose(tab, filter.type)}
          >
            {texts.tabs[tab]}
          </button>
        ))}
      </div>
      <select
        className="hg-select"
        aria-label={texts.kind}
        value={filter.type ?? ''}
        onChange={(event) => choose(current, event.target.value || undefined)}
      >
        <option value="">{texts.allKinds}</option>
        {notificationTypes.map((type) => (
          <option key={type} value={type}>
            {texts.types[type]}
          </option>
        ))}
      </select>
    </div>
  );
}
