// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedReducer, type FeedAction } from '../../lib/client/feedReducer';
import { FeedRecovery } from '../../lib/client/feedRecovery';
import { emptyFeed } from '../../lib/client/feedState';
import type { NotificationApi } from '../../lib/client/notificationApi';
import { epoch, notification, page } from '../support/builders';

const api = { list: vi.fn<NotificationApi['list']>(), sync: vi.fn<NotificationApi['sync']>() };
let state = emptyFeed;
let recovery: FeedRecovery;
const dispatch = (action: FeedAction) => {
  state = feedReducer(state, action);
};

beforeEach(() => {
  vi.useFakeTimers();
  state = emptyFeed;
  api.list.mockReset().mockResolvedValue(page([notification(1)]));
  api.sync.mockReset().mockResolvedValue(null);
  recovery = new FeedRecovery({ api: api as unknown as NotificationApi, pageSize: 20, state: () => state, dispatch });
});

afterEach(() => {
  recovery.stop();
  vi.useRealTimers();
});

describe('recovery', () => {
  it('tries again by itself when the server is out of reach, and not for ever', async () => {
    api.list.mockRejectedValue(new Error('network'));
    await recovery.request();
    expect(state.lists['all:']?.status).toBe('error');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.list).toHaveBeenCalledTimes(4);
  });

  it('recovers as soon as the server answers', async () => {
    api.list.mockRejectedValueOnce(new Error('network'));
    await recovery.request();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.loaded).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.list).toHaveBeenCalledTimes(2);
  });

  it('does one thing at a time, and looks once more when asked meanwhile', async () => {
    await Promise.all([recovery.request(), recovery.request(), recovery.request()]);
    await vi.advanceTimersByTimeAsync(0);
    expect(api.sync).toHaveBeenCalledTimes(1);
    expect(api.list).toHaveBeenCalledTimes(2);
  });

  it('does not ask when nothing is missing', async () => {
    await recovery.request();
    recovery.requestIfBehind();
    expect(api.sync).not.toHaveBeenCalled();
    dispatch({ kind: 'position', epoch, seq: 2 });
    recovery.requestIfBehind();
    expect(api.sync).toHaveBeenCalledWith(1, epoch);
  });

  it('does not spin when the server stays behind what it announced', async () => {
    await recovery.request();
    dispatch({ kind: 'position', epoch, seq: 9 });
    recovery.requestIfBehind();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(api.list).toHaveBeenCalledTimes(1 + 4);
  });
});
