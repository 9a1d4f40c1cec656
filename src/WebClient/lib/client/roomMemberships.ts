import type { PacedMessage } from './pacedSender';

/** The rooms that parts of the page want to be in. Several may want the same; the last one to leave ends it. */
export class RoomMemberships {
  readonly #members = new Map<string, number>();
  readonly #send: (message: PacedMessage) => void;

  constructor(send: (message: PacedMessage) => void) {
    this.#send = send;
  }

  join(room: string): () => void {
    const members = this.#members.get(room) ?? 0;
    this.#members.set(room, members + 1);
    if (members === 0) this.#send({ type: 'join_room', room });
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const remaining = (this.#members.get(room) ?? 1) - 1;
      if (remaining > 0) {
        this.#members.set(room, remaining);
        return;
      }
      this.#members.delete(room);
      this.#send({ type: 'leave_room', room });
    };
  }

  /** A new connection is in no room. */
  joinAgain(): void {
    for (const room of this.#members.keys()) this.#send({ type: 'join_room', room });
  }
}
