import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HotGigsProvider, NotificationClient, RelativeTime } from '../../lib/react';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T12:00:10Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

const client = new NotificationClient({ token: () => Promise.resolve(null), fetch: () => Promise.reject(new Error('offline')) });

it('stays true while it is on screen', () => {
  render(
    <HotGigsProvider client={client}>
      <RelativeTime value="2026-01-01T12:00:00Z" />
    </HotGigsProvider>,
  );
  expect(screen.getByText('just now')).toBeInTheDocument();
  act(() => {
    vi.advanceTimersByTime(3 * 60_000);
  });
  expect(screen.getByText('3 min ago')).toBeInTheDocument();
});
