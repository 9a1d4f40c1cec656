import type { ClientMessage } from '../client/frames';
import type { NotificationClient } from '../client/notificationClient';
import { resumeProgress } from '../client/resumeProgress';

/** What one component watches and which rooms it is in, so that it all ends with it. */
export class WebSocketSession {
  readonly #held = new Map<string, () => void>();
  /** Stable, so that effects may depend on them. */
  readonly actions;

  constructor(client: NotificationClient) {
    this.actions = {
      sendMessage: (message: ClientMessage) => client.send(message),
      watchResume: (id: string) => this.#hold(`resume ${id}`, () => client.feature(resumeProgress).watch(id)),
      unwatchResume: (id: string) => this.#release(`resume ${id}`),
      joinRoom: (room: string) => this.#hold(`room ${room}`, () => client.joinRoom(room)),
      leaveRoom: (room: string) => this.#release(`room ${room}`),
      reconnect: () => client.reconnect(),
      disconnect: () => client.disconnect(),
    };
  }

  end(): void {
    for (const key of [...this.#held.keys()]) this.#release(key);
  }

  #hold(key: string, take: () => () => void): void {
    if (!this.#held.has(key)) this.#held.set(key, take());
  }

  #release(key: string): void {
    this.#held.get(key)?.();
    this.#held.delete(key);
  }
}
