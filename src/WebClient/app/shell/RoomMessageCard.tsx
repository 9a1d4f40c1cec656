import { Megaphone, X } from 'lucide-react';
import { Link } from 'react-router';
import { sitePath } from '../../lib/react/siteLink';
import { texts } from '../texts';
import type { RoomMessage } from './useRoomMessages';

interface RoomMessageCardProps {
  message: Omit<RoomMessage, 'id' | 'timestamp'>;
  onDismiss: () => void;
}

export function RoomMessageCard({ message: { title, message, action_url: actionUrl }, onDismiss }: RoomMessageCardProps) {
  const path = sitePath(actionUrl);
  return (
    <div className="room-message">
      <span className="room-message-icon" aria-hidden="true">
        <Megaphone size={18} strokeWidth={2} />
      </span>
      <div className="room-message-body">
        <strong>{title}</strong>
        <p>{message}</p>
        {path !== null && (
          <Link className="room-message-link" to={path} onClick={onDismiss}>
            {texts.admin.roomMessages.open}
          </Link>
        )}
      </div>
      <button type="button" className="icon-button" aria-label={texts.admin.roomMessages.dismiss(title)} onClick={onDismiss}>
        <X size={17} />
      </button>
    </div>
  );
}
