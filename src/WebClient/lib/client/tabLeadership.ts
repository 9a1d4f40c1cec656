import type { NotificationClient } from './notificationClient';
import { Store, type ReadableStore } from './store';

/**
 * Of a user's tabs in this browser, one leads: it alone speaks outside the page. The lock goes with the tab or its
 * connection, and then the next one leads. Without Web Locks every tab leads.
 */
export class TabLeadership {
  readonly #leads = new Store(false);
  #end: (() => void)[] = [];
  #userId: string | null = null;

  constructor(client: NotificationClient) {
    client.onFrame((frame) => {
      if (frame.type === 'connected') this.#begin(frame.user_id);
    });
    client.connection.subscribe(() => {
      if (client.connection.get().status !== 'live') this.#stop();
    });
    const { userId } = client;
    if (userId !== null && client.connection.get().status === 'live') this.#begin(userId);
  }

  get leads(): ReadableStore<boolean> {
    return this.#leads;
  }

  /** Whether the user has any tab of theirs in view: what shows there needs no second telling. */
  async isInView(): Promise<boolean> {
    if (document.visibilityState === 'visible') return true;
    if (!navigator.locks || this.#userId === null) return false;
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === this.#visibleLock);
  }

  get #visibleLock(): string {
    return `hotgigs.visible.${this.#userId}`;
  }

  #begin(userId: string): void {
    this.#stop();
    this.#userId = userId;
    if (!navigator.locks) {
      this.#leads.set(true);
      return;
    }
    this.#end.push(holdLock(`hotgigs.leader.${userId}`, 'exclusive', () => this.#leads.set(true)));
    this.#followVisibility();
  }

  #stop(): void {
    for (const end of this.#end.splice(0)) end();
    this.#leads.set(false);
  }

  /** A tab in view holds a lock that all of them may share, and that vanishes with it however it ends. */
  #followVisibility(): void {
    let release: (() => void) | null = null;
    const follow = () => {
      if (document.visibilityState === 'visible') release ??= holdLock(this.#visibleLock, 'shared', () => undefined);
      else {
        release?.();
        release = null;
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    this.#end.push(() => {
      document.removeEventListener('visibilitychange', follow);
      release?.();
    });
  }

}

/** Waits for a lock and keeps it until the returned function is called. */
function holdLock(name: string, mode: LockMode, onHeld: () => void): () => void {
  const waiting = new AbortController();
  let release: () => void = () => undefined;
  let isOver = false;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks
    .request(name, { mode, signal: waiting.signal }, () => {
      if (isOver) return;
      onHeld();
      return held;
    })
    // Given up while it was still waiting.
    .catch(() => undefined);
  return () => {
    isOver = true;
    waiting.abort();
    release();
  };
}

/** For `client.feature(tabLeadership)`. */
export function tabLeadership(client: NotificationClient): TabLeadership {
  return new TabLeadership(client);
}
