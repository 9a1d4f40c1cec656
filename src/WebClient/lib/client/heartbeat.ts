const defaultIntervalMs = 30_000;
/** How long a probe may go unanswered before the connection counts as dead. */
const probeMs = 5_000;

/**
 * Pings, and notices a socket that claims to be open but has gone silent, as after a change of network,
 * where the browser may take minutes to say so.
 */
export class Heartbeat {
  readonly #ping: () => void;
  readonly #onSilence: () => void;
  #pings: ReturnType<typeof setInterval> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #intervalMs = defaultIntervalMs;

  constructor(ping: () => void, onSilence: () => void) {
    this.#ping = ping;
    this.#onSilence = onSilence;
  }

  start(intervalSeconds?: number): void {
    this.stop();
    this.#intervalMs = intervalSeconds ? intervalSeconds * 1000 : defaultIntervalMs;
    this.#pings = setInterval(this.#ping, this.#intervalMs);
    this.heard();
  }

  /** Call on every frame: each one proves that the other side lives. */
  heard(): void {
    this.#expectWithin(this.#intervalMs * 2 + probeMs);
  }

  /** Asks now, for when the device wakes up. */
  probe(): void {
    this.#ping();
    this.#expectWithin(probeMs);
  }

  stop(): void {
    clearInterval(this.#pings);
    clearTimeout(this.#watchdog);
  }

  #expectWithin(ms: number): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(this.#onSilence, ms);
  }
}
