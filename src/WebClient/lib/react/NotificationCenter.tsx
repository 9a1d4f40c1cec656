import * as Popover from '@radix-ui/react-popover';
import { Bell } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { texts } from '../texts';
import { ConnectionState } from './ConnectionState';
import { useHotGigs } from './HotGigsProvider';
import { LiveAnnouncer } from './LiveAnnouncer';
import { NotificationPanel } from './NotificationPanel';
import { useSeen } from './useSeen';

export interface NotificationCenterProps {
  /** Goes to a path of this site. */
  onNavigate: (path: string) => void;
  /** The page with all notifications; without it, the panel does not offer one. */
  allNotificationsPath?: string;
}

/** The bell with everything behind it: connection, badge, panel, announcements. */
export function NotificationCenter({ onNavigate, allNotificationsPath }: NotificationCenterProps) {
  const { client } = useHotGigs();
  const { unreadCount } = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const [open, setOpen] = useState(false);
  useSeen(open);

  const changeOpen = (next: boolean) => {
    setOpen(next);
    // Only a statistic: not worth telling the user when it fails.
    if (next) client.markSeen().catch(() => undefined);
  };
  const navigate = (path: string) => {
    setOpen(false);
    onNavigate(path);
  };

  return (
    <div className="hg-center">
      <ConnectionState />
      <LiveAnnouncer />
      <Popover.Root open={open} onOpenChange={changeOpen}>
        <Popover.Trigger asChild>
          <button type="button" className="hg-bell" data-testid="bell" aria-label={texts.bell(unreadCount)}>
            <Bell size={19} strokeWidth={1.9} aria-hidden="true" />
            {unreadCount > 0 && (
              // The key restarts the animation, so that each change is noticed.
              <span key={unreadCount} className="hg-badge" data-testid="bell-badge" aria-hidden="true">
                {texts.badge(unreadCount)}
              </span>
            )}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="hg-panel" align="end" sideOffset={8} collisionPadding={12} aria-label={texts.title}>
            <NotificationPanel onNavigate={navigate} allNotificationsPath={allNotificationsPath} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
