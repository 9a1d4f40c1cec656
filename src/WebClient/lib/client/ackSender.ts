import type { ServerFrame } from './frames';

export interface AckSenderOptions {
  /** False where there is no connection to send on. */
  send: (message: { type: 'ack'; seq: number; id: string }) => boolean;
}

const intervalMs = 1_000;
const ackId = 'ack';

/** Tells the server up to where the feed has come to this device: at most once a second, and always the latest. */
export class AckSender {
  readonly #options: AckSenderOptions;
  #epoch: string | null = null;
  #seq = 0;
  #sentSeq = 0;
  #isConnected = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AckSenderOptions) {
    this.#options = options;
  }

  /** A new connection: what the last one was told may not have arrived. */
  connected(): void {
    this.disconnected();
    this.#isConnected = true;
    this.#sentSeq = 0;
    this.#pump();
  }

  disconnected(): void {
    this.#isConnected = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Everything up to here is known. */
  applied(epoch: string | null, seq: number): void {
    if (epoch !== this.#epoch) this.#sentSeq = 0;
    this.#epoch = epoch;
    this.#seq = seq;
    this.#pump();
  }

  /** Does not wait for its turn: there may be no other. */
  flush(): void {
    if (!this.#isConnected || this.#seq <= this.#sentSeq) return;
    if (this.#options.send({ type: 'ack', seq: this.#seq, id: ackId })) this.#sentSeq = this.#seq;
  }

  /** Whether a frame is the answer to an ack, which nobody needs to see. An older server does not know the message. */
  takes(frame: ServerFrame): boolean {
    if (frame.type !== 'error' || frame.ref !== ackId) return false;
    if (frame.code === 'unknown_type') this.disconnected();
    return true;
  }

  #pump(): void {
    if (!this.#isConnected || this.#timer !== undefined || this.#seq <= this.#sentSeq) return;
    this.flush();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#pump();
    }, intervalMs);
  }
}
