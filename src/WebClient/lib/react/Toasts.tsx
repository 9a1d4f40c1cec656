import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Notification } from '../client/notification';
import { ToastQueue } from '../toastQueue';
import { useHotGigs } from './HotGigsProvider';
import { sitePath } from './siteLink';
import { Toast as DefaultToast } from './Toast';
import { ToastSummary as DefaultToastSummary } from './ToastSummary';
import { showInTopLayer } from './topLayer';
import { useArrivals } from './useArrivals';

const lift = (element: HTMLElement | null) => {
  if (element) showInTopLayer(element);
};

interface ToastsProps {
  /** Nothing is shown while the list itself is. */
  isQuiet: boolean;
  onNavigate: (path: string) => void;
  onShowAll: () => void;
}

/** Arrivals, for a moment, beside the page; in a storm only how many there are. Read aloud by the announcer, so not here. */
export function Toasts({ isQuiet, onNavigate, onShowAll }: ToastsProps) {
  const { client, texts, parts } = useHotGigs();
  const [queue] = useState(() => new ToastQueue());
  const { toasts, storm } = useSyncExternalStore(queue.subscribe, queue.get);

  useArrivals((arrived, isLive) => {
    const isShown = isLive && !isQuiet && document.visibilityState === 'visible';
    if (isShown) queue.arrived(arrived.filter((n) => !n.is_read && n.channels.includes('in_app')));
  });
  useEffect(() => {
    if (isQuiet) queue.clear();
    return () => queue.clear();
  }, [queue, isQuiet]);

  const open = (notification: Notification) => {
    queue.dismiss(notification.id);
    // A refusal shows in the list, which still says unread.
    client.markRead(notification.id).catch(() => undefined);
    const path = sitePath(notification.action_url);
    if (path !== null) onNavigate(path);
    else onShowAll();
  };

  if (toasts.length === 0 && storm === 0) return null;
  const { Toast = DefaultToast, ToastSummary = DefaultToastSummary } = parts;
  const hold = (isHeld: boolean) => () => queue.hold(isHeld);
  return (
    <section
      ref={lift}
      className="hg-toasts"
      aria-label={texts.toasts.label}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <ul className="hg-toast-list">
        {toasts.map((notification) => (
          <Toast
            key={notification.id}
            notification={notification}
            onOpen={() => open(notification)}
            onDismiss={() => queue.dismiss(notification.id)}
          />
        ))}
        {storm > 0 && <ToastSummary count={storm} onShow={onShowAll} />}
      </ul>
    </section>
  );
}
