import type { ClientMessage, ServerFrame } from '../../lib/client/frames';

/** A socket without a network, for component tests: opened, spoken and closed by the test. */
export class FakeSocket {
  readonly OPEN = 1;
  readyState = 0;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: ClientMessage[] = [];

  constructor(readonly url: string) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.readyState = 3;
  }

  receive(frame: ServerFrame): void {
    this.readyState = 1;
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  fail(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}
