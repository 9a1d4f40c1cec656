import { CloudOff } from 'lucide-react';
import { useHotGigs } from './HotGigsProvider';
import { useConnection } from './useConnection';

/** Why the list stands still, where the connection has been given up, and the way back. */
export function OfflineNotice() {
  const { texts } = useHotGigs();
  const { state, reason, reconnect } = useConnection();
  if (state !== 'offline' || reason === null) return null;
  return (
    <div className="hg-offline" role="status">
      <CloudOff size={16} aria-hidden="true" />
      <span>{texts.connection.why[reason]}</span>
      <button type="button" className="hg-link-button" onClick={reconnect}>
        {texts.connection.reconnect}
      </button>
    </div>
  );
}
