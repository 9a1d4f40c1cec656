import { CheckCheck, X } from 'lucide-react';
import { labelOf } from '../presenters';
import { useHotGigs } from './HotGigsProvider';

export interface PanelHeaderProps {
  /** Of all kinds. */
  unreadCount: number;
  /** The only kind that would be marked; all unless said. */
  type?: string;
  /** Whether there is anything to mark. */
  canMarkRead: boolean;
  onMarkAllRead: () => void;
  onClose: () => void;
}

export function PanelHeader({ unreadCount, type, canMarkRead, onMarkAllRead, onClose }: PanelHeaderProps) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-panel-header">
      <h2 className="hg-panel-title">{texts.title}</h2>
      {unreadCount > 0 && <span className="hg-panel-count">{texts.unreadCount(unreadCount)}</span>}
      <button
        type="button"
        className="hg-link-button hg-panel-mark-all"
        data-testid="mark-all-read"
        title={type === undefined ? undefined : texts.markRead(labelOf(type, texts))}
        // Not disabled: the focus of whoever has just pressed it would be lost.
        aria-disabled={!canMarkRead}
        onClick={() => canMarkRead && onMarkAllRead()}
      >
        <CheckCheck size={15} aria-hidden="true" />
        <span>{type === undefined ? texts.markAllRead : texts.markTypeRead}</span>
      </button>
      <button type="button" className="hg-icon-button hg-panel-close" aria-label={texts.close} onClick={onClose}>
        <X size={18} />
      </button>
    </div>
  );
}
