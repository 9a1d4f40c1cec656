import { notificationTypes, presenters } from '../../../lib/react';
import { texts } from '../../texts';
import { Select } from '../../ui/Select';

interface NotificationFiltersProps {
  unreadOnly: boolean;
  type: string | undefined;
  /** The parameters of the address that say so. */
  onChange: (parameters: Record<string, string>) => void;
}

export function NotificationFilters({ unreadOnly, type, onChange }: NotificationFiltersProps) {
  const change = (next: { unreadOnly: boolean; type: string | undefined }) =>
    onChange({ ...(next.unreadOnly && { show: 'unread' }), ...(next.type && { type: next.type }) });

  return (
    <div className="filters filters-bar">
      <div className="segments" role="group" aria-label={texts.notifications.show}>
        {[false, true].map((value) => (
          <button
            key={String(value)}
            type="button"
            className="segment"
            aria-pressed={unreadOnly === value}
            onClick={() => change({ unreadOnly: value, type })}
          >
            {value ? texts.notifications.unread : texts.notifications.all}
          </button>
        ))}
      </div>
      <Select
        label={texts.notifications.type}
        value={type ?? ''}
        onChange={(value) => change({ unreadOnly, type: value || undefined })}
      >
        <option value="">{texts.notifications.allTypes}</option>
        {notificationTypes.map((value) => (
          <option key={value} value={value}>
            {presenters[value].label}
          </option>
        ))}
      </Select>
    </div>
  );
}
