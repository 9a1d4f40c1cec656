import { useHotGigs } from './HotGigsProvider';

/** Says what was done, and takes it back on request. */
export function UndoRow({ what, onUndo }: { what: string; onUndo: () => void }) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-undo">
      <span role="status">{what}</span>
      <button type="button" className="hg-link-button" onClick={onUndo}>
        {texts.undo}
      </button>
    </div>
  );
}
