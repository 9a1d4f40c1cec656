import { useState, useSyncExternalStore } from 'react';
import { Bell as DefaultBell } from './Bell';
import { ConnectionState } from './ConnectionState';
import { useHotGigs } from './HotGigsProvider';
import { LiveAnnouncer } from './LiveAnnouncer';
import { NotificationPanel } from './NotificationPanel';
import { Toasts } from './Toasts';
import { useBrowserNotifications } from './useBrowserNotifications';
import { useConnection } from './useConnection';
import { useMediaQuery } from './useMediaQuery';
import { usePopover } from './usePopover';
import { useSeen } from './useSeen';

export interface NotificationCenterProps {
  /** Goes to a path of this site. */
  onNavigate: (path: string) => void;
  /** The page with all notifications; without it, the panel does not offer one. */
  allNotificationsPath?: string;
  /** Whether arrivals show themselves for a moment beside the page: yes unless said. */
  toasts?: boolean;
  /** Whether an arrival is heard, once for all tabs: no unless said. */
  sound?: boolean;
}

/** As in `center.css`: there is no room beside the panel. */
const sheetQuery = '(max-width: 640px)';

/** The bell with everything behind it: connection, badge, panel, toasts, notifications of the browser, announcements. */
export function NotificationCenter({ onNavigate, allNotificationsPath, toasts = true, sound = false }: NotificationCenterProps) {
  const { client, parts } = useHotGigs();
  const { unreadCount } = useSyncExternalStore(client.feed.subscribe, client.feed.get);
  const [open, setOpen] = useState(false);
  const isSheet = useMediaQuery(sheetQuery);
  const popover = usePopover({ isOpen: open, isModal: isSheet, onClose: () => setOpen(false) });
  const connection = useConnection();
  useSeen(open);
  useBrowserNotifications({ onNavigate, sound });

  const show = () => {
    setOpen(true);
    // Only a statistic: not worth telling the user when it fails.
    client.markSeen().catch(() => undefined);
  };
  const navigate = (path: string) => {
    popover.closeAndReturn();
    onNavigate(path);
  };

  const { Bell = DefaultBell, Connection = ConnectionState } = parts;
  return (
    <div className="hg-center">
      <Connection {...connection} />
      {!open && <LiveAnnouncer />}
      {toasts && <Toasts isQuiet={open} onNavigate={onNavigate} onShowAll={show} />}
      <Bell ref={popover.button} unreadCount={unreadCount} isOpen={open} onClick={() => (open ? setOpen(false) : show())} />
      {open && (
        <NotificationPanel
          ref={popover.panel}
          isSheet={isSheet}
          onClose={popover.closeAndReturn}
          onNavigate={navigate}
          allNotificationsPath={allNotificationsPath}
        />
      )}
    </div>
  );
}
