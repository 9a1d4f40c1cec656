import type { MouseEvent } from 'react';

/** Only a path of this site is followed, whatever a notification may carry. */
export function sitePath(actionUrl: string | null): string | null {
  return actionUrl !== null && /^\/(?![/\\])/.test(actionUrl) ? actionUrl : null;
}

/** Whether the browser should handle the click itself: a new tab, a new window, a download. */
export function isBrowserClick(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
