import { CloudOff } from 'lucide-react';
import { useHotGigs } from './HotGigsProvider';
import { useConnection } from './useConnection';

export interface OfflineNoticeProps {
  /** Why, in words. */
  why: string;
  onReconnect: () => void;
}

/** Why the list stands still, where the connection has been given up, and the way back. */
export function Offline() {
  const { texts, parts } = useHotGigs();
  const { state, reason, reconnect } = useConnection();
  if (state !== 'offline' || reason === null) return null;
  const { Offline: Notice = OfflineNotice } = parts;
  return <Notice why={texts.connection.why[reason]} onReconnect={reconnect} />;
}

function OfflineNotice({ why, onReconnect }: OfflineNoticeProps) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-offline" role="status">
      <CloudOff size={16} aria-hidden="true" />
      <span>{why}</span>
      <button type="button" className="hg-link-button" onClick={onReconnect}>
        {texts.connection.reconnect}
      </button>
    </div>
  );
}
