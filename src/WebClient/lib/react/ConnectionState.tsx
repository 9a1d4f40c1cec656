import { useHotGigs } from './HotGigsProvider';
import type { ConnectionView } from './useConnection';

export type ConnectionStateProps = ConnectionView;

/** Whether the page is live, and the way back when it is not. */
export function ConnectionState({ state, reason, reconnect }: ConnectionStateProps) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-connection" data-testid="connection-state" data-state={state}>
      <span className="hg-connection-dot" aria-hidden="true" />
      <span className="hg-connection-label" role="status" title={reason ? texts.connection.why[reason] : undefined}>
        {texts.connection[state]}
        {reason && <span className="hg-visually-hidden">. {texts.connection.why[reason]}</span>}
      </span>
      {state === 'offline' && (
        <button type="button" className="hg-button hg-button-small" onClick={reconnect}>
          {texts.connection.reconnect}
        </button>
      )}
    </div>
  );
}
