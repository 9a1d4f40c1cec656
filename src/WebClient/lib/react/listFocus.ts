import type { KeyboardEvent } from 'react';

const links = (within: HTMLElement) => [...within.querySelectorAll<HTMLElement>('.hg-item-link')];

/** The item with the focus is about to go: its neighbour takes over, so that the keyboard keeps its place. */
export function focusNeighbour(list: HTMLElement | null): void {
  const item = document.activeElement?.closest('.hg-item');
  if (!list || !item) return;
  const all = links(list);
  const index = all.findIndex((link) => item.contains(link));
  (all[index + 1] ?? all[index - 1])?.focus();
}

/** Arrow keys, Home and End go from item to item. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = links(event.currentTarget);
  const item = (event.target as HTMLElement).closest('.hg-item');
  const current = all.findIndex((link) => item?.contains(link));
  const targets: Record<string, number> = {
    ArrowDown: Math.min(current + 1, all.length - 1),
    ArrowUp: Math.max(current - 1, 0),
    Home: 0,
    End: all.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  all[target]?.focus();
}
