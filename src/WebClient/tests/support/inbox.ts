/** What has come in, for those who wait for it: tests synchronise on events, never on time. */
export class Inbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: { matches: (item: T) => boolean; resolve: (item: T) => void }[] = [];

  put(item: T): void {
    const index = this.#waiting.findIndex(({ matches }) => matches(item));
    if (index < 0) this.#items.push(item);
    else this.#waiting.splice(index, 1)[0]?.resolve(item);
  }

  take(matches: (item: T) => boolean): Promise<T> {
    const index = this.#items.findIndex(matches);
    if (index >= 0) return Promise.resolve(this.#items.splice(index, 1)[0] as T);
    return new Promise((resolve) => this.#waiting.push({ matches, resolve }));
  }

  /** How many are there that nobody has taken. */
  count(matches: (item: T) => boolean): number {
    return this.#items.filter(matches).length;
  }
}
