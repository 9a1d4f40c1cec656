import { useEffect, useEffectEvent } from 'react';

/** Control or Command with Z takes back what was done last, while there is something: not where text is being written. */
export function useUndoKey(undo: (() => void) | null): void {
  const takeBack = useEffectEvent(() => undo?.());
  const isOffered = undo !== null;
  useEffect(() => {
    if (!isOffered) return;
    const listen = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      const isInText = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"]');
      if (!isUndo || isInText) return;
      event.preventDefault();
      takeBack();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOffered]);
}
