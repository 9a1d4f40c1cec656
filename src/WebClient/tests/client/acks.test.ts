// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AckSender } from '../../lib/client/ackSender';

let sent: number[];
let open: boolean;
let acks: AckSender;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  open = true;
  acks = new AckSender({
    send: ({ seq }) => {
      if (open) sent.push(seq);
      return open;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('confirming what has come', () => {
  it('says at once what is new, and then at most once a second the latest', () => {
    acks.connected();
    acks.applied('e', 1);
    acks.applied('e', 2);
    acks.applied('e', 3);
    expect(sent).toEqual([1]);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([1, 3]);
    vi.advanceTimersByTime(60_000);
    expect(sent).toEqual([1, 3]);
  });

  it('says nothing without a connection, and everything on the next one', () => {
    acks.applied('e', 4);
    acks.connected();
    acks.disconnected();
    acks.applied('e', 6);
    vi.advanceTimersByTime(5_000);
    expect(sent).toEqual([4]);
    acks.connected();
    expect(sent).toEqual([4, 6]);
  });

  it('does not wait when the page is hidden', () => {
    acks.connected();
    acks.applied('e', 1);
    acks.applied('e', 2);
    acks.flush();
    acks.flush();
    expect(sent).toEqual([1, 2]);
  });

  it('says nothing of an empty feed, and starts again with another run of the sequence', () => {
    acks.connected();
    acks.applied('e', 0);
    acks.applied('e', 9);
    acks.applied('f', 2);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([9, 2]);
  });

  it('leaves a server alone that does not know the message', () => {
    acks.connected();
    acks.applied('e', 1);
    expect(acks.takes({ type: 'error', message: 'No such message', code: 'unknown_type', ref: 'ack' })).toBe(true);
    acks.applied('e', 2);
    vi.advanceTimersByTime(5_000);
    acks.flush();
    expect(sent).toEqual([1]);
    acks.connected();
    expect(sent).toEqual([1, 2]);
  });

  it('leaves other errors to others', () => {
    expect(acks.takes({ type: 'error', message: 'No', code: 'not_found', ref: '7' })).toBe(false);
    expect(acks.takes({ type: 'error', message: 'No', code: 'unknown_type' })).toBe(false);
  });

  it('tries again where sending failed', () => {
    acks.connected();
    open = false;
    acks.applied('e', 1);
    open = true;
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([1]);
  });
});
