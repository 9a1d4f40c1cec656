import { useEffect, useEffectEvent, useState } from 'react';
import { BrowserNotifier } from '../browserNotifier';
import type { Notification } from '../client/notification';
import { tabLeadership } from '../client/tabLeadership';
import { useHotGigs } from './HotGigsProvider';
import { sitePath } from './siteLink';
import { useArrivals } from './useArrivals';

/** Tells of arrivals outside the page: once for all tabs, only live ones, and only where preferences and quiet hours let them. */
export function useBrowserNotifications({ onNavigate, sound }: { onNavigate: (path: string) => void; sound: boolean }): void {
  const { client, texts } = useHotGigs();
  const leadership = client.feature(tabLeadership);
  const open = useEffectEvent((notification: Notification) => {
    client.markRead(notification.id).catch(() => undefined);
    const path = sitePath(notification.action_url);
    if (path !== null) onNavigate(path);
  });
  const andMore = useEffectEvent((count: number) => texts.andMore(count));
  const [notifier] = useState(() => new BrowserNotifier());

  useEffect(() => {
    notifier.start({ isInView: () => leadership.isInView(), onOpen: (notification) => open(notification), andMore: (count) => andMore(count) });
    return () => notifier.stop();
  }, [notifier, leadership]);

  useArrivals((arrived, isLive) => {
    if (!isLive || !leadership.leads.get()) return;
    // The server has applied the preferences and quiet hours of the user.
    const allowed = arrived.filter((n) => !n.is_read && n.channels.includes('browser'));
    if (allowed.length > 0) notifier.arrived(allowed, sound);
  });
}
