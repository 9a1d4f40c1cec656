/**
 * Lifts an element above everything, where no ancestor can cut it off or move it. Where there is no such layer it stays
 * in its place, and where the attribute alone were known it would be hidden.
 */
export function showInTopLayer(element: HTMLElement): void {
  if (!('showPopover' in element)) return;
  element.popover = 'manual';
  // StrictMode shows everything twice.
  if (!element.matches(':popover-open')) element.showPopover();
}
