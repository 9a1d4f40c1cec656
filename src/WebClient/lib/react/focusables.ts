const selector = ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled)';

/** What Tab reaches within an element, in its order. */
export function focusablesIn(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility?.() ?? true);
}

/** Tab goes round within a modal panel, instead of to what it covers. */
export function keepFocusWithin(panel: HTMLElement, event: KeyboardEvent): void {
  const all = focusablesIn(panel);
  const [first, last] = [all[0], all.at(-1)];
  const active = document.activeElement;
  const isOutside = !panel.contains(active);
  const leavesAtEnd = !event.shiftKey && (active === last || isOutside);
  const leavesAtStart = event.shiftKey && (active === first || active === panel || isOutside);
  if (!leavesAtEnd && !leavesAtStart) return;
  event.preventDefault();
  (leavesAtEnd ? first : last)?.focus();
}
