import { useHotGigs } from './HotGigsProvider';

export interface UndoRowProps {
  /** What was done, in words. */
  what: string;
  onUndo: () => void;
}

/** Says what was done, and takes it back on request. */
export function UndoRow({ what, onUndo }: UndoRowProps) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-undo">
      <span role="status">{what}</span>
      <button type="button" className="hg-link-button" data-testid="undo" aria-keyshortcuts="Control+Z Meta+Z" onClick={onUndo}>
        {texts.undo}
      </button>
    </div>
  );
}
