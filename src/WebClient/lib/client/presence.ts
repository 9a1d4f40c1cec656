import type { PresentUser } from './frames';
import type { NotificationClient } from './notificationClient';
import { Store, type ReadableStore } from './store';

/** Users by id. */
export type RoomPresence = ReadonlyMap<string, PresentUser>;

/** Knows who is in the rooms that somebody here follows, through every reconnection. */
export class PresenceTracker {
  readonly #client: NotificationClient;
  readonly #rooms = new Store<ReadonlyMap<string, RoomPresence>>(new Map());
  readonly #followers = new Map<string, number>();

  constructor(client: NotificationClient) {
    this.#client = client;
    client.onFrame((frame) => {
      if (frame.type === 'connected') for (const room of this.#followers.keys()) this.#ask(room);
      // An answer is the whole state; what comes unasked is a change of it.
      else if (frame.type === 'presence') this.#update(frame.room, frame.users, frame.ref !== undefined);
    });
  }

  get rooms(): ReadableStore<ReadonlyMap<string, RoomPresence>> {
    return this.#rooms;
  }

  /** Enters the room, and leaves it when the last follower here does. */
  follow(room: string): () => void {
    const leave = this.#client.joinRoom(room);
    const followers = this.#followers.get(room) ?? 0;
    this.#followers.set(room, followers + 1);
    if (followers === 0) this.#ask(room);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const remaining = (this.#followers.get(room) ?? 1) - 1;
      if (remaining > 0) {
        this.#followers.set(room, remaining);
      } else {
        this.#followers.delete(room);
        const rooms = new Map(this.#rooms.get());
        rooms.delete(room);
        this.#rooms.set(rooms);
      }
      leave();
    };
  }

  #ask(room: string): void {
    this.#client.ask({ type: 'presence', room });
  }

  #update(room: string, users: readonly PresentUser[], isWhole: boolean): void {
    if (!this.#followers.has(room)) return;
    const known = new Map(isWhole ? [] : this.#rooms.get().get(room));
    for (const user of users) known.set(user.user_id, user);
    this.#rooms.set(new Map(this.#rooms.get()).set(room, known));
  }
}

/** Who is where, for `client.feature(presence)`. */
export function presence(client: NotificationClient): PresenceTracker {
  return new PresenceTracker(client);
}
