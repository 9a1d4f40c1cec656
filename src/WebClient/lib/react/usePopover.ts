import { useEffect, useEffectEvent, useLayoutEffect, useRef, type KeyboardEvent } from 'react';

const gapPx = 8;
const edgePx = 12;

/**
 * A panel under its button: in the browser's top layer where there is one, so that no ancestor can cut it off, and closed
 * by Escape, by a click elsewhere and by the focus going elsewhere. The focus returns to the button.
 */
export function usePopover(isOpen: boolean, onClose: () => void) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);

  const closeAndReturn = () => {
    onClose();
    button.current?.focus();
  };

  useLayoutEffect(() => {
    const [anchor, element] = [button.current, panel.current];
    if (!isOpen || !anchor || !element) return;
    const place = () => {
      const box = anchor.getBoundingClientRect();
      const isLeftToRight = getComputedStyle(anchor).direction !== 'rtl';
      const end = isLeftToRight ? document.documentElement.clientWidth - box.right : box.left;
      element.style.setProperty('--hg-panel-top', `${box.bottom + gapPx}px`);
      element.style.setProperty('--hg-panel-end', `${Math.max(edgePx, end)}px`);
    };
    place();
    // Without a top layer it is placed all the same, and where the attribute alone is known it would stay hidden.
    if ('showPopover' in element) {
      element.popover = 'manual';
      element.showPopover();
    }
    element.focus({ preventScroll: true });
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen) return;
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !panel.current?.contains(target) && !button.current?.contains(target);
    const closeFromOutside = (event: Event) => {
      if (isOutside(event.target)) close();
    };
    document.addEventListener('pointerdown', closeFromOutside);
    document.addEventListener('focusin', closeFromOutside);
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
    };
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closeAndReturn();
  };
  return { button, panel, onKeyDown, closeAndReturn };
}
