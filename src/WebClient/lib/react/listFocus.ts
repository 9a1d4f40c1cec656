import type { KeyboardEvent } from 'react';
import { focusablesIn, isShown } from './focusables';

const articlesIn = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>('.hg-article')];
const linkOf = (article: HTMLElement | undefined) => article?.querySelector<HTMLElement>('.hg-item-link, a, button');

/** The item with the focus is about to go: its neighbour takes over, so that the keyboard keeps its place. */
export function focusNeighbour(list: HTMLElement | null): void {
  const article = document.activeElement?.closest<HTMLElement>('.hg-article');
  if (!list || !article) return;
  const all = articlesIn(list);
  const index = all.indexOf(article);
  linkOf(all[index + 1] ?? all[index - 1])?.focus();
}

/** The focus goes to one notification, or to the first one where none is named. False where it is not there (yet). */
export function focusItem(list: HTMLElement | null, id: string | undefined): boolean {
  const all = list ? articlesIn(list) : [];
  const link = linkOf(id === undefined ? all[0] : all.find((article) => article.dataset.id === id));
  link?.focus();
  return link !== null && link !== undefined;
}

/** The focus goes to the first item, or where there is none, to what comes before the list. */
export function focusStart(list: HTMLElement | null): void {
  if (!list || focusItem(list, undefined)) return;
  besides(list, Node.DOCUMENT_POSITION_PRECEDING).findLast(isShown)?.focus();
}

/**
 * The keys of a feed: Page Up and Page Down go from article to article, Control with Home and End out of it. Arrows, Home
 * and End go from link to link, as in any list.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const feed = event.currentTarget;
  const all = articlesIn(feed);
  const article = (event.target as HTMLElement).closest<HTMLElement>('.hg-article');
  const current = article ? all.indexOf(article) : -1;
  const [next, previous] = [all[Math.min(current + 1, all.length - 1)], all[Math.max(current - 1, 0)]];
  const leaves = event.ctrlKey || event.metaKey;
  const targets: Record<string, HTMLElement | null | undefined> = {
    PageDown: next,
    PageUp: previous,
    ArrowDown: linkOf(next),
    ArrowUp: linkOf(previous),
    Home: leaves ? besides(feed, Node.DOCUMENT_POSITION_PRECEDING).findLast(isShown) : linkOf(all[0]),
    End: leaves ? besides(feed, Node.DOCUMENT_POSITION_FOLLOWING).find(isShown) : linkOf(all.at(-1)),
  };
  if (event.key === 'Enter' && event.target === article) {
    linkOf(article)?.click();
    return;
  }
  const target = targets[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function besides(feed: HTMLElement, position: number): HTMLElement[] {
  return focusablesIn(document).filter((other) => !feed.contains(other) && feed.compareDocumentPosition(other) & position);
}
