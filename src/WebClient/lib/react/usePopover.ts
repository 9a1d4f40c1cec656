import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { keepFocusWithin } from './focusables';
import { showInTopLayer } from './topLayer';

interface PopoverOptions {
  isOpen: boolean;
  /** Whether it covers the page: the focus then stays within. */
  isModal: boolean;
  onClose: () => void;
}

const gapPx = 8;
const edgePx = 12;

/**
 * A panel under its button: in the browser's top layer where there is one, so that no ancestor can cut it off, and closed
 * by Escape, by a click elsewhere and by the focus going elsewhere. The focus returns to the button.
 */
export function usePopover({ isOpen, isModal, onClose }: PopoverOptions) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const closeAndReturn = () => {
    onClose();
    button.current?.focus();
  };
  const close = useEffectEvent(onClose);
  const escape = useEffectEvent(closeAndReturn);
  const keepFocus = useEffectEvent((event: KeyboardEvent) => {
    if (isModal && panel.current) keepFocusWithin(panel.current, event);
  });

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
    showInTopLayer(element);
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
    // On the document: the focus may be nowhere, as after pressing a button that went away.
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') escape();
      if (event.key === 'Tab') keepFocus(event);
    };
    document.addEventListener('keydown', closeByKey);
    document.addEventListener('pointerdown', closeFromOutside);
    document.addEventListener('focusin', closeFromOutside);
    return () => {
      document.removeEventListener('keydown', closeByKey);
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
    };
  }, [isOpen]);

  return { button, panel, closeAndReturn };
}
