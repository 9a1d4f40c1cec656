import type { Notification } from './client/notification';
import { Store } from './client/store';

export interface ToastState {
  /** Newest last. */
  toasts: readonly Notification[];
  /** In a storm, how many came, instead of each of them. 0 otherwise. */
  storm: number;
}

const shownMs = 6_000;
const most = 3;
/** More than `most` within this time is a storm. It is over when as long nothing came. */
const stormMs = 5_000;

/** Which arrivals show themselves, and for how long. In a storm they stop, and are counted. */
export class ToastQueue extends Store<ToastState> {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #recent: number[] = [];
  #held = false;

  constructor() {
    super({ toasts: [], storm: 0 });
  }

  arrived(notifications: readonly Notification[]): void {
    if (notifications.length === 0) return;
    const now = Date.now();
    this.#recent = [...this.#recent.filter((at) => now - at < stormMs), ...notifications.map(() => now)];
    const { toasts, storm } = this.get();
    if (storm > 0 || this.#recent.length > most) {
      const counted = storm > 0 ? storm + notifications.length : this.#recent.length;
      this.clear();
      this.set({ toasts: [], storm: counted });
      this.#expire('storm');
      return;
    }
    this.set({ toasts: [...toasts, ...notifications], storm: 0 });
    for (const { id } of notifications) this.#expire(id);
  }

  dismiss(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const { toasts, storm } = this.get();
    if (id === 'storm') this.set({ toasts, storm: 0 });
    else this.set({ toasts: toasts.filter((toast) => toast.id !== id), storm });
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    const { toasts, storm } = this.get();
    if (toasts.length > 0 || storm > 0) this.set({ toasts: [], storm: 0 });
  }

  /** Nothing goes while somebody is reading or about to press. */
  hold(isHeld: boolean): void {
    this.#held = isHeld;
    const { toasts, storm } = this.get();
    for (const id of [...toasts.map((toast) => toast.id), ...(storm > 0 ? ['storm'] : [])]) this.#expire(id);
  }

  #expire(id: string): void {
    clearTimeout(this.#timers.get(id));
    if (!this.#held) this.#timers.set(id, setTimeout(() => this.dismiss(id), shownMs));
  }
}
