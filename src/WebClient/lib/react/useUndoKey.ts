import { useEffect, useEffectEvent } from 'react';
import { useHotGigs } from './HotGigsProvider';
import type { Undoable } from './useUndo';

/** Control or Command with Z takes this back while it is offered, unless something newer is offered elsewhere on the page. */
export function useUndoKey(undoable: Undoable | null, undo: () => void): void {
  const { undos } = useHotGigs();
  const takeBack = useEffectEvent(undo);
  useEffect(() => (undoable === null ? undefined : undos.offer(() => takeBack())), [undos, undoable]);
}
