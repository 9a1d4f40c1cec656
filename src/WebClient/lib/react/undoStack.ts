/**
 * What can be taken back on this page, the newest last. Control or Command with Z takes back one at a time, not where
 * text is being written.
 */
export class UndoStack {
  #offers: (() => void)[] = [];

  /** Until the returned function is called, or it has been taken back. */
  offer(takeBack: () => void): () => void {
    this.#offers.push(takeBack);
    document.addEventListener('keydown', this.#listen);
    return () => {
      this.#offers = this.#offers.filter((offer) => offer !== takeBack);
      if (this.#offers.length === 0) document.removeEventListener('keydown', this.#listen);
    };
  }

  readonly #listen = (event: KeyboardEvent) => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const isInText = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"]');
    // The page around may have an undo of its own.
    if (!isUndo || isInText || event.defaultPrevented) return;
    const newest = this.#offers.pop();
    if (!newest) return;
    event.preventDefault();
    newest();
  };
}
