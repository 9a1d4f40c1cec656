import type { ReadableStore } from '../client/store';

const tickMs = 20_000;

/** The time of day for everything on screen that says "5 min ago": one timer, and none while nobody looks. */
export class Clock implements ReadableStore<Date> {
  readonly #listeners = new Set<() => void>();
  #now = new Date();
  #timer: ReturnType<typeof setInterval> | undefined;

  readonly get = (): Date => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.#now = new Date();
      this.#timer = setInterval(() => this.#tick(), tickMs);
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearInterval(this.#timer);
    };
  };

  #tick(): void {
    this.#now = new Date();
    for (const listener of this.#listeners) listener();
  }
}
