import { isBehind, type FeedState } from './feedState';
import type { FeedAction } from './feedReducer';
import type { NotificationApi } from './notificationApi';

export interface FeedRecoveryOptions {
  api: NotificationApi;
  pageSize: number;
  state: () => FeedState;
  dispatch: (action: FeedAction) => void;
}

/** Waits before trying again. When they are used up, the next ping that finds the feed behind asks again. */
const retryMs = [1_000, 3_000, 10_000];
/** More than this behind, reading the list afresh is cheaper than catching up. */
const longestCatchUp = 20;

/** Brings the feed up to the server's position: by `sync`, or by reading the list where that cannot be. One at a time. */
export class FeedRecovery {
  readonly #options: FeedRecoveryOptions;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FeedRecoveryOptions) {
    this.#options = options;
  }

  /** Catches up now. A call during a run has it look once more when done. */
  request(): Promise<void> {
    clearTimeout(this.#retry);
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
      if (this.#again) {
        this.#again = false;
        void this.request();
      }
    });
    return this.#running;
  }

  /** Catches up if something is known to be missing. A run in progress looks for itself when it ends. */
  requestIfBehind(): void {
    if (!this.#running && isBehind(this.#options.state())) void this.request();
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.#again = false;
    this.#failures = 0;
  }

  async #run(): Promise<void> {
    const { state, dispatch } = this.#options;
    // What the server had accepted before it was asked is in its answer.
    const settled = state().pending.filter((o) => o.settled).map((o) => o.id);
    try {
      if (!(await this.#catchUp())) await this.#startOver();
      if (settled.length > 0) dispatch({ kind: 'operations_dropped', ids: settled });
      if (isBehind(state())) this.#retryLater();
      else this.#failures = 0;
    } catch {
      this.#retryLater();
    }
  }

  #retryLater(): void {
    const delay = retryMs[this.#failures];
    this.#failures += 1;
    if (delay !== undefined) this.#retry = setTimeout(() => void this.request(), delay);
  }

  async #catchUp(): Promise<boolean> {
    const { api, state, dispatch } = this.#options;
    for (let page = 0; page < longestCatchUp; page += 1) {
      const { loaded, epoch, seq } = state();
      // An empty epoch is that of a feed in which nothing has happened yet: no sequence to continue.
      if (!loaded || !epoch) return false;
      const result = await api.sync(seq, epoch);
      if (result === null || state().epoch !== epoch) return false;
      dispatch({ kind: 'synced', result });
      if (!result.more) return true;
    }
    return false;
  }

  async #startOver(): Promise<void> {
    const { api, pageSize, dispatch } = this.#options;
    dispatch({ kind: 'list_loading', filter: {} });
    try {
      const page = await api.list({}, pageSize, null);
      dispatch({ kind: 'reset', page, filter: {} });
    } catch (error) {
      dispatch({ kind: 'list_failed', filter: {}, error });
      throw error;
    }
  }
}
