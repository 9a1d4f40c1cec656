import type { ClientMessage, ServerFrame } from './frames';

/** What may wait its turn. Typing may not: late, it is no longer true. */
export type PacedMessage = Exclude<Extract<ClientMessage, { room: string } | { resume_id: string }>, { type: 'typing' }>;
type ErrorFrame = Extract<ServerFrame, { type: 'error' }>;

export interface PacedSenderOptions {
  /** False where there is no connection to send on. */
  send: (message: PacedMessage) => boolean;
  /** The server will not do it, now or later. */
  onRefused: (message: PacedMessage, code: string | undefined) => void;
}

/** Half of what the server lets pass, which leaves room for pings and for clocks that disagree. */
const burst = 20;
const intervalMs = 100;
/** How long to leave a server alone that does not say for how long. */
const defaultRetryMs = 2_000;
const mostRetriesOfUnavailable = 3;

/** Tells the server what to watch and which rooms to join, no faster than it listens, and again where it was too fast. */
export class PacedSender {
  readonly #options: PacedSenderOptions;
  /** By subject, so that a change of mind replaces what was not sent yet. */
  readonly #queue = new Map<string, PacedMessage>();
  readonly #unanswered = new Map<string, PacedMessage>();
  readonly #unavailable = new Map<string, number>();
  #isConnected = false;
  #lastId = 0;
  /** When the next message would be on time. Running ahead of it by the burst is allowed. */
  #nextAt = 0;
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PacedSenderOptions) {
    this.#options = options;
  }

  /** A new connection: it knows nothing of what the last one was told. */
  connected(): void {
    this.disconnected();
    this.#isConnected = true;
    this.#nextAt = 0;
    this.#notBefore = 0;
  }

  disconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isConnected = false;
    this.#queue.clear();
    this.#unanswered.clear();
    this.#unavailable.clear();
  }

  /** Without a connection it is dropped: who connects says afresh what they want. */
  send(message: PacedMessage): void {
    if (!this.#isConnected) return;
    this.#queue.set(subjectOf(message), message);
    this.#pump();
  }

  receive(frame: ServerFrame): void {
    if (frame.type === 'error') this.#refused(frame);
    else if ('ref' in frame && frame.ref !== undefined) this.#settle(frame.ref);
  }

  #refused(frame: ErrorFrame): void {
    if (frame.code === 'rate_limited') this.#pause(frame.retry_after_ms ?? defaultRetryMs);
    const message = frame.ref === undefined ? undefined : this.#unanswered.get(frame.ref);
    if (!message) return;
    this.#unanswered.delete(frame.ref!);
    const subject = subjectOf(message);
    if (frame.code === 'unavailable') {
      const failures = (this.#unavailable.get(subject) ?? 0) + 1;
      this.#unavailable.set(subject, failures);
      if (failures > mostRetriesOfUnavailable) {
        this.#options.onRefused(message, frame.code);
        return;
      }
      this.#pause(frame.retry_after_ms ?? defaultRetryMs * failures);
    } else if (frame.code !== 'rate_limited') {
      this.#options.onRefused(message, frame.code);
      return;
    }
    if (!this.#queue.has(subject)) this.#queue.set(subject, message);
    this.#pump();
  }

  #settle(ref: string): void {
    const message = this.#unanswered.get(ref);
    if (!message) return;
    this.#unanswered.delete(ref);
    this.#unavailable.delete(subjectOf(message));
  }

  #pause(ms: number): void {
    const until = Date.now() + ms;
    this.#notBefore = Math.max(this.#notBefore, until);
    // After a refusal there is no burst left.
    this.#nextAt = Math.max(this.#nextAt, this.#notBefore + burst * intervalMs);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #pump(): void {
    if (this.#timer !== undefined) return;
    for (const [subject, message] of this.#queue) {
      const wait = this.#waitMs();
      if (wait > 0) {
        this.#timer = setTimeout(() => {
          this.#timer = undefined;
          this.#pump();
        }, wait);
        return;
      }
      this.#queue.delete(subject);
      this.#deliver(subject, message);
    }
  }

  #deliver(subject: string, message: PacedMessage): void {
    // What was said of it before no longer counts: its refusal must not bring it back.
    for (const [id, earlier] of this.#unanswered) {
      if (subjectOf(earlier) === subject) this.#unanswered.delete(id);
    }
    const id = String(++this.#lastId);
    if (!this.#options.send({ ...message, id })) return;
    this.#unanswered.set(id, message);
    this.#nextAt = Math.max(this.#nextAt, Date.now()) + intervalMs;
  }

  #waitMs(): number {
    const now = Date.now();
    return Math.max(this.#notBefore - now, this.#nextAt - now - (burst - 1) * intervalMs);
  }
}

function subjectOf(message: PacedMessage): string {
  if (message.type === 'presence') return `presence ${message.room}`;
  return 'room' in message ? `room ${message.room}` : `resume ${message.resume_id}`;
}
