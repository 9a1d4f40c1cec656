import { useLayoutEffect, useRef, type FocusEvent } from 'react';
import { focusablesIn, isShown } from './focusables';

/** A row that keeps the keyboard's place: it takes the focus over from a button in it that goes. */
export function useRowFocus() {
  const ref = useRef<HTMLLIElement>(null);
  const held = useRef<HTMLElement | null>(null);
  // After every render, because any may take the button away.
  useLayoutEffect(() => {
    if (held.current && !held.current.isConnected && document.activeElement === document.body) ref.current?.focus();
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: (event: FocusEvent<HTMLElement>) => void (held.current = event.target),
    onBlur: () => void (held.current = null),
  };
}

/** A row is about to go: the next one has the focus then, or else the one before, or what comes before the list. */
export function focusBeside(row: HTMLElement | null): void {
  const list = row?.parentElement;
  if (!row || !list) return;
  const neighbour = row.nextElementSibling ?? row.previousElementSibling ?? besideList(list);
  if (neighbour instanceof HTMLElement) neighbour.focus();
}

function besideList(list: HTMLElement): HTMLElement | undefined {
  const isBefore = (one: HTMLElement) => list.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_PRECEDING;
  return focusablesIn(document).findLast((one) => isBefore(one) && isShown(one));
}
