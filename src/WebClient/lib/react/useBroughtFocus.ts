import { useEffect, useRef, type RefObject } from 'react';
import { focusItem, focusStart } from './listFocus';

/**
 * A button that goes when it is pressed hands the focus to the item that it brings, which is on the page only after
 * rendering: to the first one where none is named, or where it has been folded into a line with others.
 */
export function useBroughtFocus(list: RefObject<HTMLElement | null>, isAllRendered: boolean): (id: string | undefined) => void {
  const brought = useRef<{ id: string | undefined } | null>(null);
  useEffect(() => {
    if (!brought.current) return;
    const isHere = focusItem(list.current, brought.current.id);
    if (!isHere && !isAllRendered) return;
    if (!isHere) focusStart(list.current);
    brought.current = null;
  });
  return (id) => {
    brought.current = { id };
  };
}
