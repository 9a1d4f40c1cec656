import { X } from 'lucide-react';
import type { Notification } from '../client/notification';
import { presenterOf } from '../presenters';
import { useHotGigs } from './HotGigsProvider';

export interface ToastProps {
  notification: Notification;
  onOpen: () => void;
  onDismiss: () => void;
}

export function Toast({ notification, onOpen, onDismiss }: ToastProps) {
  const { texts } = useHotGigs();
  const { title, message, type } = notification;
  const { icon: Icon, tone } = presenterOf(type);
  return (
    <li className="hg-toast" data-testid="toast">
      <span className="hg-item-icon" data-tone={tone} aria-hidden="true">
        <Icon size={17} strokeWidth={2} />
      </span>
      <button type="button" className="hg-item-link" onClick={onOpen}>
        <span className="hg-item-title">{title}</span>
        <span className="hg-item-message">{message}</span>
      </button>
      <button type="button" className="hg-icon-button" aria-label={texts.toasts.dismiss(title)} onClick={onDismiss}>
        <X size={16} />
      </button>
    </li>
  );
}
