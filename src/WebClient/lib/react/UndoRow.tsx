import type { Notification } from '../client/notification';
import { texts } from '../texts';

export interface UndoRowProps {
  removed: Notification;
  onUndo: (removed: Notification) => void;
}

/** Says what was deleted, and takes it back on request. */
export function UndoRow({ removed, onUndo }: UndoRowProps) {
  return (
    <div className="hg-undo">
      <span role="status">{texts.removed(removed.title)}</span>
      <button type="button" className="hg-link-button" onClick={() => onUndo(removed)}>
        {texts.undo}
      </button>
    </div>
  );
}
