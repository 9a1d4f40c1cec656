import { CheckCheck, X } from 'lucide-react';
import { useHotGigs } from './HotGigsProvider';

export interface PanelHeaderProps {
  unreadCount: number;
  onMarkAllRead: () => void;
  onClose: () => void;
}

export function PanelHeader({ unreadCount, onMarkAllRead, onClose }: PanelHeaderProps) {
  const { texts } = useHotGigs();
  const hasUnread = unreadCount > 0;
  return (
    <div className="hg-panel-header">
      <h2 className="hg-panel-title">{texts.title}</h2>
      {hasUnread && <span className="hg-panel-count">{texts.unreadCount(unreadCount)}</span>}
      <button
        type="button"
        className="hg-link-button hg-panel-mark-all"
        data-testid="mark-all-read"
        // Not disabled: the focus of whoever has just pressed it would be lost.
        aria-disabled={!hasUnread}
        onClick={() => hasUnread && onMarkAllRead()}
      >
        <CheckCheck size={15} aria-hidden="true" />
        {texts.markAllRead}
      </button>
      <button type="button" className="hg-icon-button hg-panel-close" aria-label={texts.close} onClick={onClose}>
        <X size={18} />
      </button>
    </div>
  );
}
