/** Bursts are reported as one: an ack is cumulative, and the server counts messages. */
const gatherMs = 1_000;

/** Tells the server up to where the feed has arrived here, which is what "delivered" means to the one who caused it. */
export class DeliveryReport {
  readonly #send: (seq: number) => boolean;
  #reported = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (seq: number) => boolean) {
    this.#send = send;
  }

  reached(seq: number): void {
    if (seq <= this.#reported) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#send(seq)) this.#reported = seq;
    }, gatherMs);
  }

  /** Positions are those of another sequence from now on, or nobody is there to hear them. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#reported = 0;
  }
}
