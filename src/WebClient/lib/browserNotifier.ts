import { chime } from './chime';
import type { Notification } from './client/notification';

export interface BrowserNotifierOptions {
  /** Whether the user sees what arrives anyway. */
  isInView: () => Promise<boolean>;
  onOpen: (notification: Notification) => void;
  andMore: (count: number) => string;
}

/** Arrivals within this time are told together. */
const gatherMs = 300;
/** A sound that repeats itself is noise. */
const chimeEveryMs = 5_000;

/** Shows notifications of the browser: one of each kind at a time, which counts those that it stands for. */
export class BrowserNotifier {
  #options: BrowserNotifierOptions | null = null;
  #waiting: Notification[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastChime = -Infinity;
  readonly #counts = new Map<string, number>();

  start(options: BrowserNotifierOptions): void {
    this.#options = options;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    this.#options = null;
  }

  arrived(notifications: readonly Notification[], withSound: boolean): void {
    this.#waiting.push(...notifications);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (withSound && performance.now() - this.#lastChime >= chimeEveryMs) {
        this.#lastChime = performance.now();
        chime();
      }
      void this.#tell(this.#waiting.splice(0));
    }, gatherMs);
  }

  async #tell(notifications: readonly Notification[]): Promise<void> {
    const options = this.#options;
    const isAllowed = typeof globalThis.Notification !== 'undefined' && globalThis.Notification.permission === 'granted';
    if (!options || !isAllowed || (await options.isInView())) return;
    for (const type of new Set(notifications.map((notification) => notification.type))) {
      this.#show(type, notifications.filter((notification) => notification.type === type), options);
    }
  }

  #show(type: string, arrived: readonly Notification[], { onOpen, andMore }: BrowserNotifierOptions): void {
    const newest = arrived.at(-1)!;
    const count = (this.#counts.get(type) ?? 0) + arrived.length;
    const body = count === 1 ? newest.message : `${newest.message} ${andMore(count - 1)}`;
    let shown: globalThis.Notification;
    try {
      shown = new globalThis.Notification(newest.title, { body, tag: `hotgigs.${type}` });
    } catch {
      // Some phones have the name, but leave this to service workers.
      return;
    }
    this.#counts.set(type, count);
    shown.onclick = () => {
      this.#counts.delete(type);
      shown.close();
      window.focus();
      onOpen(newest);
    };
    shown.onclose = () => this.#counts.delete(type);
  }
}
