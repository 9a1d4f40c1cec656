const selector = ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled)';

/** What Tab may reach within an element, in its order. */
export function focusablesIn(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

/** To be asked of few: in a long list the answer costs a layout each. */
export function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true;
}

/** Tab goes round within a modal panel, instead of to what it covers. */
export function keepFocusWithin(panel: HTMLElement, event: KeyboardEvent): void {
  const all = focusablesIn(panel);
  const [first, last] = [all.find(isShown), all.findLast(isShown)];
  const active = document.activeElement;
  const isOutside = !panel.contains(active);
  const leavesAtEnd = !event.shiftKey && (active === last || isOutside);
  const leavesAtStart = event.shiftKey && (active === first || active === panel || isOutside);
  if (!leavesAtEnd && !leavesAtStart) return;
  event.preventDefault();
  (leavesAtEnd ? first : last)?.focus();
}
