import { Bell as BellIcon } from 'lucide-react';
import type { Ref } from 'react';
import { useHotGigs } from './HotGigsProvider';

export interface BellProps {
  ref: Ref<HTMLButtonElement>;
  unreadCount: number;
  isOpen: boolean;
  onClick: () => void;
}

export function Bell({ ref, unreadCount, isOpen, onClick }: BellProps) {
  const { texts } = useHotGigs();
  return (
    <button
      ref={ref}
      type="button"
      className="hg-bell"
      data-testid="bell"
      data-state={isOpen ? 'open' : 'closed'}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={texts.bell(unreadCount)}
      onClick={onClick}
    >
      <BellIcon size={19} strokeWidth={1.9} aria-hidden="true" />
      {unreadCount > 0 && (
        // The key restarts the animation, so that each change is noticed.
        <span key={unreadCount} className="hg-badge" data-testid="bell-badge" aria-hidden="true">
          {texts.badge(unreadCount)}
        </span>
      )}
    </button>
  );
}
