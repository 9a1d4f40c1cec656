// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reconnectDelay } from '../../lib/client/backoff';
import { Heartbeat } from '../../lib/client/heartbeat';
import type { ResumeState } from '../../lib/client/frames';
import { Http } from '../../lib/client/http';
import { ResumeProgressTracker } from '../../lib/client/resumeProgressTracker';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('reconnect delay', () => {
  const policy = { base_delay_ms: 3000, max_attempts: 5 };

  it.each([
    [1, 3000],
    [2, 6000],
    [3, 12_000],
    [9, 60_000],
  ])('spreads attempt %i over up to %i ms', (attempt, ceiling) => {
    expect(reconnectDelay(policy, attempt, () => 1)).toBe(ceiling);
    expect(reconnectDelay(policy, attempt, () => 0)).toBe(0);
  });

  it('keeps a minimum where the server asked to be left alone', () => {
    expect(reconnectDelay(policy, 1, () => 0, 3000)).toBe(3000);
  });
});

describe('heartbeat', () => {
  it('notices a socket that says it is open but is silent for two intervals and more', () => {
    const onSilence = vi.fn();
    const heartbeat = new Heartbeat(vi.fn(), onSilence);
    heartbeat.start(30);
    vi.advanceTimersByTime(64_999);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onSilence).toHaveBeenCalledOnce();
    heartbeat.stop();
  });

  it('is content as long as anything is heard', () => {
    const onSilence = vi.fn();
    const heartbeat = new Heartbeat(vi.fn(), onSilence);
    heartbeat.start(30);
    for (let minute = 0; minute < 5; minute += 1) {
      vi.advanceTimersByTime(60_000);
      heartbeat.heard();
    }
    expect(onSilence).not.toHaveBeenCalled();
    heartbeat.stop();
  });

  it('expects a quick answer to a probe', () => {
    const onSilence = vi.fn();
    const ping = vi.fn();
    const heartbeat = new Heartbeat(ping, onSilence);
    heartbeat.start(30);
    heartbeat.probe();
    expect(ping).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5_000);
    expect(onSilence).toHaveBeenCalledOnce();
    heartbeat.stop();
  });
});

describe('resume progress without a socket', () => {
  const answers: Partial<Record<string, unknown>>[] = [];
  const fetch = vi.fn(() => Promise.resolve(Response.json(answers.shift())));
  const tracker = () =>
    new ResumeProgressTracker({
      http: new Http({ token: () => Promise.resolve('t'), fetch }),
      watch: vi.fn(),
      unwatch: vi.fn(),
    });
  const answer = (status: ResumeState['status'], progress_percentage: number) => ({
    status,
    progress_percentage,
    current_step: 'Step',
    error_message: null,
  });

  it('asks until the resume is done', async () => {
    answers.push(answer('processing', 20), answer('completed', 100));
    const resumes = tracker();
    resumes.socketIsDown();
    resumes.watch('r');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(resumes.progress.get().get('r')).toMatchObject({ status: 'processing', progress: 20 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(resumes.progress.get().get('r')).toMatchObject({ status: 'completed', progress: 100 });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('asks for a batch that an older server will not have watched', async () => {
    fetch.mockClear();
    answers.push({ status: 'processing', total_files: 8, processed: 3, failed: 1 });
    const resumes = tracker();
    resumes.socketIsLive();
    const leave = resumes.watch('b', 'batch');
    resumes.watchRefused('b', 'not_found');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(fetch.mock.calls.map((call: unknown[]) => call[0])).toEqual(['/api/resumes/batches/b']);
    expect(resumes.progress.get().get('b')).toMatchObject({ status: 'processing', progress: 37, processed: 3, failed: 1 });
    leave();
  });

  it('follows again what had ended, once it is tried anew', () => {
    const watch = vi.fn();
    const resumes = new ResumeProgressTracker({
      http: new Http({ token: () => Promise.resolve('t'), fetch }),
      watch,
      unwatch: vi.fn(),
    });
    resumes.socketIsLive();
    resumes.watch('b', 'batch');
    resumes.update('b', { status: 'completed', progress: 100, current_step: null, error: null });
    resumes.resume('b');
    expect(watch).toHaveBeenCalledTimes(2);
    expect(resumes.progress.get().has('b')).toBe(false);
    resumes.stop();
  });

  it('leaves it to the socket once there is one', async () => {
    fetch.mockClear();
    const resumes = tracker();
    resumes.watch('r');
    resumes.socketIsLive();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).not.toHaveBeenCalled();
  });
});
